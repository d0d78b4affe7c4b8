import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import type { ProxyOptions } from '../proxy/core/options.js';
import { createTokens, type MintOptions } from '../proxy/tokens/tokens.js';
import { type SampleKeyName, sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import type { Harness } from './harness.js';

const portalScript = fileURLToPath(new URL('../dist/hasoffers-portal.js', import.meta.url));
const secret = 'a secret of the tests that is long enough for HS256';

interface SignedInOptions {
  /** Whose account the proxy asks for. @default 'active' */
  readonly key?: SampleKeyName;
  readonly token?: Partial<MintOptions>;
  readonly proxy?: Pick<ProxyOptions, 'linkHosts' | 'allow'>;
}

/** The portal script, the proxy that ships with tokens, and a backend that mints one at `/widget-token`. */
export function mountSignedIn(
  { site, network }: Harness,
  { key = 'active', token, proxy: proxyOptions }: SignedInOptions = {},
): void {
  const tokens = createTokens({ secret, networkId: sampleNetworkId });
  const proxy = createProxy({
    networkId: sampleNetworkId,
    keys: [sampleKeys[key]],
    upstream: network.url,
    path: '/hasoffers',
    clientLimit: 0,
    log: () => {},
    tokens,
    ...proxyOptions,
  });
  site.route('/hasoffers', toListener(proxy));
  site.route('/hasoffers-portal.js', async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(await readFile(portalScript));
  });
  site.route('/widget-token', async (_, response) => {
    const scopes = ['stats', 'conversions', 'payments', 'messages'] as const;
    response.end(await tokens.mint({ subject: 'owner', scopes: [...scopes], ...token }));
  });
}

/** For the head of a page whose visitor is signed in. */
export const signedInHead = `<script>
window.HasOffersWidgets = { token: async () => (await fetch('/widget-token', { method: 'POST' })).text() };
</script>
<script src="/hasoffers-portal.js" data-endpoint="/hasoffers" defer></script>
<meta name="color-scheme" content="light dark">`;
