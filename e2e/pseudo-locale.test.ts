import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { openTab } from './browser.js';
import { useHarness } from './harness.js';
import { conversionsPage } from './pseudo-locale/conversions-page.js';
import { creativesPage } from './pseudo-locale/creatives-page.js';
import { messagesPage } from './pseudo-locale/messages-page.js';
import { paymentsPage } from './pseudo-locale/payments-page.js';
import { type PseudoPage, pseudoHead } from './pseudo-locale/pseudo-page.js';
import { statsPage } from './pseudo-locale/stats-page.js';
import { trackingLinkPage } from './pseudo-locale/tracking-link-page.js';
import { allShown, endpointOf, errorCodes, mountScenarios, refreshAll } from './scenarios.js';
import { plainPage, shippedProxy } from './site.js';

type Sentences = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const portalPages: readonly PseudoPage[] = [
  statsPage,
  trackingLinkPage,
  creativesPage,
  paymentsPage,
  conversionsPage,
  messagesPage,
];

const harness = useHarness(({ site, network }) => {
  mountScenarios(site, network);
  site.route('/no-links', shippedProxy(network.url, '/no-links', sampleKeys.noTrackingLinks));
});
let german: Sentences;

beforeAll(async () => {
  const module = await readFile(fileURLToPath(new URL('../dist/module/locales/de.js', import.meta.url)), 'utf8');
  german = JSON.parse(module.slice(module.indexOf('{'), module.lastIndexOf('}') + 1));
});

/** `link` becomes `⟦link: …⟧`: what is not between such brackets does not come from the sentences. */
const bracket = (key: string, sentence: string) =>
  `⟦${key}: ${sentence.replaceAll(/\{\w+\}|[aeiou]/g, (found) => (found[1] ? found : `${found}\u0301`))}⟧`;

const pseudo = (): Sentences =>
  Object.fromEntries(
    Object.entries(german).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? bracket(key, value)
        : Object.fromEntries(Object.entries(value).map(([form, sentence]) => [form, bracket(key, sentence)])),
    ]),
  );

const everything =
  'search sortable filters="category country payout-type" fields="thumbnail description payout category country expiry preview status"';
const list = (attributes: string, inner = '') =>
  `<hasoffers-offer-list loading="eager" ${attributes}>${inner}</hasoffers-offer-list>`;
const manager = (attributes: string) =>
  `<hasoffers-account-manager loading="eager" ${attributes}></hasoffers-account-manager>`;
const template = `<template>${['name', 'payout', 'expiry', 'featured', 'status', 'category', 'country', 'payout-type']
  .map((name) => `<p data-bind="${name}"></p>`)
  .join('')}</template>`;

const body = [
  manager('endpoint="/ok"'),
  manager('endpoint="/ok" layout="inline"'),
  list(`endpoint="/ok" ${everything} page-size="100"`),
  list(`endpoint="/ok" ${everything} page-size="5" layout="list" pagination="more"`),
  list(`endpoint="/ok" ${everything} page-size="100" layout="table"`),
  list('endpoint="/ok" page-size="100"', template),
  list('id="searched" endpoint="/ok" search page-size="5"'),
  list('id="found" endpoint="/ok" search page-size="5"'),
  list('id="broken-links" endpoint="/no-links" page-size="1"'),
  ...['/none', '/waiting', '/stale', ...errorCodes.map(endpointOf)].flatMap((endpoint) => [
    manager(`endpoint="${endpoint}"`),
    list(`endpoint="${endpoint}" page-size="2"`),
    list(`endpoint="${endpoint}" page-size="2" layout="table"`),
  ]),
].join('');

/** Every text that the elements show or say: text nodes, the author's template filled in, and attributes that are words. */
const readTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = new Set<string>();
    const isWidget = ({ localName }: Element) => localName.startsWith('hasoffers-');
    for (const host of [...document.querySelectorAll('*')].filter(isWidget)) {
      for (const root of [host.shadowRoot?.querySelector('.root'), ...host.children]) {
        if (!root) continue;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        // Initials stand in for a picture, and are the name's.
        while (walker.nextNode()) {
          if (!walker.currentNode.parentElement?.closest('.tile')) texts.add(walker.currentNode.textContent ?? '');
        }
        for (const element of root.querySelectorAll('*')) {
          const words = [
            'aria-label',
            'aria-description',
            'aria-roledescription',
            'title',
            'placeholder',
            'alt',
            'label',
          ];
          for (const name of words) texts.add(element.getAttribute(name) ?? '');
        }
      }
    }
    return [...texts];
  });

/** Names and texts that came from the network, as the elements give them to the page, and names of what filters choose. */
async function readData(page: Page, replies: readonly string[]): Promise<string[]> {
  const details = await page.evaluate(() => (window as unknown as { loaded: unknown[] }).loaded);
  const data = new Set<string>();
  const codes = new Set<string>();
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'object' && value) {
      for (const [name, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? key : name);
    } else if (
      typeof value === 'string' &&
      /^(name|title|description|email|phone|cellPhone|chat|currency)$/.test(key)
    ) {
      data.add(value).add(value.replaceAll('&amp;', '&'));
    } else if (typeof value === 'string' && key === 'code' && /^[A-Z]{2}$/.test(value)) {
      codes.add(value);
    }
  };
  collect(details);
  for (const reply of replies) collect(JSON.parse(reply || '{}'));
  const countries = await page.evaluate(
    (each) => {
      const names = new Intl.DisplayNames('de', { type: 'region' });
      return each.map((code) => names.of(code) ?? '');
    },
    [...codes],
  );
  return [...data, ...countries];
}

