import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';

const minute = 60;
let proxy: TestProxy;

beforeEach(async () => {
  proxy = await startTestProxy();
});

afterEach(() => proxy.close());

function cacheState(): Promise<string | null> {
  return proxy.requestQuery(find).then((response) => response.headers.get('x-cache'));
}

describe('a cached response', () => {
  it('fresh: served without a call upstream', async () => {
    expect(await cacheState()).toBe('MISS');
    proxy.advance(9 * minute);
    expect(await cacheState()).toBe('HIT');
    expect(proxy.origin.calls.length).toBe(1);
  });

  it('stale: served at once, and revalidated in the background', async () => {
    await proxy.requestQuery(find);
    proxy.origin.data = { 13: { Offer: { id: '13' } } };
    proxy.advance(11 * minute);
    expect((await proxy.requestQuery(find)).envelope.data).toEqual({
      12: { Offer: { id: '12', name: 'Lumen Lamps' } },
    });
    await expect.poll(() => proxy.origin.calls.length).toBe(2);
    await expect
      .poll(async () => (await proxy.requestQuery(find)).envelope.data)
      .toEqual({ 13: { Offer: { id: '13' } } });
    expect(await cacheState()).toBe('HIT');
  });

  it('older: revalidated first', async () => {
    await proxy.requestQuery(find);
    proxy.advance(50 * minute);
    expect(await cacheState()).toBe('MISS');
  });

  it('too old: not even served when upstream fails', async () => {
    await proxy.requestQuery(find);
    proxy.advance(26 * 60 * minute);
    proxy.origin.fault = '500';
    expect(await proxy.requestQuery(find)).toMatchObject({ status: 502, code: 'UPSTREAM_ERROR' });
  });

  it('an empty result: cached for a minute only', async () => {
    proxy.origin.data = [];
    await proxy.requestQuery(find);
    proxy.advance(50);
    expect(await cacheState()).toBe('HIT');
    proxy.advance(80);
    expect(await cacheState()).toBe('MISS');
  });

  it('countries: cached for a day', async () => {
    proxy.origin.data = { DE: { Country: { code: 'DE' } } };
    const countries = 'Target=Affiliate_Application&Method=findAllCountries';
    await proxy.requestQuery(countries);
    proxy.advance(23 * 60 * minute);
    expect((await proxy.requestQuery(countries)).headers.get('x-cache')).toBe('HIT');
  });

  it('can be set per kind of data', async () => {
    const local = await startTestProxy({ cachePolicy: { offers: { ttl: 5, staleWhileRevalidate: 0 } } });
    await local.requestQuery(find);
    local.advance(6);
    expect((await local.requestQuery(find)).headers.get('x-cache')).toBe('MISS');
    await local.close();
  });
});

it('40 equal requests at once are one call, however they are spelt', async () => {
  proxy.origin.delay = 100;
  const spellings = [`${find}&limit=20`, `limit=20&${find}`, `${find}&page=1&limit=%320`, `${find}&limit=20&&`];
  const responses = await Promise.all(
    Array.from({ length: 40 }, (_, index) => proxy.requestQuery(spellings[index % 4] ?? find)),
  );
  expect(new Set(responses.map(({ text }) => text)).size).toBe(1);
  expect(responses[0]?.status).toBe(200);
  expect(proxy.origin.calls.length).toBe(1);
});

it('revalidates an expired response in demand with one call', async () => {
  await proxy.requestQuery(find);
  proxy.advance(11 * minute);
  const responses = await Promise.all(Array.from({ length: 40 }, () => proxy.requestQuery(find)));
  expect(responses.every(({ status }) => status === 200)).toBe(true);
  await expect.poll(() => proxy.origin.calls.length).toBe(2);
});

it('never caches an error: the next request gets the good response', async () => {
  proxy.origin.fault = 'error-200';
  expect((await proxy.requestQuery(find)).status).toBe(502);
  proxy.origin.fault = 'ok';
  expect((await proxy.requestQuery(find)).status).toBe(200);
});

it('pauses after a failed revalidation, longer each time', async () => {
  await proxy.requestQuery(find);
  proxy.origin.fault = 'html';
  proxy.advance(50 * minute);
  const calls: number[] = [];
  for (let second = 0; second < 40; second += 1) {
    await proxy.requestQuery(find);
    calls.push(proxy.origin.calls.length);
    proxy.advance(1);
  }
  // The first renewal at once, then 5, 10 and 20 s later.
  expect([calls[0], calls[4], calls[6], calls[14], calls[17], calls[34], calls[39]]).toEqual([2, 2, 3, 3, 4, 4, 5]);
});

describe('the browser', () => {
  it('may cache a response for a while, and gets 304 for what it has', async () => {
    const first = await proxy.requestQuery(find);
    // A second may begin between the call and the response.
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=60, s-maxage=(?:600|599)$/);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[A-Za-z0-9+/]+"$/);
    for (const sent of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await proxy.requestQuery(find, { headers: { 'if-none-match': sent } });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(again.headers.get('vary')).toBe('Origin');
      expect(again.headers.get('content-length')).toBeNull();
    }
    expect((await proxy.requestQuery(find, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('may not cache a response for longer than it is fresh', async () => {
    await proxy.requestQuery(find);
    expect((await proxy.requestQuery(find)).headers.get('cache-control')).toMatch(
      /^public, max-age=60, s-maxage=(?:600|599)$/,
    );
    proxy.advance(570);
    expect((await proxy.requestQuery(find)).headers.get('cache-control')).toMatch(
      /^public, max-age=(?:30|29), s-maxage=(?:30|29)$/,
    );
    proxy.advance(120);
    expect((await proxy.requestQuery(find)).headers.get('cache-control')).toBe('public, max-age=0, s-maxage=0');
  });

  it('gets headers without a body for HEAD', async () => {
    const head = await proxy.requestQuery(find, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100);
  });
});

it('retries a revalidation that the budget refused as soon as a call is free', async () => {
  const cachePolicy = { offers: { ttl: 1, staleWhileRevalidate: 0 } };
  const local = await startTestProxy({ upstreamBudget: 1, cachePolicy });
  const from = async (): Promise<string | null> => (await local.requestQuery(find)).headers.get('x-cache');
  expect(await from()).toBe('MISS');
  local.advance(2);
  expect(await from()).toBe('STALE'); // a call is free in 8.5 s
  local.advance(6);
  expect(await from()).toBe('STALE'); // in 2.5 s
  local.advance(3.5);
  expect(await from()).toBe('MISS');
  await local.close();
});
