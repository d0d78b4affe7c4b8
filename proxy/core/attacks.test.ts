import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attackHeaders, attacks, expectRefused, ignoredHeaders, plain, site } from '../fixtures/attacks.js';
import { testKey } from '../fixtures/origin.js';
import { startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { randomQueries } from '../fixtures/random-queries.js';
import { createPolicy } from '../policy/policy.js';
import { createProxy } from './create-proxy.js';

let proxy: TestProxy;

beforeAll(async () => {
  proxy = await startTestProxy({ allowedOrigins: [site], clientLimit: 0 });
});

afterAll(() => proxy.close());

const own = { origin: site };

describe('an attack is refused without a call to HasOffers', () => {
  it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    const callsBefore = proxy.origin.calls.length;
    const response = await proxy.request(attack.target, { ...attack.options, headers: attackHeaders(attack) });
    expectRefused(response, attack);
    expect(proxy.origin.calls.length).toBe(callsBefore);
  });
});

describe('a response does not depend on', () => {
  it.each(ignoredHeaders.map((headers) => [JSON.stringify(headers), headers] as const))('%s', async (_, headers) => {
    const normal = await proxy.request(plain, { headers: own });
    const callsBefore = proxy.origin.calls.length;
    const odd = await proxy.request(plain, { headers: { ...own, ...headers } });
    expect([odd.status, odd.text]).toEqual([200, normal.text]);
    expect(JSON.stringify([...odd.headers])).not.toContain('evil');
    expect(proxy.origin.calls.length).toBe(callsBefore);
  });
});

it('a cached response carries no origin of the previous visitor', async () => {
  const first = await proxy.request(plain, { headers: own });
  expect(first.headers.get('access-control-allow-origin')).toBe(site);
  const second = await proxy.request(plain, { headers: { referer: 'https://evil.example/' } });
  expect(second.status).toBe(200);
  expect(second.headers.get('access-control-allow-origin')).toBeNull();
  expect(second.headers.get('vary')).toBe('Origin');
  expect(second.headers.get('x-cache')).toBe('HIT');
});

it('accepts the preflight of an allowed origin and refuses that of a foreign one', async () => {
  const allowed = await proxy.request(plain, { method: 'OPTIONS', headers: own });
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(site);
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  const foreign = await proxy.request(plain, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get('access-control-allow-methods')).toBeNull();
});

it('10,000 random queries: never a 500, never a call for what is not listed', async () => {
  const policy = createPolicy({ linkHosts: [], allow: [] });
  const query = randomQueries([...policy.methods.keys()]);
  const quick = startQuickProxy(policy.methods);
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(query, async (text) => {
      const status = await quick(text);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect([200, 400, 403, 414]).toContain(status);
    }),
    { numRuns: 10_000 },
  );
  // Both sides of the line were reached, else the walk proves nothing.
  expect(statuses.get(200)).toBeGreaterThan(100);
  expect(statuses.get(400)).toBeGreaterThan(1000);
}, 60_000);

/** The handler without sockets, before an upstream that accepts listed methods only. */
function startQuickProxy(methods: ReadonlyMap<string, unknown>): (query: string) => Promise<number> {
  const quick = createProxy({
    networkId: 'demo',
    keys: [testKey],
    upstreamBudget: 1000,
    now: () => (time += 100),
    log: proxy.recorder.log,
    fetch: async (url) => {
      const { searchParams } = new URL(url);
      expect(methods.has(`${searchParams.get('Target')}::${searchParams.get('Method')}`)).toBe(true);
      expect(searchParams.getAll('api_key')).toEqual([testKey]);
      return new Response('{"response":{"status":1,"data":[]}}');
    },
  });
  let time = 0;
  return async (query) => (await quick(new Request(`http://localhost/?${query}`))).status;
}
