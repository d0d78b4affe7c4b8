import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allReady, layoutShift, openTab, textOf } from './browser.js';
import { code, printed, read, settled, usePlayground } from './playground-harness.js';
import { script } from './site.js';

const own = usePlayground();
const { open, openSnippet } = own;

const configurations = [
  ['an offer list as it comes', '_element=hasoffers-offer-list&page-size=3', 'en'],
  [
    'a themed table with controls',
    '_element=hasoffers-offer-list&layout=table&page-size=4&search=&filters=category%20country&aff-sub=a%26%22b&--hasoffers-accent=%230a7d4f&--hasoffers-radius=0',
    'en',
  ],
  ['a line of the manager', '_element=hasoffers-account-manager&layout=inline&fields=photo%20email', 'en'],
  [
    'an Arabic list with a font of its own',
    '_element=hasoffers-offer-list&layout=list&page-size=2&disclosure=&_language=ar&--hasoffers-font=Georgia%2C%20serif',
    'ar',
  ],
] as const;

it.each(configurations)('%s is the same on a page of its own', async (_, query, lang) => {
  const page = await open(query);
  // With the choices of its filters, which come after the offers.
  await page.waitForLoadState('networkidle');
  const shown = await page.frameLocator('.room iframe').locator('#place > *').evaluate(read);
  const { snippet, policy } = await printed(page);
  expect(policy).toMatch(/img-src.*\n.*style-src/);
  await page.getByRole('radio', { name: 'WordPress' }).check();
  // The preview's page is narrower: text that is cut or hidden for that reason does not count.
  const width = await page.locator('.room').evaluate((room) => room.clientWidth);
  await Promise.all(
    [snippet, await code(page, 'wordpress')].map(async (each) => {
      const tab = await openSnippet(each, policy, lang);
      await tab.page.setViewportSize({ width, height: 700 });
      await allReady(tab.page);
      const element = tab.page.locator('hasoffers-offer-list, hasoffers-account-manager');
      await expect.poll(() => element.evaluate(read)).toEqual(shown);
      await tab.page.waitForLoadState('networkidle');
      expect(tab.consoleErrors).toEqual([]);
      await tab.close();
    }),
  );
  await page.close();
});

