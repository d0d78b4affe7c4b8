import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import type { ProxyOptions } from '../proxy/core/options.js';
import { createTokens, type MintOptions } from '../proxy/tokens/tokens.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { openTab, type Tab } from './browser.js';
import { type Harness, useHarness } from './harness.js';
import { buildSignedInScript } from './signed-in-script.js';
import { plainPage, type Site, startSite } from './site.js';

const secret = 'a secret for the tests of signed-in pages';
export const tokens = createTokens({ secret, networkId: sampleNetworkId });
export const otherNetwork = createTokens({ secret, networkId: 'other' });
export const otherSecret = createTokens({
  secret: 'a secret that the proxy does not have at all',
  networkId: sampleNetworkId,
});
export const longAgo = createTokens({ secret, networkId: sampleNetworkId, now: () => Date.now() - 86_400_000 });

/** Members, each with the sub-id of their rows. */
export const member = (name: string, options: Partial<MintOptions> = {}): MintOptions => ({
  subject: name,
  scopes: ['stats'],
  lock: { aff_sub: name },
  ...options,
});

/** In front of the script: the page's token function. */
const head = `<script>
  window.HasOffersWidgets = {
    token: async () => {
      const response = await fetch('/widget-token', { method: 'POST' });
      return response.status === 200 ? response.text() : null;
    },
  };
</script>
<script src="/hasoffers-test.js" data-endpoint="/hasoffers" defer></script>`;

export const clicks = (attributes = '') =>
  `<hasoffers-test-clicks loading="eager" ${attributes}></hasoffers-test-clicks>`;

/** What an element lists, such as `member-1: 12`. */
export const lines = (tab: Tab, index = 0): Promise<string[]> =>
  tab.page.locator('hasoffers-test-clicks').nth(index).locator('li').allInnerTexts();

export const subIds = async (tab: Tab, index = 0) => (await lines(tab, index)).map((line) => line.split(':')[0]);

interface SignedInHarness {
  readonly harness: Harness;
  /** Responses of the page's server, in this order; the last one repeats; nothing = nobody is signed in. */
  served: (() => Promise<string>)[];
  /** Tokens that it gave. */
  minted: string[];
  /** A site of another owner, with a proxy at `/proxy` that pages of the harness may use. */
  readonly elsewhere: Site;
  /** @param first - Comes before everything else in the page. */
  open(body: string, first?: string): Promise<Tab>;
  /** Requests for a token since the file began. */
  tokenCalls(): number;
  /** Requests to the proxy at `/hasoffers` since the file began. */
  proxyCalls(): number;
}

/** Pages with signed-in elements, their server that mints tokens, the proxy that ships, and the sample network. */
export function useSignedInHarness(): SignedInHarness {
  const own = { served: [], minted: [] } as unknown as {
    -readonly [Name in keyof SignedInHarness]: SignedInHarness[Name];
  };
  let script = '';

  beforeAll(async () => {
    [script, own.elsewhere] = await Promise.all([buildSignedInScript(), startSite()]);
  });
  afterAll(() => own.elsewhere?.close());

  const serveToken = async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
    const mint = own.served.length > 1 ? own.served.shift() : own.served[0];
    if (!mint) return void response.writeHead(204).end();
    const token = await mint();
    own.minted.push(token);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`${token}\n`);
  };

  const harness = useHarness(({ site, network }) => {
    own.served = [() => tokens.mint(member('member-1'))];
    own.minted = [];
    const options = { networkId: sampleNetworkId, keys: [sampleKeys.active], upstream: network.url, tokens };
    const proxyAt = (path: string, allowed: Pick<ProxyOptions, 'allowedOrigins'> = {}) =>
      toListener(createProxy({ ...options, ...allowed, path, clientLimit: 0, log: () => {} }));
    for (const path of ['/hasoffers', '/second']) site.route(path, proxyAt(path));
    own.elsewhere.route('/proxy', proxyAt('/proxy', { allowedOrigins: [site.url] }));
    site.route('/widget-token', serveToken);
    site.route('/hasoffers-test.js', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    });
  });

  const count = (start: string) => harness.site.requests.filter((path) => path.startsWith(start)).length;
  return Object.assign(own, {
    harness,
    open: (body: string, first = '') => openTab(harness.browser, harness.site.page('/', plainPage(body, first + head))),
    tokenCalls: () => count('/widget-token'),
    proxyCalls: () => count('/hasoffers?'),
  });
}
