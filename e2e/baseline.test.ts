import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { allReady, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage, script } from './site.js';

const harness = useHarness();

beforeAll(async () => {
  // A browser drops what it does not know in a stylesheet.
  const code = (await readFile(script, 'utf8')).replaceAll('light-dark(', 'unknown(').replaceAll('oklch(', 'unknown(');
  harness.site.route('/old.js', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
  });
});

/** A page in a browser without these APIs. */
async function openOld() {
  const head = `<script>
    for (const owner of [Document, ShadowRoot]) delete owner.prototype.adoptedStyleSheets;
    window.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };
    delete ElementInternals.prototype.states;
    delete Element.prototype.moveBefore;
    delete Promise.withResolvers;
    delete URL.parse;
  </script>
  <script src="/old.js" data-endpoint="/hasoffers" defer></script>`;
  const body =
    '<hasoffers-account-manager></hasoffers-account-manager><hasoffers-offer-list page-size="4" search></hasoffers-offer-list>';
  return openTab(harness.browser, harness.site.page('/old', plainPage(body, head)));
}

it('works in a browser without adopted style sheets, custom states, light-dark() and relative colours', async () => {
  const { page, consoleErrors, close } = await openOld();
  await allReady(page);
  expect(await textOf(page, 'hasoffers-account-manager')).toContain('Mara Okafor');
  const offers = page.locator('hasoffers-offer-list [part~=offer]');
  expect(await offers.count()).toBe(4);

  const look = await offers.first().evaluate((offer) => {
    const link = offer.querySelector('[part~=link]') as Element;
    return { offer: getComputedStyle(offer).display, link: getComputedStyle(link).color, root: offer.tagName };
  });
  expect(look).toEqual({ offer: 'grid', link: 'rgb(0, 0, 0)', root: 'ARTICLE' });
  expect(await page.evaluate(() => Reflect.get(document.querySelector('hasoffers-offer-list') ?? {}, 'state'))).toBe(
    'ready',
  );
  expect(consoleErrors).toEqual([]);
  await close();
});

it('takes changes and moves there, too, and brings its style once', async () => {
  const { page, consoleErrors, close } = await openOld();
  await allReady(page);
  await page.getByRole('searchbox').fill('fern');
  const names = page.locator('hasoffers-offer-list [part~=name]');
  await expect.poll(async () => (await names.allInnerTexts()).every((name) => /fern/i.test(name))).toBe(true);
  await page.evaluate(() => {
    const list = document.querySelector('hasoffers-offer-list') as Element;
    for (let turn = 0; turn < 3; turn++) document.body.append(list);
    list.setAttribute('layout', 'table');
  });
  await page.locator('hasoffers-offer-list table').waitFor();
  expect(
    await page.locator('hasoffers-offer-list').evaluate((list) => list.shadowRoot?.querySelectorAll('style').length),
  ).toBe(1);
  expect(consoleErrors).toEqual([]);
  await close();
});