/** What Intl writes with letters: "in 5 Tagen". */
const inDays = Array.from({ length: 16 }, (_, days) => new Intl.RelativeTimeFormat('de').format(days, 'day'));

/** Short for kinds of payment, in every language. */
const trade = ['CPA', 'CPS', 'CPC', 'CPM'];

const inGerman = (html: string) => html.replace('lang="en"', 'lang="de"');

/** Texts in which something is left when messages, data and short words of the trade are taken away. */
function findHardCoded(texts: readonly string[], data: readonly string[]): string[] {
  const known = [...data, ...trade].sort((one, other) => other.length - one.length);
  const strip = (text: string): string => {
    const outer = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    return outer === text ? text : strip(outer);
  };
  return texts.filter((text) => /\p{L}/u.test(known.reduce((left, word) => left.replaceAll(word, ''), strip(text))));
}

/** Keys of the messages that the elements of all tests have shown. */
const shownKeys = new Set<string>();

function noteKeys(texts: readonly string[]): void {
  for (const text of texts) {
    for (const [, key = ''] of text.matchAll(/⟦([\w:-]+): /g)) shownKeys.add(key);
  }
}

const toSettings = () => JSON.stringify({ messages: pseudo() }).replaceAll('<', '\\u003c');

describe('only messages that a page can replace, data, and the output of Intl are shown', () => {
  it('by the public elements', { timeout: 60_000 }, async () => {
    const settings = toSettings();
    const head = `<script>
    window.loaded = [];
    addEventListener('hasoffers-load', ({ detail }) => loaded.push(detail));
  </script><script src="/hasoffers-widgets.js"></script><script>HasOffersWidgets.configure(${settings})</script>`;
    const consent = manager('endpoint="/ok?" consent="required"') + list('endpoint="/ok?" consent="required"');
    const asking = await openTab(harness.browser, harness.site.page('/', inGerman(plainPage(consent, head))));
    await asking.page.getByRole('button').first().waitFor();
    const said = await readTexts(asking.page);
    await asking.close();

    const { page, close } = await openTab(harness.browser, 'about:blank', { permissions: ['clipboard-write'] });
    const replies: Promise<string>[] = [];
    page.on('response', (response) => {
      if (/find(AllCountries|AllOfferCategories)/.test(response.url())) replies.push(response.text());
    });
    await page.goto(harness.site.page('/', inGerman(plainPage(body, head))));
    await allShown(page);
    await refreshAll(page, '[endpoint="/stale"]');

    // What shows only after something was done: copied, searched for in vain, found, clicked on without a link to be had.
    const status = (selector: string) => page.locator(`${selector} [role=status]`).first();
    await page.locator('hasoffers-account-manager [part~=copy]').first().click();
    await expect.poll(() => status('hasoffers-account-manager').textContent()).toContain('⟦copied');
    await page.locator('#searched').getByRole('searchbox').fill('zzz');
    await expect.poll(() => status('#searched').textContent()).toContain('⟦noMatch');
    await page.locator('#found').getByRole('searchbox').fill('fern');
    await expect.poll(() => status('#found').textContent()).toContain('⟦found');
    await page.locator('#broken-links [part~=link]').click();
    await expect.poll(() => page.locator('#broken-links [part~=link]').innerText()).toContain('⟦retry');
    await page.context().setOffline(true);
    await page
      .locator('main')
      .evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), manager('endpoint="/ok?2"'));
    await allShown(page);

    said.push(...(await readTexts(page)));
    const data = [...(await readData(page, await Promise.all(replies))), ...inDays];
    expect(data.length).toBeGreaterThan(300);
    expect(findHardCoded(said, data)).toEqual([]);
    noteKeys(said);
    await close();
  });

  it.each(portalPages)('by $tag', async ({ tag, mount, body, headers = {}, states, show }) => {
    mount(harness);
    const html = inGerman(plainPage(body, pseudoHead(toSettings())));
    const { page, close } = await openTab(harness.browser, harness.site.page('/portal', { html, headers }));
    const readStates = () =>
      page.locator(tag).evaluateAll((all) => all.map((each) => (each as unknown as { readonly state: string }).state));
    await expect.poll(readStates).toEqual(states);
    const texts = await readTexts(page);
    const data = await show(page, async () => void texts.push(...(await readTexts(page))));
    expect(findHardCoded(texts, data)).toEqual([]);
    noteKeys(texts);
    await close();
  });

  // Else the tests before this one would be about less than they claim.
  it('and that is all of them', () => {
    expect(Object.keys(german).filter((key) => !shownKeys.has(key))).toEqual([]);
  });
});