it.each([
  ['statistics as they come', 'stats', 'time-zone=UTC', /Payout\s+\$?\d/],
  ['a line of statistics', 'stats', 'layout=inline&time-zone=UTC&--hasoffers-number-size=2em', /Payout\s+\$?\d/],
  ['payments', 'payments', 'currency=USD', /Open invoices\s+\$\d/],
  ['conversions', 'conversions', 'page-size=5', /Approved/],
  ['messages', 'messages', 'limit=3', /Application/],
])('%s are the same on a page whose server mints tokens', async (_, name, attributes, expected) => {
  const query = `_element=hasoffers-${name}&${attributes}`;
  // The server's side of the snippet: here the demo's own does it.
  own.site.route('/widget-token', async (_, response) => {
    const minted = await fetch(`${own.demo.url}playground/token`, { method: 'POST' });
    response.writeHead(200, { 'content-type': 'text/plain' }).end(await minted.text());
  });
  const page = await open(query);
  const { text } = await page.frameLocator('.room iframe').locator('#place > *').evaluate(read);
  expect(text).toMatch(expected);
  await expect.poll(() => code(page, 'policy')).toMatch(/script-src .* 'sha256-.*\nconnect-src .* 'self'/);
  const { snippet, policy } = await printed(page);
  expect(snippet).toContain(`${own.demo.url}hasoffers-portal.js?v=`);
  const tab = await openSnippet(snippet, policy);
  const width = await page.locator('.room').evaluate((room) => room.clientWidth);
  await tab.page.setViewportSize({ width, height: 700 });
  await allReady(tab.page);
  await expect.poll(async () => (await tab.page.locator(`hasoffers-${name}`).evaluate(read)).text).toBe(text);
  expect(tab.consoleErrors).toEqual([]);
  await tab.close();
  await page.close();
});

describe('the hash in a snippet', () => {
  it.each([
    ['lets the script through as it was built', (text: string) => text, 0],
    ['stops a script in which one byte is another', (text: string) => text.replace('offers', 'offerz'), 1],
  ])('%s', async (_, change, consoleErrors) => {
    own.site.route('/copy.js', (_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' })
        .end(change(readFileSync(script, 'utf8')));
    });
    const page = await open(
      `_element=hasoffers-account-manager&_script=${encodeURIComponent(`${own.site.url}/copy.js`)}`,
    );
    const { snippet, policy } = await printed(page);
    const tab = await openSnippet(snippet, policy);
    if (consoleErrors === 0) {
      await allReady(tab.page);
      await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    } else {
      await tab.page.waitForLoadState('networkidle');
      expect(await tab.page.evaluate(() => customElements.get('hasoffers-account-manager') === undefined)).toBe(true);
    }
    expect(tab.consoleErrors.filter((text) => text.includes('integrity'))).toHaveLength(consoleErrors);
    expect(tab.consoleErrors).toHaveLength(consoleErrors);
    await tab.close();
    await page.close();
  });
});

describe('a script that comes long after the first paint', () => {
  it.each([
    ['a grid with a search', '_element=hasoffers-offer-list&page-size=4&search=&filters=category'],
    ['a table', '_element=hasoffers-offer-list&layout=table&page-size=5'],
    ['the manager', '_element=hasoffers-account-manager'],
  ])('moves nothing that follows %s, on a wide page and on a phone', async (_, query) => {
    let release = () => {};
    let held = Promise.resolve();
    own.site.route('/late.js', async (_request, response) => {
      await held;
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(readFileSync(script));
    });
    const page = await open(`${query}&_script=${encodeURIComponent(`${own.site.url}/late.js`)}`);
    const { snippet } = await printed(page);
    const place = page.frameLocator('.room iframe').locator('#place');
    const { width, font } = await place.evaluate((element) => ({
      width: element.clientWidth,
      font: getComputedStyle(element).font,
    }));
    await page.close();

    /** How far things move on a page that has painted before the script is here. */
    const shiftOf = async (code: string, viewport: number, column: number) => {
      const url = own.site.page(
        '/late',
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mine</title><style>body { margin: 0; font: ${font} } main { width: ${column}px }</style></head><body><main>${code}<p>What follows.</p></main></body></html>`,
      );
      held = new Promise((resolve) => {
        release = resolve;
      });
      const tab = await openTab(own.browser, 'about:blank', { viewport: { width: viewport, height: 3000 } });
      await tab.page.goto(url, { waitUntil: 'commit' });
      await tab.page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      release();
      await allReady(tab.page);
      await tab.page.waitForLoadState('networkidle');
      const shift = await layoutShift(tab.page);
      await tab.close();
      return shift;
    };
    expect(await shiftOf(snippet, 1280, width)).toBe(0);
    expect(await shiftOf(snippet, 360, 328)).toBe(0);
    expect(await shiftOf(snippet.replace(/<style>[\s\S]*?<\/style>/, ''), 1280, width)).toBeGreaterThan(0);
  });
});

it('leads from the first page to a themed snippet on a page of one’s own by clicks alone', async () => {
  const page = await own.context.newPage();
  await page.goto(own.demo.url);
  await page.getByRole('link', { name: 'Make your snippet' }).click();
  await settled(page);
  await page.getByRole('radio', { name: 'list', exact: true }).check();
  await page.locator('[data-attribute=search]').getByRole('checkbox').check();
  await page.getByRole('radio', { name: 'Look' }).check();
  await page.getByRole('button', { name: 'Paper' }).click();
  await expect.poll(async () => (await printed(page)).snippet).toContain('--hasoffers-accent');
  await page.locator('[data-format=html]').getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const tab = await openTab(own.browser, own.site.page('/pasted', `<!doctype html><title>Mine</title>${copied}`));
  await allReady(tab.page);
  const list = tab.page.locator('hasoffers-offer-list');
  await expect.poll(() => list.locator('[part~=offer]').count()).toBe(6);
  expect(await list.getByRole('searchbox').count()).toBe(1);
  expect(
    await list
      .locator('[part~=link]')
      .first()
      .evaluate((link) => getComputedStyle(link).backgroundColor),
  ).toBe('rgb(138, 59, 30)');
  expect(tab.consoleErrors).toEqual([]);
  await tab.close();
  await page.close();
});
