import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrigin, type TestOrigin } from '../fixtures/origin.js';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { hasRedis, startRedisCluster, type TestCluster } from '../fixtures/redis.js';
import { worstWindow } from '../fixtures/worst-window.js';
import { createRedisStore } from './redis.js';
import { type ConnectedRedis, connectRedis } from './redis-client.js';

const budgetKey = 'hasoffers:2:{budget:demo}:calls';
const limit = 40;

/** A visitor's, so that the machine is not what is tested. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

async function runUntil(isOver: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!isOver()) await work();
}

/** Two instances that share a cluster and an upstream. */
describe.skipIf(!hasRedis).each([
  ['with replicas', 1],
  ['without replicas', 0],
] as const)('a cluster of three nodes %s', (_, replicas) => {
  let cluster: TestCluster;
  let origin: TestOrigin;
  let clients: ConnectedRedis[] = [];
  let proxies: readonly TestProxy[] = [];
  let isOver = false;

  beforeAll(async () => {
    cluster = await startRedisCluster(replicas);
    origin = await startTestOrigin();
    clients = [await connectRedis(cluster.url), await connectRedis(cluster.url)];
    proxies = await Promise.all(
      clients.map((client) =>
        startTestProxy({
          store: createRedisStore(client),
          upstream: origin.url,
          upstreamBudget: limit,
          clientLimit: 0,
          // Known pages need renewal all the time, as they would over a day.
          cachePolicy: { offers: { ttl: 1, staleWhileRevalidate: 1, staleIfError: 86_400 } },
        }),
      ),
    );
  }, 60_000);

  afterAll(async () => {
    isOver = true;
    for (const proxy of proxies) await proxy.close();
    for (const client of clients) client.disconnect();
    await origin?.close();
    await cluster?.stop();
  });

  it('loses the node with the budget under load: no request fails, the budget holds, and the log reports it', async () => {
    const known = Array.from({ length: 8 }, (_, index) => `${find}&page=${index + 1}`);
    for (const query of known) {
      for (const proxy of proxies) {
        // A busy machine may miss the store's time-out; then only the reserve of the budget is there until the next window.
        await expect.poll(async () => (await proxy.requestQuery(query)).status, { timeout: 20_000 }).toBe(200);
      }
    }
    const statuses = { known: new Map<number, number>(), fresh: new Map<number, number>() };
    const states = new Set<unknown>();
    let answered = 0;
    let page = 0;

    const browse = (proxy: TestProxy, isKnown: boolean) =>
      runUntil(
        () => isOver,
        async () => {
          page += 1;
          const query = isKnown ? (known[page % known.length] ?? '') : `${find}&limit=7&page=${(page % 190) + 1}`;
          const { status } = await proxy.requestQuery(query);
          const counts = isKnown ? statuses.known : statuses.fresh;
          counts.set(status, (counts.get(status) ?? 0) + 1);
          answered += 1;
          await pause();
        },
      );
    const watch = (proxy: TestProxy) =>
      runUntil(
        () => isOver,
        async () => {
          states.add((await proxy.health()).store);
          await pause();
        },
      );
    const load = proxies.flatMap((proxy) => [
      browse(proxy, true),
      browse(proxy, true),
      browse(proxy, false),
      watch(proxy),
    ]);

    await expect.poll(() => answered, { timeout: 20_000 }).toBeGreaterThan(200);
    const before = answered;
    const victim = cluster.portOf(budgetKey);
    await cluster.kill(victim);
    const killedAt = Date.now();
    // More than one window of the budget, with the failover inside.
    await expect.poll(() => Date.now() - killedAt, { timeout: 20_000 }).toBeGreaterThan(12_000);
    if (replicas === 0) await cluster.revive(victim);
    for (const proxy of proxies) {
      await expect.poll(async () => (await proxy.health()).store, { timeout: 20_000 }).toBe('ok');
    }
    isOver = true;
    await Promise.all(load);

    expect(answered - before).toBeGreaterThan(200);
    expect([...statuses.known.keys()]).toEqual([200]);
    // New queries beyond the budget are refused by code, as with every node alive, and nothing else happens to them.
    expect([...statuses.fresh.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.fresh.get(200)).toBeGreaterThan(0);
    expect(worstWindow(origin.times)).toBeLessThanOrEqual(limit);
    expect(states).toEqual(new Set(['ok', 'unreachable']));
    for (const { recorder } of proxies) {
      const events = recorder.lines.map(({ event }) => event);
      expect(events).toContain('store-unreachable');
      expect(events.lastIndexOf('store-reachable')).toBeGreaterThan(events.indexOf('store-unreachable'));
      expect(events).not.toContain('internal-error');
      for (const port of cluster.ports) expect(recorder.texts.join()).not.toContain(`:${port}`);
    }
  }, 120_000);
});
