import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { faultNames, parseFault } from './faults.js';
import { sampleKeys } from './keys.js';
import { startSampleNetwork } from './network.js';
import { at, call, encodeQuery, findOffers, get, rowKeys } from './test-client.js';

const network = await startSampleNetwork();
beforeEach(() => network.reset());
afterAll(() => network.close());

const manager = (prefix = '') => call(network, 'Affiliate_Affiliate::getAccountManager', {}, prefix);
const url = (prefix: string, query: Readonly<Record<string, string>> = {}) =>
  `${network.url}${prefix}/Apiv3/json?${encodeQuery({
    Target: 'Affiliate_Offer',
    Method: 'findAll',
    api_key: sampleKeys.active,
    ...query,
  })}`;

describe('fault names', () => {
  test('every name can be written in a path', () => {
    for (const name of faultNames) expect(parseFault(name)?.name).toBe(name);
  });

  test('carry their number', () => {
    expect(parseFault('delay-1500')).toEqual({ name: 'delay', value: 1500 });
    expect(parseFault('http-503')).toEqual({ name: 'http', value: 503 });
    expect(parseFault('key-rotated-3')).toEqual({ name: 'key-rotated', value: 3 });
    expect(parseFault('oversized')).toEqual({ name: 'oversized', value: 3 });
  });

  test.each(['', 'nonsense', 'hang-3', 'http-200', 'delay-abc'])('%j is none', (text) => {
    expect(parseFault(text)).toBe(null);
  });
});

