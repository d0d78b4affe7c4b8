import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import type { ProxyOptions } from '../proxy/core/options.js';
import { createTokens, type MintOptions } from '../proxy/tokens/tokens.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { axeViolations, openTab, type Tab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { buildSignedInScript } from './signed-in-script.js';
import { plainPage, type Site, startSite } from './site.js';

/** Signed-in elements on real pages, with the proxy that ships and the sample network. */

const secret = 'a secret for the tests of signed-in pages';
const tokens = createTokens({ secret, networkId: sampleNetworkId });
const strangers = createTokens({ secret: 'a secret that the proxy does not have at all', networkId: sampleNetworkId });
const longAgo = createTokens({ secret, networkId: sampleNetworkId, now: () => Date.now() - 86_400_000 });

const member = (name: string, options: Partial<MintOptions> = {}): MintOptions => ({
  subject: name,
  scopes: ['stats'],
  lock: { aff_sub: name },
  ...options,
});

/** What the page's server answers, one after the other, the last one again and again: a token, or 204 for nobody. */
let served: (() => Promise<string>)[] = [];
/** Tokens that went out. */
let minted: string[] = [];
/** A site of somebody else's, where the proxy stands for pages of other origins. */
let elsewhere: Site;
let script = '';

async function serveToken(_: IncomingMessage, response: ServerResponse): Promise<void> {
  const next = served.length > 1 ? served.shift() : served[0];
  if (!next) return void response.writeHead(204).end();
  const token = await next();
  minted.push(token);
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`${token}\n`);
}

beforeAll(async () => {
  [script, elsewhere] = await Promise.all([buildSignedInScript(), startSite()]);
});
afterAll(() => elsewhere?.close());

const harness = useHarness(({ site, network }) => {
  served = [() => tokens.mint(member('member-1'))];
  minted = [];
  const options = { networkId: sampleNetworkId, keys: [sampleKeys.active], upstream: network.url, tokens };
  const proxyAt = (path: string, allowed: Pick<ProxyOptions, 'allowedOrigins'> = {}) =>
    toListener(createProxy({ ...options, ...allowed, path, clientLimit: 0, log: () => {} }));
  for (const path of ['/hasoffers', '/second']) site.route(path, proxyAt(path));
  elsewhere.route('/proxy', proxyAt('/proxy', { allowedOrigins: [site.url] }));
  site.route('/widget-token', serveToken);
  site.route('/hasoffers-test.js', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
  });
});

const head = `<script>
  window.HasOffersWidgets = {
    token: async () => {
      const response = await fetch('/widget-token', { method: 'POST' });
      return response.status === 200 ? response.text() : null;
    },
  };
</script>
<script src="/hasoffers-test.js" data-endpoint="/hasoffers" defer></script>`;

const clicks = (attributes = '') => `<hasoffers-test-clicks loading="eager" ${attributes}></hasoffers-test-clicks>`;
const manager = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>';

/** Runs before everything else in the page. */
const open = async (body: string, first = ''): Promise<Tab> =>
  openTab(harness.browser, harness.site.page('/', plainPage(body, first + head)));

const lines = (tab: Tab, index = 0): Promise<string[]> =>
  tab.page.locator('hasoffers-test-clicks').nth(index).locator('li').allInnerTexts();
const subIds = async (tab: Tab, index = 0) => (await lines(tab, index)).map((line) => line.split(':')[0]);
const stateOf = (tab: Tab) =>
  tab.page
    .locator('hasoffers-test-clicks')
    .first()
    .evaluate((each) => Object(each).state);
const tokenCalls = () => harness.site.requests.filter((path) => path === '/widget-token').length;
const proxyCalls = () => harness.site.requests.filter((path) => path.startsWith('/hasoffers?')).length;

describe('a page with signed-in elements', () => {
  it('asks for one token for five of them, and shows a member its own rows', async () => {
    const from = tokenCalls();
    const tab = await open(clicks().repeat(5));
    for (let index = 0; index < 5; index += 1) await expect.poll(() => subIds(tab, index)).toEqual(['member-1']);
    expect(tokenCalls() - from).toBe(1);
    expect(harness.network.calls).toHaveLength(1);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('asks for none where all elements are public, and these never send it', async () => {
    const from = tokenCalls();
    const tab = await open(manager);
    await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(tokenCalls() - from).toBe(0);
    const sent: (string | undefined)[] = [];
    tab.page.on('request', (request) => {
      if (request.url().includes('getAccountManager')) sent.push(request.headers().authorization);
    });
    await tab.page
      .locator('main')
      .evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), clicks() + manager);
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await expect.poll(() => sent).toEqual([undefined]);
    await tab.close();
  });

  it('keeps the token out of URLs, storage, console, events, cookies and the network', async () => {
    const listen = `<script>
      window.details = [];
      for (const type of ['hasoffers-load', 'hasoffers-error']) {
        addEventListener(type, ({ detail }) => details.push(JSON.stringify(detail)));
      }
    </script>`;
    const tab = await open(clicks(), listen);
    const said: string[] = [];
    tab.page.on('console', (message) => said.push(message.text()));
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    served = [() => strangers.mint(member('member-1'))];
    await tab.page.evaluate(() => window.HasOffersWidgets?.configure({ debug: true }));
    await tab.page.evaluate(() => {
      window.HasOffersWidgets?.signOut();
      return Object(document.querySelector('hasoffers-test-clicks')).refresh();
    });
    await expect.poll(() => tab.page.evaluate(() => Object(window).details.join())).toContain('signed-out');
    const traces = await tab.page.evaluate(() => [
      location.href,
      document.cookie,
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, performance.getEntries(), Object(window).details]),
      document.documentElement.outerHTML,
    ]);
    const all = [...traces, ...said, ...harness.site.requests, JSON.stringify(harness.network.calls)].join('\n');
    expect(minted.length).toBeGreaterThan(1);
    for (const token of minted) expect(all).not.toContain(token.split('.')[1]);
    await tab.close();
  });

  it('says that nobody is signed in, and the proxy is not called', async () => {
    served = [];
    const from = proxyCalls();
    const tab = await open(clicks());
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in to see this.');
    expect(proxyCalls() - from).toBe(0);
    expect(await axeViolations(tab.page)).toEqual([]);
    served = [() => tokens.mint(member('member-1'))];
    await tab.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await tab.close();
  });

  it('may stand on another origin than the proxy', async () => {
    const tab = await open(clicks(`endpoint="${elsewhere.url}/proxy"`));
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('may have a strict policy', async () => {
    const inline = `<script src="/settings.js"></script><script src="/hasoffers-test.js" data-endpoint="/hasoffers"></script>`;
    harness.site.route('/settings.js', (_, response) => {
      response.end("window.HasOffersWidgets = { token: () => fetch('/widget-token').then((reply) => reply.text()) }");
    });
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'";
    const html = plainPage(clicks(), inline).replace(/<style>.*<\/style>/, '');
    const tab = await openTab(
      harness.browser,
      harness.site.page('/', { html, headers: { 'content-security-policy': policy } }),
    );
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await tab.page.evaluate(() => window.HasOffersWidgets?.signOut());
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    expect(tab.complaints.filter((line) => line.includes('policy'))).toEqual([]);
    await tab.close();
  });
});

