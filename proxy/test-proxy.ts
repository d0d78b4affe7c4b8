import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { createProxy } from './handler.js';
import { type Listening, listen } from './node.js';
import type { ProxyOptions } from './options.js';
import { createRecorder, type Recorded, type Recorder } from './test-leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from './test-origin.js';

/** The commonest question of the tests. */
export const find = 'Target=Affiliate_Offer&Method=findAll';

export interface AskOptions {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export interface TestProxy {
  readonly origin: TestOrigin;
  readonly server: Listening;
  readonly recorder: Recorder;
  /** Sends exactly this request target; `fetch` would tidy it up first. */
  readonly ask: (target: string, options?: AskOptions) => Promise<Recorded>;
  /** The same for a query at the endpoint. */
  readonly askFor: (query: string, options?: AskOptions) => Promise<Recorded>;
  readonly health: () => Promise<Record<string, unknown>>;
  /** Moves the proxy's clock. */
  readonly advance: (seconds: number) => void;
  /** Stops everything and looks for the key in all that was recorded. */
  readonly close: () => Promise<void>;
}

/** A listening proxy before a listening upstream, both real, and everything that leaves the proxy recorded. */
export async function startTestProxy(options: Partial<ProxyOptions> = {}): Promise<TestProxy> {
  const origin = await startTestOrigin();
  const recorder = createRecorder();
  let ahead = 0;
  const proxy = createProxy({
    networkId: 'demo',
    ...(options.readKeys ? {} : { keys: [testKey] }),
    upstream: origin.url,
    now: () => Date.now() + ahead,
    log: recorder.log,
    ...options,
  });
  const server = await listen(proxy, { host: '127.0.0.1', port: 0 });
  const ask: TestProxy['ask'] = (target, init) => send(server.url, target, init).then(recorder.record);
  return {
    origin,
    server,
    recorder,
    ask,
    askFor: (query, init) => ask(`/?${query}`, init),
    health: async () => JSON.parse((await ask('/health')).text) as Record<string, unknown>,
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
    close: async () => {
      await server.close();
      await origin.close();
      recorder.expectNoKey();
    },
  };
}

/** One request over its own connection, written as given. */
export function send(
  url: string,
  target: string,
  { method = 'GET', headers = {}, body }: AskOptions = {},
): Promise<Response> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const pairs = Object.entries(response.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        const status = response.statusCode ?? 0;
        const bodyless = status === 204 || status === 304;
        resolve(new Response(bodyless ? null : Buffer.concat(chunks), { status, headers: pairs }));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
