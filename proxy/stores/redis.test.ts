import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProxyOptions } from '../core/options.js';
import { createSecretScan } from '../core/secret-scan.js';
import { testKey } from '../fixtures/origin.js';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { createRedisStore } from './redis.js';
import { createRedisClient } from './redis-client.js';

/** From the system's packages. scripts/runtimes.ts installs it where it can, and says so where it cannot. */
const program = 'redis-server';
const isInstalled = spawnSync(program, ['--version']).status === 0;
const password = 'p@ss/word';

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function startRedis(port: number): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', password];
  const child = spawn(program, options, { cwd: '/tmp' });
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('Ready to accept') && resolve());
  });
  return child;
}

function stopRedis(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

it('a command to a server that is not there fails at once, and tells no address', async () => {
  const port = await findFreePort();
  const client = createRedisClient(`redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`);
  await expect(client.send('PING')).rejects.toThrow(/^Redis connection lost$/);
  client.close();
});

describe.skipIf(!isInstalled)('two instances that share a Redis', () => {
  let redis: ChildProcess;
  let port: number;
  let url: string;
  let one: TestProxy;
  let two: TestProxy;
  let clients: { close: () => void }[] = [];

  async function start(options: Partial<ProxyOptions> = {}): Promise<TestProxy> {
    const store = createRedisStore({ url, networkId: 'demo', upstreamBudget: options.upstreamBudget ?? 40 });
    clients.push(store);
    return startTestProxy({ ...options, store });
  }

  beforeAll(async () => {
    port = await findFreePort();
    url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}/1`;
    redis = await startRedis(port);
  });

  beforeEach(async () => {
    const client = createRedisClient(url);
    await client.send('FLUSHALL');
    client.close();
    one = await start();
    two = await start({ upstream: one.origin.url });
  });

  afterEach(async () => {
    await one.close();
    await two.close();
    for (const client of clients) client.close();
    clients = [];
  });

  afterAll(() => stopRedis(redis));

  it('fetch an answer once', async () => {
    const first = await one.askFor(find);
    const second = await two.askFor(find);
    expect([second.status, second.text, second.headers.get('etag')]).toEqual([
      200,
      first.text,
      first.headers.get('etag'),
    ]);
    expect(one.origin.calls.length).toBe(1);
    expect(await two.health()).toMatchObject({ calls: 0, hits: 1, store: 'ok' });
  });

  it('fetch an answer once also when both are asked at the same moment', async () => {
    one.origin.delay = 200;
    const asks = Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).askFor(find));
    const answers = await Promise.all(asks);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(one.origin.calls.length).toBe(1);
  });

  it('renew an answer once', async () => {
    await one.askFor(find);
    await two.askFor(find);
    for (const proxy of [one, two]) proxy.advance(11 * 60);
    one.origin.data = { 13: { Offer: { id: '13' } } };
    await Promise.all([one.askFor(find), two.askFor(find)]);
    for (const proxy of [one, two]) {
      await expect.poll(async () => (await proxy.askFor(find)).envelope.data).toEqual({ 13: { Offer: { id: '13' } } });
    }
    expect(one.origin.calls.length).toBe(2);
  });

  it('have one upstream budget', async () => {
    const [a, b] = [await start({ upstreamBudget: 8 }), await start({ upstreamBudget: 8, upstream: one.origin.url })];
    const asks = Array.from({ length: 10 }, (_, page) => [
      a.askFor(`${find}&page=${page + 1}`),
      b.askFor(`${find}&page=${page + 101}`),
    ]);
    const answers = await Promise.all(asks.flat());
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6); // three quarters, for new questions
    expect(answers.filter(({ code }) => code === 'BUDGET_EXHAUSTED')).toHaveLength(14);
    expect(a.origin.calls.length + one.origin.calls.length).toBe(6);
    await a.close();
    await b.close();
  });

  it('stop together when HasOffers says that its limit is reached', async () => {
    one.origin.fault = 'rate-limit';
    expect((await one.askFor(find)).code).toBe('UPSTREAM_RATE_LIMIT');
    one.origin.fault = 'ok';
    expect((await two.askFor(find)).code).toBe('COOLING_DOWN');
    expect(one.origin.calls.length).toBe(1);
  });

  it('do not wait for an instance that has died with its claim', async () => {
    const client = createRedisClient(url);
    await one.askFor(find);
    const [acquireLease] = ((await client.send('KEYS', '*answer*')) as Buffer[]).map((key) =>
      String(key)
        .replace(':answer:', ':claim:')
        .replace(/page=1$/, 'page=2'),
    );
    await client.send('SET', acquireLease ?? '', 'somebody else', 'PX', '400');
    client.close();
    const start = performance.now();
    expect((await two.askFor(`${find}&page=2`)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(300);
  });

  it('keep no key in it', async () => {
    await one.askFor(find);
    const client = createRedisClient(url);
    const keys = (await client.send('KEYS', '*')) as Buffer[];
    const values = await Promise.all(keys.map((key) => client.send('GET', key).catch(() => 'a list')));
    client.close();
    expect(keys.length).toBeGreaterThan(1);
    const holdsKey = createSecretScan([testKey]);
    expect([...keys, ...values].some((text) => holdsKey(String(text)))).toBe(false);
  });

  it('go on without it when it is lost, say so once, and come back to it', async () => {
    await one.askFor(find);
    await stopRedis(redis);
    for (let page = 1; page <= 5; page += 1) expect((await one.askFor(`${find}&page=${page}`)).status).toBe(200);
    expect(await one.health()).toMatchObject({ store: 'unreachable', status: 'ok' });
    expect(one.recorder.lines.filter(({ event }) => event === 'store-unreachable')).toHaveLength(1);
    expect(one.recorder.texts.join()).not.toContain(password);
    redis = await startRedis(port);
    one.advance(6);
    expect((await one.askFor(`${find}&page=9`)).status).toBe(200);
    expect((await one.askFor(`${find}&page=10`)).status).toBe(200);
    expect(await one.health()).toMatchObject({ store: 'ok' });
    expect(one.recorder.lines.filter(({ event }) => event === 'store-reachable')).toHaveLength(1);
  });

  it('wait only once, and briefly, when it hangs', { retry: 3 }, async () => {
    await one.askFor(find);
    redis.kill('SIGSTOP');
    try {
      const start = performance.now();
      expect((await one.askFor(`${find}&page=2`)).status).toBe(200);
      expect(performance.now() - start).toBeLessThan(450);
      const again = performance.now();
      expect((await one.askFor(`${find}&page=3`)).status).toBe(200);
      expect(performance.now() - again).toBeLessThan(150);
    } finally {
      redis.kill('SIGCONT');
    }
  });
});
