import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Demo } from '../demo/server.js';
import { axeViolations, launch, openTab } from './browser.js';
import { startSharedDemo } from './demo.js';

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

it.each([
  ['light', 1280],
  ['dark', 360],
] as const)('the reference page is accessible in %s at %d px, and fits', async (colorScheme, width) => {
  const tab = await openTab(browser, `${demo.url}reference.html`, { colorScheme, viewport: { width, height: 900 } });
  expect(await axeViolations(tab.page)).toEqual([]);
  expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(tab.consoleErrors).toEqual([]);
  await tab.close();
});

it('names everything once, at an address of its own, and links to nothing that is not there', async () => {
  const tab = await openTab(browser, `${demo.url}reference.html`);
  const { ids, broken } = await tab.page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    broken: [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')]
      .map(({ hash }) => hash.slice(1))
      .filter((id) => !document.getElementById(id)),
  }));
  expect(broken).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids).toEqual(
    expect.arrayContaining([
      'hasoffers-offer-list-page-size',
      'every-element-accent',
      'error-rate-limit',
      'proxy-HASOFFERS_API_KEY',
      'proxy-error-CLIENT_LIMIT',
    ]),
  );
  await tab.close();
});

it('finds by name and by meaning, marks what it found, and keeps the words in the address', async () => {
  const tab = await openTab(browser, `${demo.url}reference.html`);
  const shown = tab.page.locator('.row:visible');
  const all = await shown.count();
  await tab.page.keyboard.press('/');
  await tab.page.keyboard.type('PAGE-size');
  await expect.poll(() => shown.locator('dt').first().innerText()).toBe('page-size');
  expect(await shown.count()).toBeLessThan(5);
  expect(await tab.page.locator('#found').innerText()).toBe(`${await shown.count()} of ${all}`);
  expect(await tab.page.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(0);
  await tab.page.reload();
  await expect.poll(() => shown.count()).toBeLessThan(5);
  await tab.close();
});

it('is a text for language models, too', async () => {
  const text = await (await fetch(`${demo.url}llms.txt`)).text();
  expect(text).toMatch(/^# hasoffers-widgets\n/);
  expect(text).toContain('`page-size`');
});