describe('faults on the transport', () => {
  test('delay answers properly, later', async () => {
    const started = performance.now();
    expect((await manager('/fault/delay-120')).json.response.status).toBe(1);
    expect(performance.now() - started).toBeGreaterThanOrEqual(110);
  });

  test('hang never answers', async () => {
    const waiting = fetch(url('/fault/hang'), { signal: AbortSignal.timeout(150) });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('http answers with an HTML error page', async () => {
    const reply = await manager('/fault/http-503');
    expect(reply.status).toBe(503);
    expect(reply.headers.get('content-type')).toMatch(/html/);
    expect(reply.text).toContain('503');
  });

  test('html is a maintenance page with status 200', async () => {
    const reply = await manager('/fault/html');
    expect([reply.status, reply.text.slice(0, 15)]).toEqual([200, '<!doctype html>']);
  });

  test('truncated promises more than it sends', async () => {
    const response = await fetch(url('/fault/truncated', { limit: '5' }));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test('half-json is a complete reply of incomplete JSON', async () => {
    const response = await fetch(url('/fault/half-json'));
    const text = await response.text();
    expect(() => JSON.parse(text)).toThrow();
  });

  test('drip sends all of it, slowly', async () => {
    const started = performance.now();
    const reply = await get(url('/fault/drip-10', { limit: '5' }));
    expect(reply.json.response.status).toBe(1);
    expect(performance.now() - started).toBeGreaterThan(150);
  });

  test('reset cuts the line before any byte', async () => {
    await expect(fetch(url('/fault/reset'))).rejects.toThrow();
  });

  test('empty-body is a 200 with nothing in it', async () => {
    const reply = await manager('/fault/empty-body');
    expect([reply.status, reply.text]).toEqual([200, '']);
  });

  test('redirect carries the key in its Location, and a client that follows it succeeds', async () => {
    const response = await fetch(url('/fault/redirect', { limit: '1' }), { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toContain(sampleKeys.active);
    expect((await get(url('/fault/redirect', { limit: '1' }))).json.response.status).toBe(1);
  });

  test('oversized is a correct reply of three megabytes', async () => {
    const reply = await manager('/fault/oversized');
    expect(reply.text.length).toBeGreaterThan(3_000_000);
    expect(at(reply, 'data', 'first_name')).toBe('Mara');
  });
});

describe('faults in the envelope', () => {
  test('errors-object has an object where a list is usual', async () => {
    expect((await manager('/fault/errors-object')).json.response).toMatchObject({
      status: -1,
      errors: { publicMessage: 'Something went wrong' },
    });
  });

  test('relation fails calls with contain and no others', async () => {
    const prefix = '/fault/relation';
    expect((await get(url(prefix, { 'contain[]': 'Thumbnail' }))).json.response.status).toBe(-1);
    expect((await get(url(prefix))).json.response.status).toBe(1);
  });

  test('page-count-null and counters-missing damage the counters alone', async () => {
    const nothing = await get(url('/fault/page-count-null', { limit: '2' }));
    expect(at(nothing, 'data', 'pageCount')).toBe(null);
    const missing = await get(url('/fault/counters-missing', { limit: '2' }));
    expect(Object.keys(missing.json.response.data ?? {})).toEqual(['current', 'pageCount', 'data']);
    expect(rowKeys(missing)).toHaveLength(2);
  });

  test('rows-as-map turns the list of a report into a map and leaves other answers alone', async () => {
    const report = { Target: 'Affiliate_Report', Method: 'getStats', 'fields[]': 'Stat.date', limit: '2' };
    const { data } = (await get(url('/fault/rows-as-map', report))).json.response;
    expect(data).toMatchObject({ data: { 1: { Stat: {} }, 2: { Stat: {} } } });
    expect(rowKeys(await get(url('/fault/rows-as-map', { limit: '2' })))).toHaveLength(2);
  });

  test('data-empty and data-null are successes without data', async () => {
    expect((await manager('/fault/data-empty')).json.response).toMatchObject({ status: 1, data: '' });
    expect((await manager('/fault/data-null')).json.response).toMatchObject({ status: 1, data: null });
  });

  test('error-with-key repeats the key in a 200', async () => {
    const reply = await manager('/fault/error-with-key');
    expect(reply.status).toBe(200);
    expect(reply.json.response.status).toBe(-1);
    expect(reply.json.response.errorMessage).toContain(sampleKeys.active);
  });

  test('key-in-data hides the key in ordinary fields', async () => {
    expect(at(await manager('/fault/key-in-data'), 'data', 'title')).toContain(sampleKeys.active);
    const offers = await get(url('/fault/key-in-data', { limit: '1' }));
    expect(at(offers, 'data', 'data', '1004', 'Offer', 'name')).toContain(sampleKeys.active);
  });

  test('rate-limit, permission and network-id answer like the real refusals', async () => {
    expect((await manager('/fault/rate-limit')).json.response.errorMessage).toContain('exceeded rate limit');
    expect((await manager('/fault/permission')).json.response.errorMessage).toContain('not permitted');
    expect((await manager('/fault/network-id')).json.response.errors).toEqual({
      publicMessage: 'Network id is not valid',
    });
  });

  test('key-rotated accepts the key for a while, then never again', async () => {
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await manager('/fault/key-rotated-2')).json.response.status);
    expect(statuses).toEqual([1, 1, -1, -1]);
    expect((await manager()).json.response.status).toBe(1);
  });
});

describe('switching faults', () => {
  test('a fault in a path touches that call only', async () => {
    expect((await manager('/fault/http-500')).status).toBe(500);
    expect((await manager()).status).toBe(200);
  });

  test('several faults in a path all apply', async () => {
    const started = performance.now();
    expect((await manager('/fault/delay-80/fault/http-500')).status).toBe(500);
    expect(performance.now() - started).toBeGreaterThanOrEqual(70);
  });

  test('an unknown fault in a path is a 404 that names it', async () => {
    const reply = await manager('/fault/nonsense');
    expect([reply.status, reply.text]).toEqual([404, 'No such fault: nonsense']);
  });

  test('setFault hits every call until it is taken back', async () => {
    network.setFault('http-502');
    expect((await manager()).status).toBe(502);
    network.setFault(null);
    expect((await manager()).status).toBe(200);
    expect(() => network.setFault('nonsense')).toThrow('No such fault');
  });

  test('setFault can be limited to a method, a key and a number of calls', async () => {
    network.setFault('http-500', { method: 'findAll', times: 1 });
    expect((await manager()).status).toBe(200);
    expect((await findOffers(network)).status).toBe(500);
    expect((await findOffers(network)).status).toBe(200);
    network.setFault('http-500', { key: sampleKeys.second });
    expect((await manager()).status).toBe(200);
    expect((await call(network, 'Affiliate_Offer::findAll', { api_key: sampleKeys.second })).status).toBe(500);
  });

  test('a call that fails is recorded all the same', async () => {
    await manager('/fault/http-500');
    expect(network.calls).toHaveLength(1);
  });
});

describe('control routes', () => {
  const post = (path: string) => fetch(`${network.url}/_control${path}`, { method: 'POST' });

  test('switch a fault on and off for everybody', async () => {
    await post('/fault?name=http-500&method=getAccountManager');
    expect((await manager()).status).toBe(500);
    expect((await findOffers(network, { limit: '1' })).status).toBe(200);
    await post('/fault?name=none');
    expect((await manager()).status).toBe(200);
  });

  test('refuse what they do not know, and GET for changes', async () => {
    expect((await post('/fault?name=nonsense')).status).toBe(400);
    expect((await post('/offers?count=lots')).status).toBe(400);
    expect((await post('/nonsense')).status).toBe(404);
    expect((await fetch(`${network.url}/_control/reset`)).status).toBe(405);
  });

  test('set the number of offers', async () => {
    await post('/offers?count=1000');
    expect(at(await findOffers(network, { limit: '1' }), 'data', 'count')).toBe(1000);
    await post('/offers?count=0');
    expect((await findOffers(network)).json.response.data).toEqual([]);
    await post('/offers');
    expect(Number(at(await findOffers(network, { limit: '1' }), 'data', 'count'))).toBeGreaterThan(110);
  });

  test('revoke and restore a key by its name', async () => {
    await post('/revoke?key=active');
    expect((await manager()).json.response.status).toBe(-1);
    await post('/restore?key=active');
    expect((await manager()).json.response.status).toBe(1);
  });

  test('tell the calls, and forget them on reset', async () => {
    await manager();
    const told = await (await fetch(`${network.url}/_control/calls`)).json();
    expect(told).toMatchObject({ calls: [{ method: 'getAccountManager' }], visits: [] });
    await post('/reset');
    expect(network.calls).toHaveLength(0);
  });

  test('list what there is', async () => {
    const told = await (await fetch(`${network.url}/_control`)).json();
    expect(told).toMatchObject({ faults: faultNames, fault: null });
  });
});
