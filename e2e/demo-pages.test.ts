import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../demo/server.js';
import { axeViolations, launch, openTab } from './browser.js';
import { startSharedDemo } from './demo.js';

const listPages = (folder: string) => readdirSync(`demo/${folder}`).filter((file) => file.endsWith('.html'));

/** Pages of the site itself: with its header, its footer, its colours. */
const sitePages = [...listPages('').filter((file) => file !== 'preview.html'), 'states/ready.html'];
const hostPages = listPages('hosts').map((file) => `hosts/${file}`);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

/** What states and the start page show on purpose: an endpoint that fails is a line of the browser's, and one of ours. */
const isOnPurpose = (message: string) =>
  /status of 50\d|ERR_EMPTY_RESPONSE|^\[hasoffers-widgets\] <hasoffers-/.test(message);
const fails = (path: string) => ['index.html', 'states.html'].includes(path);

interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** The pages of host sites have their own colours. */
const visits = [
  ...sitePages.map((path) => ({
    path,
    looks: [
      { width: 1280, colorScheme: 'light' },
      { width: 360, colorScheme: 'dark' },
    ] satisfies Look[],
  })),
  ...hostPages.map((path) => ({ path, looks: [{ width: 360, colorScheme: 'light' }] satisfies Look[] })),
];

describe('a page', () => {
  it.each(visits)('is accessible, quiet and no wider than the screen: $path', async ({ path, looks }) => {
    // No transition is running when the picture is taken.
    const tab = await openTab(browser, demo.url + path, { reducedMotion: 'reduce' });
    for (const { width, colorScheme } of looks) {
      await tab.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await tab.page.setViewportSize({ width, height: 900 });
      // The browser does not always report it of a page with frames, which then is looked at as it is.
      await tab.page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
      const look = `${width} px, ${colorScheme}`;
      expect(await axeViolations(tab.page), look).toEqual([]);
      expect(await tab.page.evaluate(() => document.documentElement.scrollWidth), look).toBeLessThanOrEqual(width);
    }
    const levels = await tab.page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map(({ localName }) => Number(localName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, place) => level - (levels[place - 1] ?? 0) > 1)).toEqual([]);
    expect(await tab.page.title()).not.toBe('');
    expect(tab.consoleErrors.filter((message) => !(fails(path) && isOnPurpose(message)))).toEqual([]);
    await tab.close();
  });
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
    expect([...hrefs].sort()).toEqual([...others, 'docs/getting-started.html'].sort());
    expect(await links.and(tab.page.locator('[aria-current=page]')).innerText()).toBe('Hosts');
    await tab.close();
  });

  it.each(['nothing.html', 'assets/nothing.js', '..%2fserver.ts', '%2e%2e/package.json', 'module/index.js'])(
    'answer with 404 where nothing is: %s',
    async (path) => {
      const [, port = ''] = /:(\d+)/.exec(demo.url) ?? [];
      expect(await readStatus(Number(port), `/${path}`)).toBe(404);
    },
  );
});

describe('the files', () => {
  it.each([
    ['', 'text/html'],
    ['hosts.html?x=1', 'text/html;charset=utf-8'],
    ['hasoffers-widgets.js', 'text/javascript; charset=utf-8'],
    ['locales/de.js', 'text/javascript; charset=utf-8'],
  ])('are sent compressed, with their type, and not again while they are the same: /%s', async (path, type) => {
    const first = await fetch(demo.url + path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe(type);
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(demo.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(demo.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  it('let other origins read the script, so that its hash is checked', async () => {
    const { headers } = await fetch(`${demo.url}hasoffers-widgets.js`, { headers: { origin: 'https://site.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
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

/** Of exactly this path; `fetch` would normalize it. */
function readStatus(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}
