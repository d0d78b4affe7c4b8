import { describe, expect, it } from 'vitest';
import { find, startTestProxy } from '../fixtures/proxy.js';
import { ProxyError } from '../policy/proxy-error.js';
import { createOriginCheck, type OriginRules } from './cors.js';

function check(rules: Partial<OriginRules>, headers: Record<string, string>, own = 'http://proxy.example'): string {
  const toRequest = (): Request => new Request(own);
  const request = { method: 'GET', path: '/', query: '', origin: own, address: undefined, toRequest };
  try {
    const allowed = createOriginCheck({ allowed: undefined, trustedHops: 0, ...rules });
    return allowed({ ...request, header: (name) => headers[name] }) ?? 'no header';
  } catch (error) {
    return error instanceof ProxyError ? error.code : String(error);
  }
}

const refused = 'ORIGIN_NOT_ALLOWED';

describe('without a list: pages of the proxy’s own origin', () => {
  it.each([
    [{}, 'no header'],
    [{ 'sec-fetch-site': 'same-origin' }, 'no header'],
    [{ 'sec-fetch-site': 'none' }, 'no header'],
    [{ 'sec-fetch-site': 'cross-site' }, 'CROSS_SITE_REQUEST'],
    [{ 'sec-fetch-site': 'same-site' }, 'CROSS_SITE_REQUEST'],
    [
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      'CROSS_SITE_REQUEST',
    ],
    // Somebody followed a link.
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'no header'],
    [{ origin: 'http://proxy.example' }, 'http://proxy.example'],
    // Behind a TLS terminator the page says https where the proxy sees http.
    [{ origin: 'https://proxy.example' }, 'https://proxy.example'],
    [{ origin: 'https://proxy.example:8443' }, refused],
    [{ origin: 'https://evil.example' }, refused],
    [{ origin: 'null' }, refused],
  ])('%j → %s', (headers, result) => {
    expect(check({}, headers as Record<string, string>)).toBe(result);
  });

  it('believes a trusted TLS terminator about the scheme, and nothing else', () => {
    const https = { origin: 'https://proxy.example', 'x-forwarded-proto': 'https' };
    const http = { origin: 'http://proxy.example', 'x-forwarded-proto': 'https' };
    expect(check({ trustedHops: 1 }, https)).toBe('https://proxy.example');
    expect(check({ trustedHops: 1 }, http)).toBe(refused);
    expect(check({ trustedHops: 1 }, { ...http, 'x-forwarded-proto': 'http' })).toBe('http://proxy.example');
    expect(check({ trustedHops: 0 }, { ...http, 'x-forwarded-proto': 'https' })).toBe('http://proxy.example');
  });
});

describe('with a list: those origins and no others', () => {
  const allowed = ['https://a.example', 'http://localhost:3000'];
  it.each([
    [{ origin: 'https://a.example' }, 'https://a.example'],
    [{ origin: 'http://localhost:3000' }, 'http://localhost:3000'],
    [{ origin: 'http://localhost:3001' }, refused],
    [{ origin: 'http://proxy.example' }, refused],
    [{}, 'no header'],
  ])('%j → %s', (headers, result) => {
    expect(check({ allowed }, headers as Record<string, string>)).toBe(result);
  });
});

it('with a star: every origin, and never by reflection', () => {
  expect(check({ allowed: '*' }, { origin: 'https://anywhere.example' })).toBe('*');
  expect(check({ allowed: '*' }, { origin: 'null' })).toBe('*');
  expect(check({ allowed: '*' }, {})).toBe('no header');
});

it('lets an allowed page read errors, and never allows credentials', async () => {
  const proxy = await startTestProxy({ allowedOrigins: ['https://a.example'] });
  const headers = { origin: 'https://a.example' };
  for (const query of [find, `${find}&limit=x`]) {
    const response = await proxy.requestQuery(query, { headers });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After, X-Hasoffers-Rows');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toBe('Origin');
    expect(response.headers.get('x-cache')).toBeNull();
  }
  await proxy.close();
});
