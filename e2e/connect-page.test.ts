import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { worst } from '../cli/fixtures/faulty-proxies.js';
import {
  createNaiveProxy,
  createShippedProxy,
  type Handler,
  type Served,
  serve,
  site,
  toRequest,
  withHeaders,
} from '../cli/fixtures/proxies.js';
import type { Demo } from '../demo/server.js';
import { axeViolations, launch, openTab, type Tab } from './browser.js';
import { startSharedDemo } from './demo.js';

let browser: Browser;
let demo: Demo;
let tab: Tab;
let served: Served | undefined;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
  tab = await openTab(browser, `${demo.url}connect.html`);
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  // Also the calls of the last ten seconds.
  demo.network.reset();
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

/** Adapts a proxy that allows pages of `site` to this page's origin. */
const forPage =
  (handler: Handler): Handler =>
  async (query, request) => {
    request.headers.origin &&= site;
    const reply = await handler(query, request);
    const allowed = reply.headers.get('access-control-allow-origin') === site;
    return allowed ? withHeaders(reply, { 'access-control-allow-origin': new URL(demo.url).origin }) : reply;
  };

/** Types a URL into the form and reads the findings: level and text by check. */
async function check(endpoint: string): Promise<ReadonlyMap<string, { level: string; text: string }>> {
  const { page } = tab;
  await page.locator('#endpoint').fill(endpoint);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect.poll(() => page.locator('#summary').innerText(), { timeout: 20_000 }).toMatch(/request/);
  const rows = await page
    .locator('#findings li')
    .evaluateAll((items) =>
      items.map(
        (item) => [item.dataset.check ?? '', { level: item.dataset.level ?? '', text: item.textContent }] as const,
      ),
    );
  expect(rows.map(([, { text }]) => text).join()).not.toContain('fa4e');
  return new Map(rows);
}

/** Without the response time, which says nothing about a proxy on a busy machine. */
const levelsOf = (found: ReadonlyMap<string, { level: string }>): string[] =>
  [...found].filter(([name]) => name !== 'time').map(([, { level }]) => level);

describe('the check in the page', { timeout: 40_000 }, () => {
  it('finds no problem in the proxy of the same origin', async () => {
    const found = await check('/hasoffers');
    expect(levelsOf(found)).not.toContain('problem');
    expect(found.get('key')).toEqual({ level: 'ok', text: expect.stringContaining('HasOffers accepts the API key') });
    expect(await tab.page.locator('#summary').innerText()).toMatch(/^(?:No problems found|1 problem), \d+ requests\.$/);
  });

  it('finds no problem in the proxy of another origin, and notes what a page cannot check', async () => {
    const ours = createShippedProxy(demo.network);
    served = await serve(forPage((query, request) => ours(toRequest(query, request))));
    const found = await check(served.url);
    expect(levelsOf(found)).not.toContain('problem');
    expect(found.get('origin')?.text).toMatch(/may read responses[\s\S]*a page cannot check it/);
    expect(found.get('leak')?.text).toContain('cannot read most of their headers');
  });

  // A page cannot read a response without CORS; the test below has the finding for that.
  it.each(worst.filter(([name]) => name !== 'no CORS'))(
    'finds: %s; and shows the hint',
    async (name, wanted, message, hint, make) => {
      // Without readable headers, only the response time shows that every request goes to the network.
      if (name === 'nothing cached') demo.network.setFault('delay-400');
      served = await serve(forPage(make(demo.network)));
      const found = await check(served.url);
      expect(found.get(wanted)?.level).toBe('problem');
      expect(found.get(wanted)?.text).toMatch(message);
      expect(found.get(wanted)?.text).toMatch(hint);
    },
  );

  it('finds that the page is not allowed, and names the origin to allow', async () => {
    served = await serve(createNaiveProxy(demo.network));
    const open = await check(served.url);
    expect(open.get('reachable')).toEqual({ level: 'ok', text: expect.stringContaining('The server responds') });
    expect(open.get('origin')?.level).toBe('problem');
    expect(open.get('origin')?.text).toContain(`HASOFFERS_ALLOWED_ORIGINS=${new URL(demo.url).origin}`);
    expect(open.get('key')?.level).toBe('skipped');
  });

  it('reports that a page cannot distinguish "not allowed" from "unreachable", and how to find out', async () => {
    const ours = createShippedProxy(demo.network);
    served = await serve((query, request) => ours(toRequest(query, request)));
    const notAllowed = (await check(served.url)).get('reachable');
    await served.close();
    const gone = (await check(served.url)).get('reachable');
    expect(notAllowed).toEqual(gone);
    expect(gone?.level).toBe('problem');
    expect(gone?.text).toMatch(/cannot distinguish the two[\s\S]*Open the URL in a tab/);
  });

  it('sends no request to a URL that holds a key, or to the API itself', async () => {
    for (const endpoint of [
      'https://a.example/?api_key=SECRET1',
      'https://net.api.hasoffers.com/Apiv3/json',
      'nonsense',
    ]) {
      await tab.page.locator('#endpoint').fill(endpoint);
      await tab.page.locator('#endpoint').press('Enter');
      await expect.poll(() => tab.page.locator('#endpoint-problem').innerText()).toMatch(/\w+/);
      expect(await tab.page.locator('#command code').innerText()).toContain('check <endpoint>');
    }
  });
});

it.each([
  ['light', 1280],
  ['dark', 360],
] as const)('the page is accessible in %s at %d px, findings included, and fits', async (colorScheme, width) => {
  const other = await openTab(browser, `${demo.url}connect.html`, { colorScheme, viewport: { width, height: 900 } });
  await other.page.getByRole('button', { name: 'rate limit' }).click();
  await expect.poll(() => other.page.locator('#summary').innerText()).toContain('problem');
  expect(await axeViolations(other.page)).toEqual([]);
  expect(await other.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await other.close();
});

it('shows the command for the typed URL, and nothing that a shell would run', async () => {
  const { page } = tab;
  await page.locator('#endpoint').fill('https://proxy.example/x?site=1');
  expect(await page.locator('#command code').innerText()).toContain("check 'https://proxy.example/x?site=1' --origin");
  await page.locator('#endpoint').fill('https://proxy.example/$(reboot)');
  expect(await page.locator('#command code').innerText()).toContain('check <endpoint>');
});
