import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demo } from '../demo/server.js';
import { docsFiles, toPagePath } from '../scripts/guides/sidebar.js';
import { axeViolations, launch, openTab } from './browser.js';
import { startSharedDemo } from './demo.js';

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

const paths = docsFiles.map((file) => toPagePath(file).slice(1));
const open = (path: string, options = {}) => openTab(browser, demo.url + path, { reducedMotion: 'reduce', ...options });
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

describe('a guide', () => {
  it.each(paths)('is accessible and quiet, and fits: %s', async (path) => {
    const tab = await open(path);
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [360, 'dark'],
    ] as const) {
      await tab.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await tab.page.setViewportSize({ width, height: 900 });
      await tab.page.waitForLoadState('networkidle');
      expect(await axeViolations(tab.page), `${width} px, ${colorScheme}`).toEqual([]);
      expect(await fits(tab.page)).toBe(true);
    }
    expect(await tab.page.locator('h1').count()).toBe(1);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('names in its sidebar every guide, and the one that is open', async () => {
    const tab = await open('docs/theming.html');
    const links = tab.page.getByRole('navigation', { name: 'Documentation' }).getByRole('link');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1)));
    expect(hrefs).toEqual([...paths, 'reference.html']);
    expect(await links.and(tab.page.locator('[aria-current=page]')).innerText()).toBe('Theming');
    await tab.close();
  });

  it('links to nothing that is not there', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wanted = new Map<string, string>();
    const ids = new Map<string, readonly string[]>();
    for (const path of [...paths, 'reference.html', 'index.html']) {
      await page.goto(demo.url + path);
      const found = await page.evaluate(() => ({
        hrefs: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }));
      expect(found.ids, path).toEqual([...new Set(found.ids)]);
      ids.set(demo.url + path, found.ids);
      if (path.startsWith('docs/')) {
        for (const href of found.hrefs) if (href.startsWith(demo.url)) wanted.set(href, path);
      }
    }
    const broken: string[] = [];
    for (const [href, from] of wanted) {
      const [address = '', hash] = href.split('#');
      const known = ids.get(address);
      const isThere = known
        ? !hash || known.includes(decodeURIComponent(hash))
        : (await context.request.get(address)).ok();
      if (!isThere) broken.push(`${from}: ${href}`);
    }
    expect(wanted.size).toBeGreaterThan(60);
    expect(broken).toEqual([]);
    await context.close();
  });

  it('leads to the next one and back', async () => {
    const tab = await open(paths[0] ?? '');
    await tab.page.locator('a[rel=next]').click();
    await expect.poll(() => tab.page.url()).toBe(`${demo.url}${paths[1]}`);
    await tab.page.locator('a[rel=prev]').click();
    await expect.poll(() => tab.page.url()).toBe(`${demo.url}${paths[0]}`);
    await tab.close();
  });

  it('colours its code', async () => {
    const tab = await open('docs/theming.html');
    const colours = await tab.page
      .locator('.prose .code pre')
      .first()
      .evaluate((pre) => [...new Set([...pre.querySelectorAll('span')].map((token) => getComputedStyle(token).color))]);
    expect(colours.length).toBeGreaterThan(2);
    await tab.close();
  });

  it('marks the section that is read', async () => {
    const tab = await open('docs/proxy.html');
    await tab.page.locator('#caching').evaluate((heading) => heading.scrollIntoView());
    const current = tab.page.locator('.docs-contents [aria-current]');
    await expect.poll(() => current.allInnerTexts()).toEqual(['Caching']);
    await tab.close();
  });

  it('has its menus behind buttons on a phone', async () => {
    const tab = await open('docs/theming.html', { viewport: { width: 360, height: 740 } });
    const menu = tab.page.getByRole('navigation', { name: 'Documentation' });
    const contents = tab.page.getByRole('navigation', { name: 'On this page' });
    expect(await menu.isVisible()).toBe(false);
    expect(await contents.isVisible()).toBe(false);
    await tab.page.getByRole('button', { name: 'Menu' }).click();
    await tab.page.getByRole('button', { name: 'On this page' }).click();
    await expect.poll(() => menu.isVisible()).toBe(true);
    await expect.poll(() => contents.isVisible()).toBe(true);
    expect(await axeViolations(tab.page)).toEqual([]);
    await tab.close();
  });

  it('fits from right to left, too', async () => {
    const tab = await open('docs/elements.html', { viewport: { width: 360, height: 740 } });
    await tab.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await fits(tab.page)).toBe(true);
    await tab.close();
  });

  it('prints the guide and nothing around it', async () => {
    const tab = await open('docs/theming.html');
    await tab.page.emulateMedia({ media: 'print' });
    expect(
      await tab.page.locator('.top, .foot, .docs-side, .docs-aside, .docs-turn').filter({ visible: true }).count(),
    ).toBe(0);
    expect(await tab.page.locator('.prose').isVisible()).toBe(true);
    await tab.close();
  });
});

describe('the search', () => {
  const results = (page: Page) => page.locator('.docs-search-results a');

  it('finds guides and names of the reference, by keyboard alone', async () => {
    const tab = await open('docs/getting-started.html');
    await tab.page.keyboard.press('/');
    await tab.page.keyboard.type('layout shift');
    await expect.poll(() => results(tab.page).first().innerText()).toContain('Avoid layout shift');
    expect(await axeViolations(tab.page)).toEqual([]);
    await tab.page.keyboard.press('ControlOrMeta+a');
    await tab.page.keyboard.type('HASOFFERS_TRUSTED_HOPS');
    const found = '/reference.html#proxy-HASOFFERS_TRUSTED_HOPS';
    await expect.poll(() => results(tab.page).first().getAttribute('href')).toBe(found);
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press('Enter');
    await expect.poll(() => tab.page.url()).toBe(new URL(found, demo.url).href);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('forgives a slip of the keyboard, and says when there is nothing', async () => {
    const tab = await open('docs/getting-started.html');
    await tab.page.getByRole('button', { name: 'Search' }).click();
    await tab.page.keyboard.type('accessibilty');
    await expect.poll(() => results(tab.page).first().innerText()).toContain('Accessibility');
    await tab.page.keyboard.type('zzzz');
    await expect.poll(() => tab.page.locator('#docs-search-count').innerText()).toBe('0 results');
    await tab.page.keyboard.press('Escape');
    await expect.poll(() => tab.page.locator('dialog[open]').count()).toBe(0);
    await tab.close();
  });

  it('closes when it leads to a place on the same page', async () => {
    const tab = await open('docs/theming.html');
    await tab.page.keyboard.press('Control+k');
    await tab.page.keyboard.type('light and dark');
    const link = tab.page.locator('.docs-search-results a[href="/docs/theming.html#light-and-dark"]');
    await link.click();
    await expect.poll(() => tab.page.locator('dialog[open]').count()).toBe(0);
    await expect.poll(() => tab.page.url()).toBe(`${demo.url}docs/theming.html#light-and-dark`);
    await tab.close();
  });
});
