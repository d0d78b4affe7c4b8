import type { Page } from 'playwright';
import { sampleKeys } from '../../sample-network/keys.js';
import { mountSignedIn } from '../signed-in-site.js';
import { shippedProxy } from '../site.js';
import type { PseudoPage } from './pseudo-page.js';

const link = (id: string, attributes: string) =>
  `<hasoffers-tracking-link id="${id}" loading="eager" ${attributes}></hasoffers-tracking-link>`;

/** Longer than a QR code can be. */
const longUrl = `https://network.example/${'long/'.repeat(800)}`;

const names = [
  ...['Fern & Clay | UK | CPS', 'Fern & Clay', 'Maison Corvelle | FR | CPS', 'Lumenhaus Lamps | DE, AT, CH | CPA'],
  ...['Marlowe & Finch | US, CA | CPS', 'New arrivals', 'Sale & outlet'],
];

const part = (page: Page, id: string, name: string) => page.locator(`#${id} [part~="${name}"]`);
const create = (page: Page, id: string) => part(page, id, 'button').click();

export const trackingLinkPage: PseudoPage = {
  tag: 'hasoffers-tracking-link',
  mount(harness) {
    mountSignedIn(harness, {
      token: { scopes: ['stats'], lock: { aff_sub2: 'member-42' } },
      proxy: { linkHosts: ['shop.example'], allow: ['Affiliate_OfferUrl::findAll'] },
    });
    const { site, network } = harness;
    site.route('/refused', shippedProxy(network.url, '/refused', sampleKeys.noTrackingLinks));
    site.route('/long', (request, response) => {
      const data = request.url?.includes('generateTrackingLink')
        ? { click_url: longUrl }
        : { Offer: { id: '1004', name: 'Fern & Clay' } };
      const envelope = { response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(envelope));
    });
  },
  body: [
    link(
      'full',
      'endpoint="/hasoffers" offer="1004" actions="copy html share open qr" inputs="sub1 sub2 sub3 sub4 sub5 source deep-link landing-page"',
    ),
    link('locked', 'endpoint="/hasoffers" offer="1004" inputs="sub2" signed-in'),
    link('choice', 'endpoint="/hasoffers" offers="1004, 1010"'),
    link('pending', 'endpoint="/hasoffers" offer="1200"'),
    link('no-deep-links', 'endpoint="/hasoffers" offer="1053" inputs="deep-link"'),
    link('refused', 'endpoint="/refused" offer="1004"'),
    link('long', 'endpoint="/long" offer="1004"'),
  ].join(''),
  // No clipboard: the link is selected, and the keys that copy it are named.
  headers: { 'permissions-policy': 'clipboard-write=()' },
  states: ['ready', 'ready', 'ready', 'ready', 'ready', 'ready', 'ready'],
  async show(page, read) {
    const field = (name: string) => page.locator(`#full #${name}`);
    await field('sub1').fill('a b');
    await field('sub3').fill('x'.repeat(65));
    await field('deep-link').fill('no URL');
    await create(page, 'full');
    await part(page, 'full', 'hint').nth(2).waitFor();
    await create(page, 'long');
    await create(page, 'refused');
    await part(page, 'refused', 'note').waitFor();
    await part(page, 'long', 'note').waitFor();
    await read();

    await field('sub1').fill('blog');
    await field('sub3').fill('');
    await field('deep-link').fill('https://other.example/');
    await create(page, 'full');
    await part(page, 'full', 'hint').first().waitFor();
    await read();

    await field('deep-link').fill('');
    await create(page, 'full');
    await part(page, 'full', 'qr-image').waitFor();
    await part(page, 'full', 'copy').click();
    await part(page, 'full', 'note').waitFor();
    await read();
    const urls = await page.locator('[part~=link]').allInnerTexts();
    return [...urls, ...names, 'Ctrl', 'SVG', 'PNG', 'https://'];
  },
};
