import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../fixtures/faults.js';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { createPublicMethods } from '../policy/public-methods.js';

const timeout = 600;
let proxy: TestProxy;

beforeEach(async () => {
  proxy = await startTestProxy({ upstreamTimeout: timeout });
});

afterEach(() => proxy.close());

async function timed<Value>(work: Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const start = performance.now();
  const value = await work;
  return { value, milliseconds: performance.now() - start };
}

// Times are of the proxy; a machine that is busy with other things may need another try.
describe.each(faults)('upstream: %s', { retry: 3 }, (fault, status, code) => {
  it('with nothing cached: a clear error within the timeout', async () => {
    proxy.origin.fault = fault;
    const { value, milliseconds } = await timed(proxy.requestQuery(find));
    expect(value).toMatchObject({ status, code });
    expect(value.envelope).toMatchObject({ status: -1, httpStatus: status, data: '' });
    expect(value.headers.get('cache-control')).toBe('no-store');
    expect(milliseconds).toBeLessThan(timeout + 500);
    if (status === 503) expect(Number(value.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('with a stale response: everybody gets it, within 350 ms, in two rounds', async () => {
    const good = await proxy.requestQuery(find);
    proxy.origin.fault = fault;
    proxy.advance(3 * 3600); // past the age at which it is served unasked
    for (let round = 1; round <= 2; round += 1) {
      const callsBefore = proxy.origin.calls.length;
      const responses = await Promise.all(Array.from({ length: 10 }, () => timed(proxy.requestQuery(find))));
      for (const { value, milliseconds } of responses) {
        expect([value.status, value.text]).toEqual([200, good.text]);
        expect(milliseconds).toBeLessThan(350 + 100); // the sockets of ten clients take some, too
      }
      // One call for all of them, and at most one more try.
      expect(proxy.origin.calls.length - callsBefore).toBeLessThanOrEqual(2);
      proxy.advance(61);
    }
  });

  it('is forgotten as soon as upstream works again', async () => {
    await proxy.requestQuery(find);
    proxy.advance(3 * 3600);
    proxy.origin.fault = fault;
    await proxy.requestQuery(find);
    proxy.origin.fault = 'ok';
    proxy.origin.data = { 13: { Offer: { id: '13' } } };
    const recovered = async (): Promise<unknown> => {
      proxy.advance(61); // a call that hung fails only now, and the pause begins then
      return (await proxy.requestQuery(find)).envelope.data;
    };
    await expect.poll(recovered, { timeout: 3000 }).toEqual({ 13: { Offer: { id: '13' } } });
  });
});

it('a request that joins a hanging call late waits for less', { retry: 3 }, async () => {
  await proxy.requestQuery(find);
  proxy.origin.fault = 'hang';
  proxy.advance(3 * 3600);
  const first = timed(proxy.requestQuery(find));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const late = await timed(proxy.requestQuery(find));
  expect(late.value.headers.get('x-cache')).toBe('STALE');
  expect(late.milliseconds).toBeLessThan(200);
  await first;
});

it.each([
  ['Network id is not valid', 'UPSTREAM_NETWORK_ID'],
  ['User is not permitted to perform this action', 'UPSTREAM_PERMISSION'],
  ['Affiliate is not approved for this offer', 'UPSTREAM_PERMISSION'],
])('an error before authentication, without envelope: %s', async (message, code) => {
  const body = JSON.stringify({ response: { errors: { publicMessage: message }, link: 'http://x.example/' } });
  const local = await startTestProxy({ fetch: async () => new Response(body) });
  expect(await local.requestQuery(find)).toMatchObject({ status: 502, code });
  await local.close();
});

it.each([
  ['500', 'HTTP 500'],
  ['redirect', 'redirect'],
  ['html', 'no JSON'],
  ['oversized', 'too large'],
] as const)('names the reason in the log: %s', async (fault, reason) => {
  proxy.origin.fault = fault;
  await proxy.requestQuery(find);
  expect(proxy.recorder.lines).toContainEqual(expect.objectContaining({ event: 'upstream-failed', reason }));
});

it('of a connection that fails, logs the code of the system and nothing else', async () => {
  const failures = [{ code: 'ECONNREFUSED' }, { code: 'https://x.example/?api_key=1' }, undefined];
  const fetch = async (): Promise<Response> => {
    throw new TypeError('https://x.example/?api_key=1', { cause: failures[0] });
  };
  const local = await startTestProxy({ fetch });
  for (const reason of ['ECONNREFUSED', 'no connection', 'no connection']) {
    await local.requestQuery(find);
    expect(local.recorder.lines.at(-1)).toMatchObject({ event: 'upstream-failed', reason });
    expect(JSON.stringify(local.recorder.lines)).not.toContain('x.example');
    failures.shift();
    local.advance(61);
  }
  await local.close();
});

it('reports a validation error as one, and does not repeat the call at once', async () => {
  let calls = 0;
  const errors = [{ err_code: 3, err_msg: 'x', attribute_name: 'status', publicMessage: 'Could not find.' }];
  const body = JSON.stringify({
    response: { status: -1, httpStatus: 200, data: '', errors, errorMessage: 'Could not find.' },
  });
  const local = await startTestProxy({
    fetch: async () => {
      calls += 1;
      return new Response(body);
    },
  });
  for (let round = 0; round < 3; round += 1) {
    expect(await local.requestQuery(find)).toMatchObject({ status: 502, code: 'UPSTREAM_VALIDATION' });
  }
  expect(calls).toBe(1);
  await local.close();
});

it('refuses a body that is JSON of another form, for every method', async () => {
  const wrong = [
    'null',
    '[]',
    '7',
    '{}',
    '{"response":null}',
    '{"response":[]}',
    '{"response":{"status":"1","data":[]}}',
  ];
  const data = ['"text"', '7', 'true', '{"a":{"b":1}}', '[["x"]]', '{"12":{"Unknown":{"id":"1"}}}'];
  const bodies = [...wrong, ...data.map((text) => `{"response":{"status":1,"data":${text}}}`)];
  let body = '';
  const local = await startTestProxy({ upstreamBudget: 1000, fetch: async () => new Response(body) });
  for (const method of createPublicMethods([])) {
    const needs = [...method.parameters].filter(([, { required }]) => required).map(([name]) => `&${name}=1`);
    for (body of bodies) {
      const response = await local.requestQuery(`Target=${method.target}&Method=${method.method}${needs.join('')}`);
      expect([method.methodId, body, response.status]).toEqual([method.methodId, body, 502]);
    }
  }
  await local.close();
});

it('sends no call for ten seconds after HasOffers has reported its rate limit', async () => {
  const local = await startTestProxy();
  local.origin.fault = 'rate-limit';
  expect(await local.requestQuery(find)).toMatchObject({ status: 503, code: 'UPSTREAM_RATE_LIMIT' });
  local.origin.fault = 'ok';
  local.advance(9);
  const refused = await local.requestQuery(`${find}&page=2`);
  expect(refused).toMatchObject({ status: 503, code: 'COOLING_DOWN' });
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(local.origin.calls.length).toBe(1);
  local.advance(2);
  expect((await local.requestQuery(`${find}&page=2`)).status).toBe(200);
  await local.close();
});

it('answers a new query with Retry-After when the budget is used up', async () => {
  const local = await startTestProxy({ upstreamBudget: 4 });
  for (let page = 1; page <= 3; page += 1) expect((await local.requestQuery(`${find}&page=${page}`)).status).toBe(200);
  const refused = await local.requestQuery(`${find}&page=4`);
  expect(refused).toMatchObject({ status: 503, code: 'BUDGET_EXHAUSTED' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(10);
  local.advance(11);
  expect((await local.requestQuery(`${find}&page=4`)).status).toBe(200);
  await local.close();
});

it('a request waits for a call that is free soon', async () => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const calls: number[] = [];
  const body = JSON.stringify({ response: { status: 1, httpStatus: 200, data: {}, errors: [], errorMessage: '' } });
  const fetch = async (): Promise<Response> => {
    calls.push(now());
    return new Response(body);
  };
  const local = await startTestProxy({ upstreamBudget: 1, now, fetch });
  expect((await local.requestQuery(`${find}&page=1`)).status).toBe(200);
  ahead = 9800;
  expect((await local.requestQuery(`${find}&page=2`)).status).toBe(200);
  const [first = 0, second = 0] = calls;
  expect(second - first).toBeGreaterThan(10_000);
  await local.close();
});
