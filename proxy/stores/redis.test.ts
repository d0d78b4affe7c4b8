import type { ChildProcess } from 'node:child_process';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProxyOptions } from '../core/options.js';
import { createSecretScan } from '../core/secret-scan.js';
import { testKey } from '../fixtures/origin.js';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { findFreePort, hasRedis, runRedisCli, startRedis, stopRedis } from '../fixtures/redis.js';
import { createRedisStore } from './redis.js';
import { type ConnectedRedis, connectRedis } from './redis-client.js';

const password = 'p@ss/word';
const start = (port: number): Promise<ChildProcess> => startRedis(port, '--requirepass', password);

it('an unreachable server costs no response and is logged once, without its address', async () => {
  const port = await findFreePort();
  const client = await connectRedis(`redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`);
  const proxy = await startTestProxy({ store: createRedisStore(client) });
  for (let page = 1; page <= 3; page += 1) expect((await proxy.requestQuery(`${find}&page=${page}`)).status).toBe(200);
  expect(await proxy.health()).toMatchObject({ store: 'unreachable', status: 'ok' });
  expect(proxy.recorder.lines.filter(({ event }) => event === 'store-unreachable')).toHaveLength(1);
  expect(proxy.recorder.texts.join()).not.toMatch(new RegExp(`${port}|p@ss|p%40ss`));
  client.disconnect();
  await proxy.close();
});

