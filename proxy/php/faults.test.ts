import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../fixtures/faults.js';
import { hasCurl } from '../fixtures/php.js';
import { startTestPhpProxy } from '../fixtures/php-proxy.js';
import { find, type TestProxy } from '../fixtures/proxy.js';

/** Long, so that an answer that does not wait for it can be told from one that does, on a busy machine, too. */
const timeout = 2000;
const day = 86_400;

describe.skipIf(!hasCurl)('the fault matrix on PHP', () => {
  let proxy: TestProxy;
  let page = 0;

  beforeAll(async () => {
    proxy = await startTestPhpProxy({ upstreamTimeout: timeout });
  });

  afterAll(() => proxy.close());

  /** A page that nobody has requested yet, long after the last failure. */
  function newPage(): string {
    page += 1;
    proxy.advance(100 * day);
    proxy.origin.fault = 'ok';
    return `${find}&page=${page}`;
  }

  it.each(faults)('upstream %s, nothing cached: %i %s', async (fault, status, code) => {
    const query = newPage();
    proxy.origin.fault = fault;
    const response = await proxy.requestQuery(query);
    expect([response.status, response.code]).toEqual([status, code]);
    expect(response.envelope).toMatchObject({ status: -1, httpStatus: status, data: '' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(Number(response.headers.get('retry-after')) > 0).toBe(status === 503);
  });

  it.each(faults)(
    'upstream %s, a stale response: everybody gets it, soon, in two rounds, then the new one',
    { retry: 2 },
    async (fault) => {
      const query = newPage();
      const good = await proxy.requestQuery(query);
      expect(good.status).toBe(200);
      proxy.origin.fault = fault;
      proxy.advance(3 * 3600); // past the age at which it is served unasked
      for (let round = 1; round <= 2; round += 1) {
        const callsBefore = proxy.origin.calls.length;
        const start = performance.now();
        const first = await proxy.requestQuery(query);
        expect([first.status, first.text, first.headers.get('x-cache')]).toEqual([200, good.text, 'STALE']);
        expect(performance.now() - start).toBeLessThan(timeout - 500);
        const others = await Promise.all(Array.from({ length: 10 }, () => proxy.requestQuery(query)));
        expect(others.map(({ status, text }) => [status, text])).toEqual(others.map(() => [200, good.text]));
        // One call for all of them, and at most one more try.
        expect(proxy.origin.calls.length - callsBefore).toBeLessThanOrEqual(2);
        proxy.advance(61);
      }
      proxy.origin.fault = 'ok';
      proxy.origin.data = { 13: { Offer: { id: '13', name: fault } } };
      const recovered = async (): Promise<unknown> => {
        proxy.advance(301); // a call that hung fails only now, and the pause begins then
        return (await proxy.requestQuery(query)).envelope.data;
      };
      await expect.poll(recovered, { timeout: 10_000 }).toEqual(proxy.origin.data);
    },
  );

  it('sends no call for ten seconds after HasOffers has reported its rate limit', async () => {
    const query = newPage();
    proxy.origin.fault = 'rate-limit';
    expect((await proxy.requestQuery(query)).code).toBe('UPSTREAM_RATE_LIMIT');
    proxy.origin.fault = 'ok';
    proxy.advance(8);
    const callsBefore = proxy.origin.calls.length;
    const other = `${find}&page=${page}&limit=7`;
    expect((await proxy.requestQuery(other)).code).toBe('COOLING_DOWN');
    expect(proxy.origin.calls.length).toBe(callsBefore);
    proxy.advance(10);
    expect((await proxy.requestQuery(other)).status).toBe(200);
  });

  it('an answer that is a little old is served at once, and renewed once it was sent', async () => {
    const query = newPage();
    const good = await proxy.requestQuery(query);
    proxy.advance(20 * 60);
    proxy.origin.data = { 14: { Offer: { id: '14' } } };
    const stale = await proxy.requestQuery(query);
    expect([stale.text, stale.headers.get('x-cache')]).toEqual([good.text, 'STALE']);
    const next = async () => (await proxy.requestQuery(query)).envelope.data;
    await expect.poll(next, { timeout: 10_000 }).toEqual(proxy.origin.data);
  });

  it('reports its counters and states, and nothing else', async () => {
    const query = newPage();
    await proxy.requestQuery(query);
    await proxy.requestQuery(query); // a hit
    const counters = ['calls', 'hits', 'misses', 'staleAnswers', 'refusals', 'upstreamFailures', 'errors'];
    const others = ['status', 'keyInUse', 'budgetLimit', 'budgetLeft', 'store', 'cacheEntries', 'cacheBytes'];
    const health = await proxy.health();
    expect(Object.keys(health).sort()).toEqual([...counters, ...others].sort());
    // Counted once the answer has been sent.
    const counted = async (name: string): Promise<number> => Number((await proxy.health())[name]);
    await expect.poll(() => counted('calls'), { timeout: 10_000 }).toBe(proxy.origin.calls.length);
    await expect.poll(() => counted('hits'), { timeout: 10_000 }).toBeGreaterThan(0);
    for (const name of ['misses', 'staleAnswers', 'upstreamFailures', 'errors', 'cacheEntries', 'cacheBytes'])
      expect([name, await counted(name)]).not.toEqual([name, 0]);
  });
});
