import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { beforeAll, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { openTab } from './browser.js';
import { useHarness } from './harness.js';
import { figuresBody, figuresData, figuresHead, mountFigures } from './pseudo-figures.js';
import { allShown, endpointOf, errorCodes, mountScenarios, refreshAll } from './scenarios.js';
import { mountSignedIn } from './signed-in-site.js';
import { plainPage, shippedProxy } from './site.js';

type Sentences = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const harness = useHarness((own) => {
  const { site, network } = own;
  mountScenarios(site, network);
  mountSignedIn(own);
  mountFigures(site);
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
    for (const host of document.querySelectorAll(
      'hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list, hasoffers-stats',
    )) {
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

/** What the signed-in elements show, with the table of days closed and open. */
async function readPortal(settings: string): Promise<string[]> {
  const { page, close } = await openTab(
    harness.browser,
    harness.site.page('/portal', inGerman(plainPage(figuresBody, figuresHead(settings)))),
  );
  const states = () =>
    page
      .locator('hasoffers-stats')
      .evaluateAll((all) => all.map((element) => (element as unknown as { readonly state: string }).state));
  await expect.poll(states).toEqual(['ready', 'ready', 'ready', 'ready', 'empty', 'error', 'error']);
  const texts = await readTexts(page);
  const opened = page.locator('#opened');
  await opened.locator('[part=table-toggle]').click();
  await opened.locator('[part=table]').waitFor();
  texts.push(...(await readTexts(page)));
  await close();
  return texts;
}

it('shows only messages that a page can replace, data, and the output of Intl', async () => {
  const settings = JSON.stringify({ messages: pseudo() }).replaceAll('<', '\\u003c');
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

  said.push(...(await readTexts(page)), ...(await readPortal(settings)));
  const data = [...(await readData(page, await Promise.all(replies))), ...inDays, ...figuresData].sort(
    (one, other) => other.length - one.length,
  );
  const strip = (text: string): string => {
    const outer = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    return outer === text ? text : strip(outer);
  };
  const hardCoded = said.flatMap((text) => {
    const rest = [...data, ...trade].reduce((left, known) => left.replaceAll(known, ''), strip(text));
    return /\p{L}/u.test(rest) ? [text] : [];
  });
  expect(data.length).toBeGreaterThan(300);
  expect(hardCoded).toEqual([]);

  // And each sentence is said somewhere, else this would be about less than it claims.
  const keys = new Set(said.flatMap((text) => [...text.matchAll(/⟦([\w:-]+): /g)].map(([, key]) => key)));
  expect(Object.keys(german).filter((key) => !keys.has(key))).toEqual([]);
  await close();
});