describe.skipIf(!hasRedis)('two instances that share a Redis', () => {
  let redis: ChildProcess;
  let port: number;
  let url: string;
  let one: TestProxy;
  let two: TestProxy;
  let clients: ConnectedRedis[] = [];

  async function startProxy(options: Partial<ProxyOptions> = {}): Promise<TestProxy> {
    const client = await connectRedis(url);
    clients.push(client);
    return startTestProxy({ ...options, store: createRedisStore(client) });
  }

  const cli = (...words: string[]): string =>
    runRedisCli(port, '-a', password, '--no-auth-warning', '-n', '1', ...words);

  beforeAll(async () => {
    port = await findFreePort();
    url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}/1`;
    redis = await start(port);
  });

  beforeEach(async () => {
    cli('FLUSHALL');
    one = await startProxy();
    two = await startProxy({ upstream: one.origin.url });
  });

  afterEach(async () => {
    await one.close();
    await two.close();
    for (const client of clients) client.disconnect();
    clients = [];
  });

  afterAll(() => stopRedis(redis));

  it('fetch a response once', async () => {
    const first = await one.requestQuery(find);
    const second = await two.requestQuery(find);
    expect([second.status, second.text, second.headers.get('etag')]).toEqual([
      200,
      first.text,
      first.headers.get('etag'),
    ]);
    expect(one.origin.calls.length).toBe(1);
    expect(await two.health()).toMatchObject({ calls: 0, hits: 1, store: 'ok' });
  });

  it('fetch a response once, also for concurrent requests to both', async () => {
    one.origin.delay = 200;
    const requests = Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).requestQuery(find));
    const responses = await Promise.all(requests);
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    expect(one.origin.calls.length).toBe(1);
  });

  it('revalidate a response once', async () => {
    await one.requestQuery(find);
    await two.requestQuery(find);
    for (const proxy of [one, two]) proxy.advance(11 * 60);
    one.origin.data = { 13: { Offer: { id: '13' } } };
    await Promise.all([one.requestQuery(find), two.requestQuery(find)]);
    for (const proxy of [one, two]) {
      await expect
        .poll(async () => (await proxy.requestQuery(find)).envelope.data)
        .toEqual({ 13: { Offer: { id: '13' } } });
    }
    expect(one.origin.calls.length).toBe(2);
  });

  it('share one upstream budget', async () => {
    const a = await startProxy({ upstreamBudget: 8 });
    const b = await startProxy({ upstreamBudget: 8, upstream: one.origin.url });
    const requests = Array.from({ length: 10 }, (_, page) => [
      a.requestQuery(`${find}&page=${page + 1}`),
      b.requestQuery(`${find}&page=${page + 101}`),
    ]);
    const responses = await Promise.all(requests.flat());
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(4); // of 8 the store grants 6, of these 4 for new queries
    expect(responses.filter(({ code }) => code === 'BUDGET_EXHAUSTED')).toHaveLength(16);
    expect(a.origin.calls.length + one.origin.calls.length).toBe(4);
    await a.close();
    await b.close();
  });

  it('call from their reserves for a window after Redis has come back without its data', async () => {
    const request = { networkId: 'demo', known: true, limit: 30, limitOfNew: 22, window: 500 };
    const connect = async () => {
      const client = await connectRedis(url);
      clients.push(client);
      return createRedisStore(client);
    };
    const [a, b] = [await connect(), await connect()];
    for (const store of [a, b]) expect(await store.takeCall?.(request)).toMatchObject({ wait: 0, isIncomplete: false });
    cli('FLUSHALL');
    for (const store of [a, b]) expect(await store.takeCall?.(request)).toMatchObject({ wait: 0, isIncomplete: true });
    const isIncomplete = async () => (await a.takeCall?.(request))?.isIncomplete;
    await expect.poll(isIncomplete, { timeout: 5000 }).toBe(false);
    // The second to come back does not start the window anew.
    expect(await b.takeCall?.(request)).toMatchObject({ wait: 0, instances: 2, isIncomplete: false });
  });

  it('stop together when HasOffers reports its rate limit', async () => {
    one.origin.fault = 'rate-limit';
    expect((await one.requestQuery(find)).code).toBe('UPSTREAM_RATE_LIMIT');
    one.origin.fault = 'ok';
    expect((await two.requestQuery(find)).code).toBe('COOLING_DOWN');
    expect(one.origin.calls.length).toBe(1);
  });

  it('do not wait for an instance that has died with its lease', async () => {
    await one.requestQuery(find);
    const [lease = ''] = cli('KEYS', '*:response:*')
      .split('\n')
      .map((key) => key.replace(':response:', ':lease:').replace(/page=1$/, 'page=2'));
    cli('SET', lease, 'somebody else', 'PX', '600');
    const begin = performance.now();
    expect((await two.requestQuery(`${find}&page=2`)).status).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(300);
  });

  it('store no API key in Redis', async () => {
    await one.requestQuery(find);
    const client = new Redis(url);
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map((key) => client.get(key).catch(() => client.zrange(key, '0', '-1'))));
    client.disconnect();
    expect(keys.length).toBeGreaterThan(1);
    const holdsKey = createSecretScan([testKey]);
    expect([...keys, ...values].some((text) => holdsKey(String(text)))).toBe(false);
  });

  it('use a client that the host application has created, and leave it open', async () => {
    const client = new Redis(url);
    const proxy = await startTestProxy({ store: createRedisStore(client, { keyPrefix: 'shop' }) });
    await proxy.requestQuery(find);
    await proxy.close();
    expect(await client.keys('shop:*')).not.toEqual([]);
    client.disconnect();
  });

  it('continue without Redis when it is lost, log that once, and use it again when it is back', async () => {
    await one.requestQuery(find);
    await stopRedis(redis);
    for (let page = 1; page <= 5; page += 1) expect((await one.requestQuery(`${find}&page=${page}`)).status).toBe(200);
    expect(await one.health()).toMatchObject({ store: 'unreachable', status: 'ok' });
    expect(one.recorder.lines.filter(({ event }) => event === 'store-unreachable')).toHaveLength(1);
    expect(one.recorder.texts.join()).not.toContain(password);
    redis = await start(port);
    // The client comes back in its own time, with a growing pause.
    let page = 8;
    const askAgain = async (): Promise<Record<string, unknown>> => {
      page += 1;
      one.advance(6);
      expect((await one.requestQuery(`${find}&page=${page}`)).status).toBe(200);
      return one.health();
    };
    await expect.poll(askAgain, { timeout: 10_000 }).toMatchObject({ store: 'ok' });
    expect(one.recorder.lines.filter(({ event }) => event === 'store-reachable')).toHaveLength(1);
  });

  it('wait only once, and briefly, when it hangs', { retry: 3 }, async () => {
    await one.requestQuery(find);
    redis.kill('SIGSTOP');
    try {
      const start = performance.now();
      expect((await one.requestQuery(`${find}&page=2`)).status).toBe(200);
      expect(performance.now() - start).toBeLessThan(450);
      const again = performance.now();
      expect((await one.requestQuery(`${find}&page=3`)).status).toBe(200);
      expect(performance.now() - again).toBeLessThan(150);
    } finally {
      redis.kill('SIGCONT');
    }
  });
});
