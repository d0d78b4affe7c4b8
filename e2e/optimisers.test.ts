import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SnippetParts, writeSnippets } from '../demo/playground/snippets.js';
import { dist } from '../demo/site/built-script.js';
import { allReady, openTab, type Tab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { type Optimised, type Optimiser, optimisers, writeWixPage } from './optimisers.js';
import { mountSignedIn } from './signed-in-site.js';

/** Snippets as the playground prints them, on pages that something has changed on their way to the visitor. */

const harness = useHarness((given) => mountSignedIn(given));

const read = (path: string) => readFileSync(dist + path.replace(/\?.*/, ''), 'utf8');

beforeAll(() => serve('/locales/de.js', read('/locales/de.js')));

const serve = (path: string, code: string) =>
  harness.site.route(path.replace(/\?.*/, ''), (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(code);
  });

const offers = (): SnippetParts => ({
  configuration: {
    element: 'hasoffers-offer-list',
    attributes: { 'page-size': '2' },
    tokens: { '--hasoffers-accent': '#0a7d4f' },
  },
  source: 'site',
  script: '/hasoffers-widgets.js?v=1',
  integrity: 'sha384-of-the-file-as-it-was-built',
  endpoint: '/hasoffers',
  pictures: [],
  heights: { phone: 900, page: 500 },
  isSignedIn: false,
  locale: { language: 'de', integrity: 'sha384-of-the-file-as-it-was-built' },
});
const figures = (): SnippetParts => ({
  ...offers(),
  configuration: { element: 'hasoffers-stats', attributes: {}, tokens: {} },
  script: '/hasoffers-portal.js?v=1',
  isSignedIn: true,
});

const printed = (parts: SnippetParts) => writeSnippets(parts).wordpress[0]?.code ?? '';
/** For optimisers that do not know what is to be left alone, or not yet. */
const withoutMarks = (snippet: string) =>
  snippet.replace(/\s(?:data-cfasync="false"|data-no-optimize="1"|class="nowprocket")/g, '');
const toPage = (snippet: string) =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Site</title><script>window.theme = {};</script></head><body>${snippet}</body></html>`;

/** @param touched - Whether the visitor does something once the page has come. */
async function open({ html, files }: Optimised, { touched }: { readonly touched: boolean }): Promise<Tab> {
  for (const [path, code] of Object.entries(files)) serve(path, code);
  const tab = await openTab(harness.browser, harness.site.page('/', html));
  if (touched) {
    await tab.page.locator('html[data-waiting]').waitFor({ state: 'attached' });
    expect(await tab.page.evaluate(() => 'HasOffersWidgets' in window)).toBe(false);
    await tab.page.mouse.move(5, 5);
  }
  return tab;
}

async function expectOffers(tab: Tab): Promise<void> {
  await allReady(tab.page);
  const list = tab.page.locator('hasoffers-offer-list:state(ready)');
  await expect.poll(() => list.locator('[part~=offer]').count()).toBe(2);
  // In the page's language, from the script beside the other.
  await expect.poll(() => textOf(tab.page, 'hasoffers-offer-list')).toContain('Zum Angebot');
  expect(tab.consoleErrors).toEqual([]);
  await tab.close();
}

const noExemption = /(?!)/;
const change = ({ optimise, exempt = noExemption }: Optimiser, snippet: string) =>
  optimise(toPage(snippet), read, exempt);

describe.each(optimisers)('$name', (optimiser) => {
  it('shows the offers of the printed snippet, whose script it leaves alone where it can be told to', async () => {
    const page = change(optimiser, printed(offers()));
    const isExempt = optimiser.exempt?.test(printed(offers())) ?? false;
    expect(page.html.includes(printed(offers()))).toBe(isExempt);
    // Otherwise it is the page as it was written.
    if (!isExempt) await expectOffers(await open(page, { touched: !!optimiser.waitsForVisitor }));
  });

  it('shows them without what tells it to, and the figures of who is signed in', async () => {
    const touched = !!optimiser.waitsForVisitor;
    const page = change(optimiser, withoutMarks(printed(offers())));
    expect(page.html).not.toContain(withoutMarks(printed(offers())));
    await expectOffers(await open(page, { touched }));

    const tab = await open(change(optimiser, withoutMarks(printed(figures()))), { touched });
    await tab.page.locator('hasoffers-stats:state(ready)').waitFor();
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});

it('a custom element of Wix shows the offers by what its dialogues ask for', async () => {
  const parts = { ...offers(), script: `${harness.site.url}/hasoffers-widgets.js?v=1`, locale: undefined };
  const tab = await openTab(
    harness.browser,
    harness.site.page('/wix', writeWixPage(writeSnippets(parts).builder[1]?.code ?? '')),
  );
  await tab.page.locator('hasoffers-offer-list:state(ready)').waitFor();
  await expect.poll(() => tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(2);
  expect(tab.consoleErrors).toEqual([]);
  await tab.close();
});

it('a hash stops a file that was minified on the way, and the playground prints none there', async () => {
  const snippet = writeSnippets(offers()).html[0]?.code ?? '';
  expect(printed(offers())).not.toContain('integrity');
  const minify = optimisers.find(({ name }) => name === 'LiteSpeed Cache, minify');
  if (!minify) throw new Error('There is no such imitation.');
  const tab = await open(change(minify, withoutMarks(snippet)), { touched: false });
  await tab.page.waitForLoadState('load');
  expect(await tab.page.evaluate(() => customElements.get('hasoffers-offer-list') === undefined)).toBe(true);
  await tab.close();
});
