import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { build, type Connect, type Plugin, preview } from 'vite';
import { createProxy } from '../proxy/handler.js';
import { toListener } from '../proxy/node.js';
import type { ProxyOptions } from '../proxy/options.js';
import { sampleKeys, sampleNetworkId } from './network/keys.js';
import { type SampleNetwork, startSampleNetwork } from './network/network.js';
import { type Situation, situations } from './states.js';

export interface DemoOptions {
  /** 0 = a free one. */
  readonly port: number;
  /** A real network and a key for it. @default the sample network */
  readonly account?: { readonly networkId: string; readonly keys: readonly string[] } | undefined;
  /** Log lines of the proxies. @default dropped */
  readonly log?: ProxyOptions['log'];
}

export interface Demo {
  /** With final slash. */
  readonly url: string;
  readonly network: SampleNetwork;
  readonly close: () => Promise<void>;
}

const configFile = `${import.meta.dirname}/vite.config.ts`;
const script = `${import.meta.dirname}/../dist/hasoffers-widgets.js`;

/** Builds the demo's pages and serves them, the built script and the proxies on one port. `dist/` must be there. */
export async function startDemo({ port, account, log = () => {} }: DemoOptions): Promise<Demo> {
  const network = await startSampleNetwork();
  const sample = (situation: Situation, path: string) =>
    createProxy({
      networkId: sampleNetworkId,
      keys: [sampleKeys[situation.key]],
      upstream: situation.fault ? `${network.url}/fault/${situation.fault}` : network.url,
      path,
      // One visitor who reloads a page of a dozen elements is no attack.
      clientLimit: 0,
      log,
    });
  const main = account ? createProxy({ ...account, path: '/hasoffers', log }) : sample({ key: 'active' }, '/hasoffers');
  const routes = new Map([['/hasoffers', toListener(main)]]);
  for (const [name, situation] of Object.entries(situations)) {
    routes.set(`/states/${name}`, toListener(sample(situation, `/states/${name}`)));
  }

  await build({ configFile, logLevel: 'warn' });
  const server = await preview({
    configFile,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
    plugins: [serveRoutes(routes), serveScript()],
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

function serveRoutes(
  routes: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>,
): Plugin {
  const route: Connect.NextHandleFunction = (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    const listener = routes.get(path.replace(/\/(health)?$/, ''));
    if (listener) listener(request, response);
    else next();
  };
  return { name: 'proxies', configurePreviewServer: ({ middlewares }) => void middlewares.use(route) };
}

function serveScript(): Plugin {
  const serve: Connect.NextHandleFunction = async (_request, response) => {
    response.setHeader('content-type', 'text/javascript');
    response.setHeader('cache-control', 'no-cache');
    response.end(await readFile(script));
  };
  return {
    name: 'script',
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/hasoffers-widgets.js', serve),
  };
}