describe('a token', () => {
  const shiftClock = (days: number) => `<script>{
    const shift = ${days} * 86400000;
    const RealDate = Date;
    Date = class extends RealDate {
      constructor(...values) {
        if (values.length) super(...values);
        else super(RealDate.now() + shift);
      }
      static now() { return RealDate.now() + shift; }
    };
  }</script>`;

  it.each([
    ['two days ahead', 2],
    ['two days behind', -2],
  ])("loads and renews when the browser's clock is %s", async (_, days) => {
    served = [() => tokens.mint(member('member-1', { expiresIn: 2 }))];
    const from = tokenCalls();
    const tab = await open(clicks(), shiftClock(days));
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await expect.poll(() => tokenCalls() - from).toBeGreaterThan(1);
    expect(await stateOf(tab)).toBe('ready');
    await tab.close();
  });

  it('that has expired is renewed once, and the request is repeated once', async () => {
    served = [() => longAgo.mint(member('member-1')), () => tokens.mint(member('member-1'))];
    const from = [tokenCalls(), proxyCalls()] as const;
    const tab = await open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    expect([tokenCalls() - from[0], proxyCalls() - from[1]]).toEqual([2, 2]);
    await tab.close();
  });

  it.each([
    ['expired', () => longAgo.mint(member('member-1'))],
    ['of another secret', () => strangers.mint(member('member-1'))],
    ['of another network', () => createTokens({ secret, networkId: 'other' }).mint(member('member-1'))],
    [
      'without a signature',
      async () => {
        const [, payload] = (await tokens.mint(member('member-1'))).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
    [
      'with another lock than was signed',
      async () => {
        const [header, payload = '', signature] = (await tokens.mint(member('member-1'))).split('.');
        const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), lock: { aff_sub: 'member-2' } };
        return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
      },
    ],
  ])('%s, given again and again: two calls, none to HasOffers, and nobody is signed in', async (_, mint) => {
    served = [mint];
    const from = proxyCalls();
    const tab = await open(clicks());
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    expect(proxyCalls() - from).toBe(2);
    expect(harness.network.calls).toEqual([]);
    await tab.close();
  });

  it('is renewed when the connection is back, without a reload', async () => {
    served = [() => tokens.mint(member('member-1', { expiresIn: 2 }))];
    const tab = await open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await tab.page.context().setOffline(true);
    await expect.poll(() => tab.page.evaluate(() => navigator.onLine)).toBe(false);
    const from = tokenCalls();
    served = [() => tokens.mint(member('member-1'))];
    await tab.page.context().setOffline(false);
    await expect.poll(() => tokenCalls() - from).toBe(1);
    expect(await subIds(tab)).toEqual(['member-1']);
    await tab.close();
  });
});

describe('what one member sees is never shown to another', () => {
  it('on a page with two endpoints and two locks', async () => {
    served = [() => tokens.mint(member('member-1')), () => tokens.mint(member('member-2'))];
    const tab = await open(clicks() + clicks('endpoint="/second"') + clicks() + clicks('endpoint="/second"'));
    for (const index of [0, 1, 2, 3]) await expect.poll(() => lines(tab, index)).toHaveLength(1);
    const [first, second, third, fourth] = await Promise.all([0, 1, 2, 3].map((index) => subIds(tab, index)));
    expect([first, second].sort()).toEqual([['member-1'], ['member-2']]);
    expect([third, fourth]).toEqual([first, second]);
    await tab.close();
  });

  it('when one signs out and another signs in', async () => {
    const tab = await open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    served = [() => tokens.mint(member('member-2'))];
    const from = [tokenCalls(), proxyCalls()] as const;
    const atOnce = await tab.page.evaluate(() => {
      window.HasOffersWidgets?.signOut();
      return document.querySelector('hasoffers-test-clicks')?.shadowRoot?.textContent;
    });
    expect(atOnce).not.toContain('member-1');
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    expect([tokenCalls(), proxyCalls()]).toEqual(from);
    await tab.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => subIds(tab)).toEqual(['member-2']);
    await tab.close();
  });

  it('when who signed out elsewhere comes back by the back button', async () => {
    const tab = await open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    served = [];
    await tab.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    await tab.close();
  });
});
