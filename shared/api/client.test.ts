import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { getAccountManager } from './account-manager.js';
import { type ClientOptions, createClient } from './client.js';
import { ApiError } from './errors.js';
import { findOffers } from './offers.js';
import type { ApiClient } from './request.js';
import { fixtureBody } from './test-fixtures.js';
import { breakOff, drip, hang, reply, reset, startServer, type TestServer } from './test-server.js';

const open: TestServer[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const server of open.splice(0)) await server.close();
});

async function serve(...listeners: RequestListener[]): Promise<TestServer> {
  const server = await startServer(...listeners);
  open.push(server);
  return server;
}

const connect = (server: TestServer, options: Partial<ClientOptions> = {}): ApiClient['send'] =>
  createClient({ endpoint: server.url, retryDelays: [1, 1], ...options }).send;

const errorOf = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`Not an ApiError: ${inspect(error)}`);
};

const manager = reply(fixtureBody('account-manager'));

test("sends the API's own parameters and decodes the response", async () => {
  const server = await serve(manager);
  await expect(connect(server)(getAccountManager())).resolves.toMatchObject({ name: 'Mara Okafor' });
  expect(server.seen).toEqual(['/hasoffers?Target=Affiliate_Affiliate&Method=getAccountManager']);
});

test('brackets arrive as brackets, and a query of the endpoint is kept', async () => {
  const server = await serve(reply(fixtureBody('all-offers-none')));
  const send = connect(server, { endpoint: `${server.url}?site=a%20b` });
  await send(findOffers({ limit: 5, countries: ['DE'] }));
  expect(server.seen[0]).toMatch(
    /^\/hasoffers\?site=a%20b&Target=Affiliate_Offer&Method=findAll&limit=5&page=1&fields\[\]=id&/,
  );
  expect(server.seen[0]).toContain('&contain[]=Country&filters[Country.code][]=DE&');
});

test('gives fetch a plain URL and nothing that would need a CORS preflight', async () => {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response(fixtureBody('account-manager')));
  await createClient({ endpoint: 'https://x.example/p', fetch }).send(getAccountManager());
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe('https://x.example/p?Target=Affiliate_Affiliate&Method=getAccountManager');
  expect(Object.keys(init ?? {})).toEqual(['signal']);
});

test('uses the fetch that the page had when the script ran, when none is given', async () => {
  vi.stubGlobal('fetch', async () => new Response(fixtureBody('account-manager')));
  vi.resetModules();
  const { createClient: createEarly } = await import('./client.js');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('of somebody who came later')));
  await expect(createEarly({ endpoint: 'https://x.example/p' }).send(getAccountManager())).resolves.toBeTruthy();
});

test.each(['/hasoffers?token=secret', '', 'http://', 'https://user:secret@x.example/'])(
  'the endpoint %j, which is no address, is not told by the error',
  async (endpoint) => {
    const error = await errorOf(createClient({ endpoint }).send(getAccountManager()));
    expect(error).toBeInstanceOf(ApiError);
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('secret');
  },
);

test.each([
  ['a network failure', reset, 'network', 3],
  ['an answer that breaks off', breakOff, 'network', 3],
  ['HTTP 500', reply('', 500), 'upstream', 3],
  ['HTTP 502 with a page', reply('<html>', 502), 'upstream', 3],
  ['HTTP 503', reply('', 503), 'upstream', 3],
  ['truncated JSON', reply('{"response":{"status":1,'), 'invalid-response', 2],
  ['an empty body', reply(''), 'invalid-response', 2],
  ['a rate limit', reply(fixtureBody('error-rate-limit')), 'rate-limit', 2],
  ['HTTP 429', reply('', 429), 'rate-limit', 2],
  ['an unknown failure in the envelope', reply(fixtureBody('error-format')), 'upstream', 1],
  ['HTTP 504', reply('', 504), 'timeout', 1],
  ['a refused key', reply(fixtureBody('error-auth')), 'auth', 1],
  ['a missing permission', reply(fixtureBody('error-permission')), 'permission', 1],
  ['a refused parameter', reply(fixtureBody('error-validation')), 'validation', 1],
  ['a wrong network id', reply(fixtureBody('error-network-id')), 'network-id', 1],
  ['HTTP 404', reply('', 404), 'not-found', 1],
  ['an answer of the wrong kind', reply('{"response":{"status":1,"data":7}}'), 'invalid-response', 1],
])('%s: number of tries', async (_, listener, code, tries) => {
  const server = await serve(listener);
  const error = await errorOf(connect(server)(getAccountManager()));
  expect([error.code, server.seen.length]).toEqual([code, tries]);
});

test('a success on the second try is a success', async () => {
  for (const first of [reset, reply('', 502), reply(fixtureBody('error-rate-limit')), reply('{"res')]) {
    const server = await serve(first, manager);
    await expect(connect(server)(getAccountManager())).resolves.toMatchObject({ id: '4' });
  }
});

