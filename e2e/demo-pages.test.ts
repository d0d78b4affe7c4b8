import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../demo/server.js';
import { axeViolations, launch, openTab, type Tab } from './browser.js';

const listPages = (folder: string) => readdirSync(`demo/${folder}`).filter((file) => file.endsWith('.html'));

/** Pages of the site itself: with its header, its footer, its colours. */
const sitePages = [...listPages('').filter((file) => file !== 'preview.html'), 'states/ready.html'];
const hostPages = listPages('hosts').map((file) => `hosts/${file}`);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startDemo({ port: 0 })]);
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

/** A page on which everything near the visitor's screen has come to rest. */
async function open(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<Tab> {
  const tab = await openTab(browser, demo.url + path, {
    viewport: { width, height: 900 },
    colorScheme,
    // Nothing is on its way somewhere when it is looked at.
    reducedMotion: 'reduce',
  });
  await tab.page.waitForLoadState('networkidle');
  return tab;
}

/** What states and the start page show on purpose: an endpoint that fails is a line of the browser's, and one of ours. */
const isOnPurpose = (complaint: string) =>
  /status of 50\d|ERR_EMPTY_RESPONSE|^\[hasoffers-widgets\] <hasoffers-/.test(complaint);
const fails = (path: string) => ['index.html', 'states.html'].includes(path);

/** Hosts bring their own colours. */
const visits = [
  ...sitePages.flatMap((path) => [[path, 1280, 'light'] as const, [path, 360, 'dark'] as const]),
  ...hostPages.map((path) => [path, 360, 'light'] as const),
];

describe('a page', () => {
  it.each(visits)(
    'is accessible, quiet and no wider than the screen: %s, %d px, %s',
    async (path, width, colorScheme) => {
      const tab = await open(path, width, colorScheme);
      expect(await axeViolations(tab.page)).toEqual([]);
      const shown = await tab.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        levels: [...document.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => Number(localName[1])),
        title: document.title,
      }));
      expect(shown.wide).toBeLessThanOrEqual(width);
      expect(shown.levels[0]).toBe(1);
      expect(shown.levels.filter((level) => level === 1)).toHaveLength(1);
      expect(shown.levels.filter((level, place) => level - (shown.levels[place - 1] ?? 0) > 1)).toEqual([]);
      expect(shown.title).not.toBe('');
      expect(tab.complaints.filter((complaint) => !(fails(path) && isOnPurpose(complaint)))).toEqual([]);
      await tab.close();
    },
  );
});

describe('the links', () => {
  it('of all pages lead somewhere', async () => {
    const wanted = new Map<string, string>();
    const ids = new Map<string, Set<string>>();
    const context = await browser.newContext();
    const page = await context.newPage();
    const queue = [...sitePages, ...hostPages];
    for (const path of queue) {
      const { found, own } = await page.goto(demo.url + path).then(() =>
        page.evaluate(() => ({
          found: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
          own: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        })),
      );
      ids.set(new URL(path, demo.url).href, new Set(own));
      for (const href of found) if (href.startsWith(demo.url)) wanted.set(href, path);
    }
    expect(wanted.size).toBeGreaterThan(50);
    const broken: string[] = [];
    const statuses = new Map<string, number>();
    for (const [href, from] of wanted) {
      const [address = '', hash = ''] = href.split('#');
      const target = address === demo.url ? `${demo.url}index.html` : address;
      const status = statuses.get(target) ?? (await context.request.get(target)).status();
      statuses.set(target, status);
      const known = ids.get(target);
      if (status !== 200 || (hash && known && !known.has(decodeURIComponent(hash)))) broken.push(`${from}: ${href}`);
    }
    expect(broken).toEqual([]);
    await context.close();
  });

  it('in the header name each page, and the page where one is', async () => {
    const tab = await openTab(browser, `${demo.url}hosts.html`);
    const links = tab.page.getByRole('navigation', { name: 'Site' }).getByRole('link');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1)));
    const others = sitePages.filter((file) => file !== 'index.html' && !file.includes('/'));
    expect([...hrefs].sort()).toEqual([...others].sort());
    expect(await links.and(tab.page.locator('[aria-current=page]')).innerText()).toBe('Hosts');
    await tab.close();
  });

  it('answer with 404 where nothing is', async () => {
    const context = await browser.newContext();
    expect((await context.request.get(`${demo.url}nothing.html`)).status()).toBe(404);
    await context.close();
  });
});

it('says whose data is shown where a real account is configured', async () => {
  const own = await startDemo({
    port: 0,
    account: { networkId: 'acme', keys: ['0'.repeat(64)], upstream: demo.network.url },
  });
  const tab = await openTab(browser, own.url);
  const text = await tab.page.locator('#live').innerText();
  expect(text).toContain('Live from your network, acme');
  expect(text).not.toContain('simulated');
  await tab.close();
  await own.close();
});
