import { describe, expect, it } from 'vitest';
import { find, startTestProxy } from '../fixtures/proxy.js';
import type { ProxyRequest } from './proxy-request.js';
import { createRateLimit } from './rate-limit.js';

function from(address: string | undefined, forwarded?: string): ProxyRequest {
  const header = (name: string): string | undefined => (name === 'x-forwarded-for' ? forwarded : undefined);
  const toRequest = (): Request => new Request('http://localhost/');
  return { method: 'GET', path: '/', query: '', origin: 'http://localhost', address, header, toRequest };
}

function createLimit(limit: number, trustedHops = 0) {
  const clock = { time: 0 };
  const lines: string[] = [];
  const check = createRateLimit({ limit, trustedHops, now: () => clock.time, log: (line) => lines.push(line.event) });
  return { clock, lines, check };
}

describe('the limit per client', () => {
  it('refuses requests above it until the promised time', () => {
    const { clock, check } = createLimit(5);
    for (let request = 0; request < 5; request += 1) expect(check(from('192.0.2.1'))).toBe(0);
    const wait = check(from('192.0.2.1'));
    expect(wait).toBeGreaterThan(0);
    expect(check(from('192.0.2.2'))).toBe(0);
    clock.time = wait * 1000;
    expect(check(from('192.0.2.1'))).toBe(0);
  });

  it('does not allow twice as much around the turn of a minute', () => {
    const { clock, check } = createLimit(60);
    const count = (requests: number): number =>
      Array.from({ length: requests }, () => check(from('192.0.2.1'))).filter((wait) => wait === 0).length;
    expect(count(1)).toBe(1);
    clock.time = 59_000;
    expect(count(100)).toBe(59);
    clock.time = 61_000;
    expect(count(100)).toBe(1); // one second of the minute has passed
    clock.time = 91_000;
    expect(count(100)).toBe(30);
    clock.time = 300_000;
    expect(count(100)).toBe(60);
  });

  it('0 is no limit', () => {
    const { check } = createLimit(0);
    for (let request = 0; request < 5000; request += 1) expect(check(from('192.0.2.1'))).toBe(0);
  });

  it('takes an IPv6 network of 64 bits as one client', () => {
    const { check } = createLimit(1);
    expect(check(from('2001:db8:1:2::1'))).toBe(0);
    expect(check(from('2001:db8:1:2:ffff::9'))).toBeGreaterThan(0);
    expect(check(from('2001:db8:1:3::1'))).toBe(0);
  });

  it('does not believe X-Forwarded-For unless proxies in front are trusted', () => {
    const { check } = createLimit(1);
    expect(check(from('192.0.2.1', '198.51.100.1'))).toBe(0);
    expect(check(from('192.0.2.1', '198.51.100.2'))).toBeGreaterThan(0);
  });

  it('counts trusted proxies from the right, so that a client cannot choose its address', () => {
    const { check } = createLimit(1, 2);
    expect(check(from('10.0.0.2', '6.6.6.1, 198.51.100.7, 10.0.0.1'))).toBe(0);
    expect(check(from('10.0.0.2', '6.6.6.2, 198.51.100.7, 10.0.0.1'))).toBeGreaterThan(0);
    expect(check(from('10.0.0.2', '6.6.6.2, 198.51.100.8, 10.0.0.1'))).toBe(0);
  });

  it('has no effect when the platform provides no address, and logs that once', () => {
    const { check, lines } = createLimit(1);
    for (let request = 0; request < 3; request += 1) expect(check(from(undefined))).toBe(0);
    expect(lines).toEqual(['client-unknown']);
  });
});

it('a client above its limit gets 429 with Retry-After, others and the health page do not', async () => {
  const proxy = await startTestProxy({ clientLimit: 3, trustedHops: 1 });
  const headers = { 'x-forwarded-for': '198.51.100.1' };
  for (let request = 0; request < 3; request += 1)
    expect((await proxy.requestQuery(find, { headers })).status).toBe(200);
  const refused = await proxy.requestQuery(find, { headers });
  expect(refused).toMatchObject({ status: 429, code: 'CLIENT_LIMIT' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await proxy.request('/health', { headers })).status).toBe(200);
  expect((await proxy.requestQuery(find, { headers: { 'x-forwarded-for': '198.51.100.2' } })).status).toBe(200);
  await proxy.close();
});