test('a server that hangs is a timeout, once, and the request is cancelled', async () => {
  const server = await serve(hang);
  expect((await errorOf(connect(server, { timeout: 30 })(getAccountManager()))).code).toBe('timeout');
  await vi.waitFor(() => expect(server.cancelled()).toBe(1));
  expect(server.seen).toHaveLength(1);
});

test('a slow body is a timeout, too', async () => {
  const server = await serve(drip);
  expect((await errorOf(connect(server, { timeout: 60 })(getAccountManager()))).code).toBe('timeout');
  await vi.waitFor(() => expect(server.cancelled()).toBe(1));
});

test('a failure while the visitor is offline has its own code and is not retried', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const server = await serve(reset);
  expect((await errorOf(connect(server)(getAccountManager()))).code).toBe('offline');
  expect(server.seen).toHaveLength(1);
});

test('waits before each try, longer each time', async () => {
  const delays = recordDelays();
  const server = await serve(reset);
  await errorOf(connect(server, { retryDelays: [40, 1] })(getAccountManager()));
  expect(delays()).toHaveLength(2);
  expect(delays()[0]).toBeGreaterThanOrEqual(40);
  expect(delays()[0]).toBeLessThanOrEqual(60);
  expect(delays()[1]).toBeGreaterThanOrEqual(80);
  expect(delays()[1]).toBeLessThanOrEqual(120);
});

test('after a rate limit waits the default time, or as long as the server says', async () => {
  const delays = recordDelays();
  const limited = reply(fixtureBody('error-rate-limit'));
  await errorOf(connect(await serve(limited), { retryDelays: [1, 30] })(getAccountManager()));
  const busy = reply('', 503, { 'retry-after': '0.05' });
  await errorOf(connect(await serve(busy))(getAccountManager()));
  expect(delays().map((delay) => delay <= 75)).toEqual([true, true, true]);
});

test('does not wait when the server demands more than half a minute', async () => {
  const server = await serve(reply('', 429, { 'retry-after': '60' }));
  expect(await errorOf(connect(server)(getAccountManager()))).toMatchObject({ code: 'rate-limit', retryAfter: 60_000 });
  expect(server.seen).toHaveLength(1);
});

test('reports a reply that repeats the key, and throws nothing that contains it', async () => {
  const key = '0123456789abcdef'.repeat(4);
  const onKeyLeak = vi.fn();
  const leak = (response: string) => reply(`{"request":{"api_key":"${key}"},"response":${response}}`);
  const server = await serve(
    leak('{"status":1,"data":false}'),
    leak(`{"status":-1,"errorMessage":"api_key ${key} is not authenticated"}`),
  );
  await connect(server, { onKeyLeak })(getAccountManager());
  const error = await errorOf(connect(server, { onKeyLeak })(getAccountManager()));
  expect(onKeyLeak).toHaveBeenCalledTimes(2);
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain(key);
});

test('no error contains the query of the URL', async () => {
  for (const listener of [hang, reset, reply('', 500), reply('{"response":{"status":1,"data":7}}')]) {
    const server = await serve(listener);
    const error = await errorOf(
      connect(server, { endpoint: `${server.url}?token=secret`, timeout: 50 })(getAccountManager()),
    );
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toMatch(/secret|Target/);
  }
});

test('a decoder that breaks is an invalid response', async () => {
  const server = await serve(manager);
  const decode = (): never => {
    throw new RangeError('Too deep.');
  };
  expect((await errorOf(connect(server)({ ...getAccountManager(), decode }))).code).toBe('invalid-response');
});

test('by default waits 0.3 s after a failure, the window of 10 s after a rate limit, and 15 s for a response', async () => {
  const spy = vi.spyOn(globalThis, 'setTimeout');
  const timers = () => spy.mock.calls.map(([, delay]) => delay ?? 0);
  const among = (from: number, to: number) => timers().some((delay) => delay >= from && delay <= to);
  for (const listener of [reset, reply('', 429)]) {
    const controller = new AbortController();
    const { send } = createClient({ endpoint: (await serve(listener)).url });
    const result = send(getAccountManager(), { signal: controller.signal });
    await vi.waitFor(() => expect(listener === reset ? among(300, 450) : among(10_000, 14_999)).toBe(true));
    controller.abort();
    await expect(result).rejects.toThrow();
  }
  expect(timers()).toContain(15_000);
});

/** Notes how long the waits between tries are: the timers of that size. */
function recordDelays(): () => number[] {
  const spy = vi.spyOn(globalThis, 'setTimeout');
  return () => spy.mock.calls.map(([, delay]) => delay ?? 0).filter((delay) => delay >= 30 && delay < 1000);
}
