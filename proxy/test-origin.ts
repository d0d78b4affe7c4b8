import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Shaped like the real thing (64 lower-case hex characters), distinct enough that base64 and hex forms are too. */
export const testKey = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const secondKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90';

/** How the upstream behaves. `ok` answers like HasOffers: HTTP 200 and an echo of the request with the key. */
export type Fault =
  | 'ok'
  | '500'
  | 'reset'
  | 'hang'
  | 'truncate'
  | 'drip'
  | 'html'
  | 'error-200'
  | 'redirect'
  | 'oversized'
  | 'key-in-data'
  | 'rate-limit'
  | 'auth'
  | 'empty-body';

export interface TestOrigin {
  readonly url: string;
  /** The query of every call, in order. */
  readonly calls: URLSearchParams[];
  /** `Date.now()` of every call. */
  readonly times: number[];
  fault: Fault;
  /** The `data` of a good answer. */
  data: unknown;
  /** Keys that are answered with "is not authenticated". */
  readonly deadKeys: Set<string>;
  /** Milliseconds before a good answer. */
  delay: number;
  readonly close: () => Promise<void>;
}

/** A simulated HasOffers that misbehaves on demand, over real HTTP. */
export async function startTestOrigin(): Promise<TestOrigin> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://origin').searchParams;
    origin.calls.push(query);
    origin.times.push(Date.now());
    setTimeout(() => respond(origin, query, request, response), origin.delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin: TestOrigin = {
    url: `http://127.0.0.1:${port}`,
    calls: [],
    times: [],
    fault: 'ok',
    data: { 12: { Offer: { id: '12', name: 'Lumen Lamps' } } },
    deadKeys: new Set(),
    delay: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return origin;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly key: string;
  readonly good: (data: unknown) => string;
  readonly bad: (text: string) => string;
}

function respond(origin: TestOrigin, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
  const key = query.get('api_key') ?? '';
  const write = (answer: object): string =>
    JSON.stringify({ request: Object.fromEntries(query), response: answer }).replaceAll('/', '\\/');
  const exchange: Exchange = {
    request,
    response,
    key,
    good: (data) => write({ status: 1, httpStatus: 200, data, errors: [], errorMessage: null }),
    bad: (text) =>
      write({ status: -1, httpStatus: 200, data: '', errors: [{ publicMessage: text }], errorMessage: text }),
  };
  behaviours[origin.deadKeys.has(key) ? 'auth' : origin.fault](exchange, origin);
}

const behaviours: Record<Fault, (exchange: Exchange, origin: TestOrigin) => void> = {
  ok: ({ response, good }, { data }) => response.end(good(data)),
  '500': ({ response, key }) => response.writeHead(500).end(`<h1>failed ${key}</h1>`),
  reset: ({ request }) => request.socket.resetAndDestroy(),
  hang: () => undefined,
  truncate: ({ request, response, good }, { data }) => {
    const body = good(data);
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.slice(0, body.length / 2));
    setTimeout(() => request.socket.destroy(), 5);
  },
  drip: ({ response, good }, { data }) => {
    const body = good(data);
    let sent = 0;
    const timer = setInterval(() => response.write(body[sent++] ?? ' '), 100);
    response.on('close', () => clearInterval(timer));
  },
  html: ({ response, key }) => response.writeHead(200).end(`<h1>Maintenance</h1><!-- ${key} -->`),
  'error-200': ({ response, bad, key }) => response.end(bad(`Something about ${key}`)),
  redirect: ({ response, key }) => response.writeHead(302, { location: `/elsewhere?api_key=${key}` }).end(key),
  oversized: ({ response, good }) => response.end(good({ 12: { Offer: { id: '12', name: 'x'.repeat(9_000_000) } } })),
  'key-in-data': ({ response, good, key }) =>
    response.end(good({ 12: { Offer: { id: '12', name: `Secret: ${btoa(`key=${key}`)}`, description: key } } })),
  'rate-limit': ({ response, bad }) =>
    response.end(bad('sample.  API usage exceeded rate limit.  Configured: 50/10s window; Your usage: 51.')),
  auth: ({ response, bad, key }) => response.end(bad(`api_key ${key} is not authenticated`)),
  'empty-body': ({ response }) => response.end(),
};
