import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { build, type Connect, type Plugin, preview } from 'vite';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import type { ProxyOptions } from '../proxy/core/options.js';
import type { Tokens } from '../proxy/tokens/tokens.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { createForward } from './forward.js';
import { createPortalBackend } from './portal/backend.js';
import { dist } from './site/built-script.js';
import { type Scenario, scenarios } from './states.js';
import { createBuildConfig, siteConfig } from './vite.config.js';

export interface DemoOptions {
  /** 0 = a free one. */
  readonly port: number;
  /** A real network and a key for it, and whatever else its proxy should know. @default the sample network */
  readonly account?: Omit<ProxyOptions, 'path' | 'log'> | undefined;
  /** Log lines of the proxies. @default dropped */
  readonly log?: ProxyOptions['log'];
  /** A folder in which `buildPages` has built them. @default they are built first, into a folder that goes with the server */
  readonly pages?: string;
}

export interface Demo {
  /** With final slash. */
  readonly url: string;
  readonly network: SampleNetwork;
  readonly close: () => Promise<void>;
}

/** What an endpoint does. */
interface Served extends Scenario {
  /** Opens the signed-in scope. */
  readonly tokens?: Tokens;
}

/** What the elements of the portal need beside the methods that every proxy serves. */
const extraMethods = ['Affiliate_OfferFile::findAll+code'];

const portalEndpoint = '/hasoffers/portal';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Builds the demo's pages and serves them, the built script and the proxies on one port. `dist/` must be there. */
export async function startDemo({ port, account, log = () => {}, pages }: DemoOptions): Promise<Demo> {
  const network = await startSampleNetwork();
  const listen = ({ method, ...served }: Served, path: string): Listener => {
    if (method) {
      const failing = listen(served, path);
      const { key, tokens } = served;
      const good = listen({ key, ...(tokens && { tokens }) }, path);
      return (request, response) => (request.url?.includes(`Method=${method}`) ? failing : good)(request, response);
    }
    const { key, fault, upstreamTimeout, allow = extraMethods, forwarded, tokens } = served;
    const upstream = fault ? `${network.url}/fault/${fault}` : network.url;
    const sample = { networkId: sampleNetworkId, upstream };
    if (forwarded) return createForward({ ...sample, key: sampleKeys[key], retryAfter: forwarded.retryAfter });
    const proxy = createProxy({
      ...sample,
      keys: [sampleKeys[key]],
      path,
      // Snippets of the playground are to run on any page. There is nothing to protect: the data is invented.
      allowedOrigins: '*',
      // One visitor who reloads a page of a dozen elements is no attack.
      clientLimit: 0,
      allow,
      ...(upstreamTimeout !== undefined && { upstreamTimeout }),
      ...(tokens && { tokens }),
      log,
    });
    return toListener(proxy);
  };
  const main = account
    ? toListener(createProxy({ ...account, path: '/hasoffers', log }))
    : listen({ key: 'active' }, '/hasoffers');
  const routes = new Map([['/hasoffers', main]]);
  // Always of the sample network: a real account's figures are not for whoever opens the demo.
  const portal = createPortalBackend(sampleNetworkId);
  for (const [name, scenario] of Object.entries(scenarios)) {
    routes.set(`/hasoffers/${name}`, listen({ ...scenario, tokens: portal.tokens }, `/hasoffers/${name}`));
  }

  for (const [path, listener] of portal.routes) routes.set(path, listener);
  routes.set(portalEndpoint, listen({ key: 'active', tokens: portal.tokens }, portalEndpoint));

  const outDir = pages ?? (await mkdtemp(join(tmpdir(), 'hasoffers-demo-')));
  if (!pages) await buildPages(outDir, account);
  const server = await preview({
    ...siteConfig,
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
    plugins: [serveRoutes(routes), serveBuilt(), ...(pages ? [] : [removeAtEnd(outDir)])],
  });
  const address = server.httpServer.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}/`,
    network,
    async close() {
      await Promise.all([server.close(), network.close()]);
    },
  };
}

/** Builds all pages into a folder. @param account - Whose network they name. @default the sample network */
export const buildPages = (outDir: string, account?: Pick<ProxyOptions, 'networkId'>) =>
  build(createBuildConfig(outDir, { networkId: account?.networkId }));

function serveRoutes(routes: ReadonlyMap<string, Listener>): Plugin {
  const route: Connect.NextHandleFunction = (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    const listener = routes.get(path.replace(/\/(health)?$/, ''));
    if (listener) listener(request, response);
    else next();
  };
  return { name: 'proxies', configurePreviewServer: ({ middlewares }) => void middlewares.use(route) };
}

/**
 * The script and the packs of languages, as they are built. Vite's preview serves the pages and compresses everything;
 * this comes after it, with its own folder.
 */
function serveBuilt(): Plugin {
  const serve = sirv(dist, {
    // Looks at the disk each time: a build while the server runs is seen at once.
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response) => {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      // Other origins may read them: a hash in `integrity` is checked only then.
      response.setHeader('access-control-allow-origin', '*');
    },
  });
  const serveScripts: Connect.NextHandleFunction = (request, response, next) => {
    if (/^\/(hasoffers-widgets|hasoffers-portal|locales\/[\w-]+)\.js(\?|$)/.test(request.url ?? ''))
      serve(request, response, next);
    else next();
  };
  return {
    name: 'built',
    configurePreviewServer:
      ({ middlewares }) =>
      () =>
        void middlewares.use(serveScripts),
  };
}

const removeAtEnd = (folder: string): Plugin => ({
  name: 'remove-at-end',
  closePreviewServer: () => rm(folder, { recursive: true, force: true }),
});
