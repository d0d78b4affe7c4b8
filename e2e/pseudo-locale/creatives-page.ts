import type { Page } from 'playwright';
import { sampleKeys } from '../../sample-network/keys.js';
import { mountSignedIn } from '../signed-in-site.js';
import { shippedProxy } from '../site.js';
import type { PseudoPage } from './pseudo-page.js';

const creatives = (id: string, attributes: string) =>
  `<hasoffers-creatives id="${id}" loading="eager" ${attributes}></hasoffers-creatives>`;

const part = (page: Page, id: string, name: string) => page.locator(`#${id} [part~="${name}"]`);

export const creativesPage: PseudoPage = {
  tag: 'hasoffers-creatives',
  mount(harness) {
    mountSignedIn(harness, { proxy: { allow: ['Affiliate_OfferFile::findAll+code'] } });
    const { site, network } = harness;
    const allow = ['Affiliate_OfferFile::findAll'];
    site.route('/no-links', shippedProxy(network.url, '/no-links', sampleKeys.noTrackingLinks, allow));
  },
  body: [
    creatives(
      'all',
      'endpoint="/hasoffers" offer="1235" types="image text html email file" filters="type size" code="html markdown url" page-size="30"',
    ),
    creatives('more', 'endpoint="/hasoffers" offer="1004" page-size="2" pagination="more"'),
    creatives('pages', 'endpoint="/hasoffers" offer="1004" page-size="2"'),
    creatives('none', 'endpoint="/hasoffers" offer="7"'),
    creatives('no-links', 'endpoint="/no-links" offer="1004" page-size="1"'),
    creatives('no-offer', 'endpoint="/hasoffers"'),
  ].join(''),
  // No clipboard: the code is selected, and the keys that copy it are named.
  headers: { 'permissions-policy': 'clipboard-write=()' },
  states: ['ready', 'ready', 'ready', 'empty', 'ready', 'error'],
  async show(page, read) {
    await part(page, 'all', 'copy').first().click();
    await part(page, 'all', 'note').filter({ hasText: 'copyByHand' }).waitFor();
    await part(page, 'no-links', 'copy').first().click();
    await part(page, 'no-links', 'note').waitFor();
    await read();
    const names = await page.locator('[part~=name]').allInnerTexts();
    const codes = await page.locator('[part~=code]').allTextContents();
    await page.locator('#all select').first().selectOption('file');
    await page.locator('#all select').nth(1).selectOption('160x600');
    await part(page, 'all', 'empty').waitFor();
    await read();
    return [...names, ...codes, 'HTML', 'Markdown', 'URL', 'Ctrl', '{campaign_macro}', '{unknown_macro}'];
  },
};
