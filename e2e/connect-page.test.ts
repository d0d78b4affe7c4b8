import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { worst } from '../cli/fixtures/faulty-proxies.js';
import {
  type Answer,
  makeOurs,
  passThrough,
  type Served,
  serve,
  site,
  toRequest,
  withHeaders,
} from '../cli/fixtures/proxies.js';
import { type Demo, startDemo } from '../demo/server.js';
import { axeViolations, launch, openTab, type Tab } from './browser.js';

let browser: Browser;
let demo: Demo;
let tab: Tab;
let served: Served | undefined;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startDemo({ port: 0 })]);
  tab = await openTab(browser, `${demo.url}connect.html`);
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  // Its calls of the last ten seconds, too.
  demo.network.reset();
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

/** A proxy that was made for pages of `site`, for this page instead. */
const forPage =
  (answer: Answer): Answer =>
  async (query, request) => {
    request.headers.origin &&= site;
    const reply = await answer(query, request);
    const allowed = reply.headers.get('access-control-allow-origin') === site;
    return allowed ? withHeaders(reply, { 'access-control-allow-origin': new URL(demo.url).origin }) : reply;
  };

/** Types an address into the form, and reads what is found: by check, the level and the words. */
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

/** How long answers take on a busy machine says nothing of a proxy. */
const levelsOf = (found: ReadonlyMap<string, { level: string }>): string[] =>
  [...found].filter(([name]) => name !== 'time').map(([, { level }]) => level);

describe('the check in the page', { timeout: 40_000 }, () => {
  it('finds nothing wrong with the proxy of the same site', async () => {
    const found = await check('/hasoffers');
    expect(levelsOf(found)).not.toContain('problem');
    expect(found.get('key')).toEqual({ level: 'ok', text: expect.stringContaining('HasOffers accepts the API key') });
    expect(await tab.page.locator('#summary').innerText()).toMatch(/^(?:No problems found|1 problem), \d+ requests\.$/);
  });

  it('finds nothing wrong with the proxy of another site, and says what a page cannot see', async () => {
    const ours = makeOurs(demo.network);
    served = await serve(forPage((query, request) => ours(toRequest(query, request))));
    const found = await check(served.url);
    expect(levelsOf(found)).not.toContain('problem');
    expect(found.get('origin')?.text).toMatch(/may read answers[\s\S]*cannot be seen from a page/);
    expect(found.get('leak')?.text).toContain('headers cannot be seen');
  });

  // A browser tells a page nothing of an answer without CORS: the row below says which words it has for that.
  it.each(worst.filter(([name]) => name !== 'no CORS'))(
    'finds: %s; and names the cure',
    async (name, wanted, message, cure, make) => {
      // Without headers to see, only the time can tell that every question goes to the network.
      if (name === 'nothing kept') demo.network.setFault('delay-400');
      served = await serve(forPage(make(demo.network)));
      const found = await check(served.url);
      expect(found.get(wanted)?.level).toBe('problem');
      expect(found.get(wanted)?.text).toMatch(message);
      expect(found.get(wanted)?.text).toMatch(cure);
    },
  );

  it('finds that pages are kept away, and names the origin to allow', async () => {
    served = await serve(passThrough(demo.network));
    const open = await check(served.url);
    expect(open.get('reachable')).toEqual({ level: 'ok', text: expect.stringContaining('Something answers') });
    expect(open.get('origin')?.level).toBe('problem');
    expect(open.get('origin')?.text).toContain(`HASOFFERS_ALLOWED_ORIGINS=${new URL(demo.url).origin}`);
    expect(open.get('key')?.level).toBe('unasked');
  });

  it('says that "kept away" and "not there" are the same to a page, and how to tell', async () => {
    const ours = makeOurs(demo.network);
    served = await serve((query, request) => ours(toRequest(query, request)));
    const kept = (await check(served.url)).get('reachable');
    await served.close();
    const gone = (await check(served.url)).get('reachable');
    expect(kept).toEqual(gone);
    expect(gone?.level).toBe('problem');
    expect(gone?.text).toMatch(/does not tell a page which[\s\S]*Open the address in a tab/);
  });

  it('asks nothing at an address that holds a key, or that is the API itself', async () => {
    for (const address of [
      'https://a.example/?api_key=SECRET1',
      'https://net.api.hasoffers.com/Apiv3/json',
      'nonsense',
    ]) {
      await tab.page.locator('#endpoint').fill(address);
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

it('tells the command for what was typed, and nothing that a shell would run', async () => {
  const { page } = tab;
  await page.locator('#endpoint').fill('https://proxy.example/x?site=1');
  expect(await page.locator('#command code').innerText()).toContain("check 'https://proxy.example/x?site=1' --origin");
  await page.locator('#endpoint').fill('https://proxy.example/$(reboot)');
  expect(await page.locator('#command code').innerText()).toContain('check <endpoint>');
});
