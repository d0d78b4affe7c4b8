import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { findBrowser } from '../scripts/browser.js';
import { openTab } from './browser.js';
import { freshProxy, plainPage, type Site, startSite } from './site.js';

/** A name as public pages have it; the browser is told that it is this machine. */
const publicHost = 'www.partner-site.example';

let browser: Browser;
let network: SampleNetwork;
let site: Site;
beforeAll(async () => {
  const executablePath = findBrowser();
  const args = ['--no-sandbox', `--host-resolver-rules=MAP ${publicHost} 127.0.0.1`];
  [browser, network, site] = await Promise.all([
    chromium.launch({ ...(executablePath && { executablePath }), args }),
    startSampleNetwork(),
    startSite(),
  ]);
});
afterAll(() => Promise.all([browser?.close(), network?.close(), site?.close()]));
beforeEach(() => network.reset());

/** Error texts of upstream or of a proxy must never be shown: they can contain the key. */
const upstreamWords = 'SQLSTATE[42000] near api_key';

interface Failure {
  readonly status: number;
  readonly words?: string;
  /** Where the integrator has to change something first, a retry does not help. */
  readonly retry: boolean;
  readonly body?: string;
}

/** By code: the answer that leads to it, and whether a visitor is offered another try. */
const failures: Readonly<Record<string, Failure>> = {
  timeout: { status: 504, retry: true },
  'rate-limit': { status: 429, retry: true },
  auth: { status: 401, retry: false },
  permission: { status: 403, retry: false },
  'network-id': { status: 200, words: 'Network id is wrong', retry: false },
  validation: { status: 400, retry: false },
  'not-found': { status: 404, retry: false },
  upstream: { status: 502, retry: true },
  'invalid-response': { status: 200, body: `<html><body>${upstreamWords}</body></html>`, retry: true },
  network: { status: 0, retry: true },
};

function serve(code: string): void {
  const { status, words = '', body } = failures[code] as Failure;
  const errors = [{ publicMessage: `${words} ${upstreamWords}` }];
  const envelope = JSON.stringify({ response: { status: -1, errors, errorMessage: upstreamWords } });
  site.route('/failing', (request, response) => {
    if (!status) return request.destroy();
    response.writeHead(status, { 'retry-after': '3600' }).end(body ?? envelope);
  });
}

const elements = (attributes = '') => `
<hasoffers-account-manager loading="eager" ${attributes}></hasoffers-account-manager>
<hasoffers-account-manager loading="eager" ${attributes}></hasoffers-account-manager>
<hasoffers-offer-list loading="eager" page-size="2" ${attributes}></hasoffers-offer-list>`;

const atPublicHost = (url: string): string => url.replace('127.0.0.1', publicHost);

interface Told {
  /** Console messages of our script. */
  readonly author: readonly string[];
  /** The text of each element. */
  readonly visitors: readonly string[];
  readonly buttons: number;
}

async function open(url: string): Promise<Told> {
  const { page, consoleErrors, close } = await openTab(browser, url);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')].every(
      (element) => element.matches(':state(error)'),
    ),
  );
  const told = {
    author: consoleErrors.filter((text) => text.includes('[hasoffers-widgets]')),
    visitors: await page.locator('[part~=error]').allInnerTexts(),
    buttons: await page.getByRole('button').count(),
  };
  await close();
  return told;
}

const page = (body: string, script = '') => {
  const tag = '<script src="/hasoffers-widgets.js" data-endpoint="/failing"></script>';
  return site.page('/', plainPage(body, `${tag}<script>${script}</script>`));
};

describe.each(Object.entries(failures))('a failed load (%s)', (code, { retry }) => {
  beforeEach(() => serve(code));

  it('is one friendly message for visitors, with a retry where that can help, and nothing in the console', async () => {
    const { author, visitors, buttons } = await open(atPublicHost(page(elements())));
    expect(author).toEqual([]);
    expect(visitors).toHaveLength(3);
    for (const text of visitors) {
      const [sentence = '', ...rest] = text.split('\n').filter(Boolean);
      expect(sentence).toMatch(/^[A-Z][^<>{}[\]_]{15,80}\.$/);
      expect(sentence).not.toMatch(/error|fail|invalid|proxy|API|key|\d/i);
      expect(rest).toEqual(retry ? ['Try again'] : []);
    }
    expect(buttons).toBe(retry ? 3 : 0);
    expect(visitors.join()).not.toContain('SQLSTATE');
  });

  it.each([
    ['on a local page', (body: string) => page(body)],
    ['with debug, anywhere', (body: string) => atPublicHost(page(body, 'HasOffersWidgets.configure({ debug: true })'))],
  ])('is logged with cause and hint for the integrator, each once, %s', async (_, make) => {
    const { author } = await open(make(elements()));
    // Three elements, of which two are equal.
    expect(author).toHaveLength(2);
    for (const tag of ['hasoffers-account-manager', 'hasoffers-offer-list']) {
      const told = author.filter((text) => text.includes(`<${tag}> ${code}: `));
      expect(told).toHaveLength(1);
      // The cause, and a hint.
      expect(told[0]).toMatch(/: [^:]+\. (Check|Let|Create|Allow|Correct|Open|Set|Look|It loads)[^:]+\.\s*$/);
    }
    expect(author.join()).not.toContain('SQLSTATE');
  });
});

