import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';

export const script = fileURLToPath(new URL('../dist/hasoffers-widgets.js', import.meta.url));

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** A page: its HTML, and headers such as a policy. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site {
  /** Without final slash. */
  readonly url: string;
  /** Requested paths with query, in order. */
  readonly requests: readonly string[];
  page(path: string, page: HostPage | string): string;
  route(path: string, listener: Listener): void;
  close(): Promise<void>;
}

/** A web site on a free port: pages, the built script at `/hasoffers-widgets.js`, and whatever a test mounts. */
export async function startSite(): Promise<Site> {
  const routes = new Map<string, Listener>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    requests.push(request.url ?? '/');
    const listener = routes.get(path);
    if (listener) return listener(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const route = (path: string, listener: Listener) => void routes.set(path, listener);
  route('/favicon.ico', (_, response) => void response.writeHead(204).end());
  route('/hasoffers-widgets.js', async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(script));
  });
  return {
    url,
    requests,
    route,
    page(path, page) {
      const { html, headers = {} } = typeof page === 'string' ? { html: page } : page;
      route(path, (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
      });
      return url + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The proxy that ships, for the sample network. */
export const shippedProxy = (
  upstream: string,
  path = '/hasoffers',
  key: string = sampleKeys.active,
  allow: readonly string[] = [],
): Listener =>
  toListener(
    createProxy({ networkId: sampleNetworkId, keys: [key], upstream, path, allow, clientLimit: 0, log: () => {} }),
  );

/** The proxy that ships, without any cache: every call goes to upstream, repeated ones, too. */
export function freshProxy(upstream: string, path = '/hasoffers', key: string = sampleKeys.active): Listener {
  return async (request, response) => {
    const proxy = createProxy({
      networkId: sampleNetworkId,
      keys: [key],
      upstream,
      path,
      clientLimit: 0,
      log: () => {},
    });
    const answer = await proxy(new Request(`http://proxy${request.url}`));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  };
}

/**
 * The proxy of `docs/proxy.md` "Write your own proxy": it adds the key and forwards, nothing else, and so it passes on upstream's
 * echo of the key.
 */
export function smallestProxy(upstream: string, key: string): Listener {
  return async (request, response) => {
    const query = new URL(request.url ?? '/', 'http://proxy').searchParams;
    query.set('NetworkId', sampleNetworkId);
    query.set('api_key', key);
    const answer = await fetch(`${upstream}/Apiv3/json?${query}`);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  };
}

const scriptTag = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer></script>';

/** A plain page with the script in its head. It names the browser's own colours, because axe assumes white. */
export const plainPage = (body: string, head = scriptTag) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A page</title>
<style>body { color: CanvasText; background: Canvas }</style>
${head}
</head>
<body><main><h1>A page</h1>${body}</main></body>
</html>`;
