import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { allReady, axeViolations, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { plainPage } from './site.js';

const harness = useHarness();

const list = '<hasoffers-offer-list page-size="12" search></hasoffers-offer-list>';

async function open(style: string, html = list, scheme: 'light' | 'dark' = 'light') {
  const page = plainPage(`<style>${style}</style>${html}`);
  const tab = await openTab(harness.browser, harness.site.page('/', page), { colorScheme: scheme });
  await allReady(tab.page);
  return tab;
}

/** Computed styles of the first such node in the list. */
const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(`hasoffers-offer-list ${selector}`)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** Of a colour as the browser writes it, black or white. */
const isLight = (page: Page, colour: string): Promise<boolean> =>
  page.evaluate((text) => {
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    return (context.getImageData(0, 0, 1, 1).data[0] ?? 0) > 127;
  }, colour);

describe('a page sets the look', () => {
  it('as the guide shows it', async () => {
    const { page, close } = await open(readSnippet('theme'));
    expect(await styleOf(page, '[part~=link]', 'background-color')).toBe('rgb(10, 125, 79)');
    expect(await styleOf(page, '[part~=offer]', 'border-radius')).toBe('0px');
    // 2.75em of 16px, times 0.8.
    expect(await styleOf(page, 'input', 'min-height')).toBe('35.2px');
    await close();
  });

  it.each([
    ['#0a7d4f', true],
    ['#7a1fa2', true],
    ['#ffd54a', false],
    ['#9be7c4', false],
  ])('by one accent, %s, on which everything is read', async (accent, light) => {
    const { page, close } = await open(`body { --hasoffers-accent: ${accent} }`);
    expect(await isLight(page, await styleOf(page, '[part~=link]', 'color'))).toBe(light);
    await close();
  });

  it('by text and surface, of which the rest is mixed', async () => {
    const { page, close } = await open('body { --hasoffers-text: #fff; --hasoffers-surface: #102030 }');
    expect(await styleOf(page, '[part~=offer]', 'background-color')).toBe('rgb(16, 32, 48)');
    expect(await isLight(page, await styleOf(page, '[part~=description]', 'color'))).toBe(true);
    expect(await isLight(page, await styleOf(page, '.picture', 'background-color'))).toBe(false);
    await close();
  });

  it('and its colour scheme is followed live', async () => {
    const { page, close } = await open('body { color-scheme: light }');
    const surface = () => styleOf(page, '[part~=offer]', 'background-color');
    expect(await surface()).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => {
      document.body.style.colorScheme = 'dark';
    });
    expect(await surface()).toBe('rgb(27, 30, 40)');
    await page.evaluate(() => document.querySelector('hasoffers-offer-list')?.setAttribute('theme', 'light'));
    expect(await surface()).toBe('rgb(255, 255, 255)');
    await close();
  });

  it('through parts', async () => {
    const { page, close } = await open('hasoffers-offer-list::part(name) { color: rgb(1, 2, 3) }');
    expect(await styleOf(page, '[part~=name]', 'color')).toBe('rgb(1, 2, 3)');
    await close();
  });

  it.each(['light', 'dark'] as const)('and the looks of its own are read by everybody, %s', async (scheme) => {
    const { page, close } = await open('', list, scheme);
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });
});

it('asks a consent manager as the guide shows it', async () => {
  const html = '<hasoffers-offer-list page-size="3" consent="required" loading="eager"></hasoffers-offer-list>';
  const tab = await openTab(harness.browser, harness.site.page('/', plainPage(html)));
  await tab.page.getByRole('button', { name: 'Show it' }).waitFor();
  await tab.page.evaluate(readSnippet('consent'));
  await allReady(tab.page);
  expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(3);
  await tab.close();
});