describe('a wrong setting', () => {
  const settings = [
    ['no endpoint', 'endpoint=" "', /No endpoint.*data-endpoint/],
    ['an endpoint that shows the key', `endpoint="/failing?api_key=${sampleKeys.active}"`, /key.*Replace/i],
    ['the API itself', 'endpoint="https://sample.api.hasoffers.com/Apiv3/json"', /proxy.*API itself/],
    ['an address of another kind', 'endpoint="ftp://example.com/"', /http.*proxy/],
  ] as const;

  it.each(settings)('(%s) is logged for the integrator, once for each kind of element', async (_, attribute, hint) => {
    const { author, visitors } = await open(page(elements(attribute)));
    expect(author).toHaveLength(2);
    for (const text of author) expect(text).toMatch(hint);
    expect(author.join()).not.toContain(sampleKeys.active);
    expect(visitors).toEqual(Array(3).fill('This is not available at the moment.'));
  });

  it.each(settings)('(%s) is not logged on a public page', async (_, attribute) => {
    const { author, visitors } = await open(atPublicHost(page(elements(attribute))));
    expect(author).toEqual([]);
    expect(visitors).toHaveLength(3);
  });

  it('in an attribute is logged with what was expected, once, and the default is used', async () => {
    site.route('/hasoffers', freshProxy(network.url));
    const body =
      '<hasoffers-offer-list endpoint="/hasoffers" loading="eager" layout="gird" page-size="1000"></hasoffers-offer-list>';
    for (const [url, expected] of [
      [page(body.repeat(2)), [/layout="gird".*grid/, /page-size="1000".*1 to 100/]],
      [atPublicHost(page(body.repeat(2))), []],
    ] as const) {
      const { page: tab, consoleErrors, close } = await openTab(browser, url);
      await expect.poll(() => tab.locator('[part~=list]').count()).toBe(2);
      const told = consoleErrors.filter((text) => text.includes('[hasoffers-widgets]')).toSorted();
      expect(told).toHaveLength(expected.length);
      for (const [index, pattern] of expected.entries()) expect(told[index]).toMatch(pattern);
      await close();
    }
  });
});

it('is offline for a visitor who is, and loads by itself when that is over', async () => {
  site.route('/failing', freshProxy(network.url, '/failing'));
  const url = atPublicHost(page('<p>Nothing yet.</p>'));
  const { page: tab, consoleErrors, close } = await openTab(browser, url);
  await tab.context().setOffline(true);
  await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), elements());
  await expect.poll(() => tab.locator('[part~=error]').allInnerTexts()).toHaveLength(3);
  for (const text of await tab.locator('[part~=error]').allInnerTexts()) expect(text).toMatch(/^You are offline\./);
  await tab.context().setOffline(false);
  await expect.poll(() => tab.locator('[part~=offer]').count()).toBe(2);
  await expect.poll(() => tab.locator('[part~=error]').count()).toBe(0);
  expect(consoleErrors.filter((text) => text.includes('[hasoffers-widgets]'))).toEqual([]);
  await close();
});

it('says that shown data is old when it could not be loaded again, and takes that back', async () => {
  site.route('/failing', freshProxy(network.url, '/failing'));
  const { page: tab, close } = await openTab(browser, atPublicHost(page(elements())));
  await expect.poll(() => tab.locator('[part~=offer] [part~=link]').count()).toBe(2);
  serve('upstream');
  const refresh = () =>
    tab.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')].map(
          (element) => (element as HTMLElement & { refresh(): Promise<void> }).refresh(),
        ),
      ),
    );
  await refresh();
  const notices = await tab.locator('[part~=stale]').allInnerTexts();
  expect(notices).toHaveLength(3);
  for (const text of notices) expect(text).toMatch(/^This may be out of date\. As of \d+:\d\d\s[AP]M\s+Try again$/);
  expect(await tab.locator('[part~=offer] [part~=link]').count()).toBe(2);
  site.route('/failing', freshProxy(network.url, '/failing'));
  await tab.getByRole('button', { name: 'Try again' }).last().click();
  await expect.poll(() => tab.locator('[part~=stale]').count()).toBe(2);
  await close();
});
