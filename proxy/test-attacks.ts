import { expect } from 'vitest';
import type { Recorded } from './test-leaks.js';
import type { AskOptions } from './test-proxy.js';

/** One request of an attacker, and the only right answer. */
export interface Attack {
  readonly name: string;
  /** Request target as written on the wire. */
  readonly target: string;
  readonly options?: AskOptions;
  readonly status: number;
  readonly code?: string;
  /** May not appear in the answer's head or body. */
  readonly never?: string;
}

export const site = 'https://site.example';
/** A question that is allowed. */
export const plain = '/?Target=Affiliate_Offer&Method=findMyOffers';
const link = '/?Target=Affiliate_Offer&Method=generateTrackingLink&offer_id=1';
const find = 'Target=Affiliate_Offer&Method=findMyOffers';

const unknown = 'UNKNOWN_PARAMETER';
const bad = 'BAD_PARAMETER';
const forbidden = 'METHOD_NOT_ALLOWED';

function query(name: string, rest: string, status: number, code?: string, never?: string): Attack {
  return { name, target: `/?${rest}`, status, ...(code && { code }), ...(never && { never }) };
}

function origin(value: string): Attack {
  return {
    name: `foreign origin ${value}`,
    target: plain,
    options: { headers: { origin: value } },
    status: 403,
    code: 'ORIGIN_NOT_ALLOWED',
  };
}

function fetchMetadata(headers: Record<string, string>): Attack {
  const name = `embedded without CORS: ${JSON.stringify(headers)}`;
  return {
    name,
    target: plain,
    options: { headers: { ...headers, origin: undefined } },
    status: 403,
    code: 'CROSS_SITE_REQUEST',
  };
}

function verb(method: string, headers: Record<string, string> = {}): Attack {
  return {
    name: `${method} ${JSON.stringify(headers)}`,
    target: plain,
    options: { method, headers: { origin: site, ...headers } },
    status: 405,
  };
}

/** All of these must be answered without a call to HasOffers. Sent with the allowed origin unless the row says otherwise. */
export const attacks: readonly Attack[] = [
  query('other people', 'Target=Affiliate_AffiliateUser&Method=findById&id=1', 403, forbidden),
  query('a writer', 'Target=Affiliate_AffiliateUser&Method=updatePassword&id=1', 403, forbidden),
  query('the key itself', 'Target=Affiliate_ApiKey&Method=getUserApiKey', 403, forbidden),
  query(
    'a writer documented as GET',
    'Target=Affiliate_Offer&Method=acceptOfferTermsAndConditions&offer_id=1',
    403,
    forbidden,
  ),
  query('an allowed method of another target', 'Target=Affiliate_Affiliate&Method=findAll', 403, forbidden),
  query('a brand target', 'Target=Offer&Method=findAll', 403, forbidden),
  query('other case', 'Target=affiliate_offer&Method=FINDMYOFFERS', 403, forbidden),
  query('blank around', 'Target=Affiliate_Offer%20&Method=findMyOffers', 403, forbidden),
  query('names in other case', 'target=Affiliate_Offer&Method=findMyOffers', 400, 'MISSING_PARAMETER'),
  query('two methods', `${find}&Method=findAll`, 400, 'DUPLICATE_PARAMETER'),
  query('two methods, one a list', `${find}&Method[]=findAll`, 400, unknown),
  query('two methods, one a list, encoded', `${find}&Method%5B%5D=findAll`, 400, unknown),
  query('a method as a broken list', `${find}&Method%5B=findAll`, 400, unknown),
  query('a method inside a value', 'Target=Affiliate_Offer&Method=findMyOffers%26Method%3DfindAll', 403, forbidden),
  query('nothing at all', '', 400, 'MISSING_PARAMETER'),
  query('a prototype’s member as a pair', 'Target=constructor&Method=constructor', 403, forbidden),
  query('a prototype’s member as a name', `${find}&__proto__=1`, 400, unknown),
  query('a prototype’s member as a filter', `${find}&filters[constructor]=1`, 400, unknown),

  query('a key of the attacker’s', `${find}&api_key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a key under a mangled name: dot', `${find}&api.key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a key under a mangled name: blank', `${find}&api%20key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a key under a mangled name: plus', `${find}&api+key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a key under a mangled name: bracket', `${find}&api[key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a key under a mangled name: NUL', `${find}&api_key%00x=ATTACKER`, 400, bad, 'ATTACKER'),
  query('a key under a mangled name: leading blank', `${find}&%20api_key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a key under an encoded name', `${find}&%61pi_key=ATTACKER`, 400, unknown, 'ATTACKER'),
  query('a token of the network', `${find}&NetworkToken=NETx`, 400, unknown),
  query('a token of a session', `${find}&SessionToken=x`, 400, unknown),
  query('another network', `${find}&NetworkId=evil.example%2F%23`, 400, unknown, 'evil.example'),
  query('JSONP', `${find}&callback=alert(document.domain)//`, 400, unknown, 'alert('),
  query(
    'script as a name',
    `${find}&<script>alert(1)</script>=1`.replaceAll('<', '%3C').replaceAll('>', '%3E'),
    400,
    unknown,
    'alert(',
  ),
  query('another format', `${find}&Format=jsonp`, 400, unknown),
  query('another version', `${find}&Version=1`, 400, unknown),
  query('another service', `${find}&Service=X`, 400, unknown),

  { name: 'another path', target: `/..%2f..%2fApiv3/xml?${find}`, status: 404, code: 'NOT_FOUND' },
  { name: 'a path with two slashes', target: `//evil.example/?${find}`, status: 404, code: 'NOT_FOUND' },
  { name: 'a path below', target: `/health/../secret?${find}`, status: 404, code: 'NOT_FOUND' },

  query('a header inside a value', `${find}&sort[name]=asc%0d%0aX-Evil:1`, 400, bad, 'X-Evil'),
  query(
    'a whole request inside a value',
    `${find}&limit=1%20HTTP/1.1%0d%0aHost:%20evil.example`,
    400,
    bad,
    'evil.example',
  ),
  ...['100000', '101', '0', '-1', '0x14', '020', '1e1', '%2020', '20%20', '20.0', '%D9%A2', ''].map((value) =>
    query(`limit ${value}`, `${find}&limit=${value}`, 400, bad),
  ),
  ...['-1', '0', '201', '99999999999999999999'].map((value) =>
    query(`page ${value}`, `${find}&page=${value}`, 400, bad),
  ),
  query('a relation with people in it', `${find}&contain[]=AffiliateUser`, 400, bad),
  query('a relation with options', `${find}&contain[Thumbnail][fields][]=Thumbnail.code`, 400, unknown),
  query('a field of the network’s own', `${find}&fields[]=advertiser_id`, 400, bad),
  query('a field with its model', `${find}&fields[]=Advertiser.company`, 400, bad),
  query('an injection as an operator', `${find}&filters[id][OR]=1%20OR%201%3D1`, 400, unknown),
  query('an injection as a value', `${find}&filters[id]=1%20OR%201%3D1`, 400, bad),
  query('an injection as a sort', `${find}&sort[name]=asc,(select+1)`, 400, bad),
  query('a sort by something else', `${find}&sort[(select)]=asc`, 400, unknown),
  query('a filter by something else', `${find}&filters[Advertiser.company][LIKE]=%25`, 400, unknown),
  query('a cache buster', `${find}&_=1699999`, 400, unknown),
  query('another cache buster', `${find}&cb=1`, 400, unknown),
  query('a fragment in the middle', `${find}%23&limit=1`, 403, forbidden),

  {
    name: 'an open redirect',
    target: `${link}&params[url]=https%3A%2F%2Fevil.example`,
    status: 400,
    code: unknown,
    never: 'evil.example',
  },
  { name: 'a short link, which is a write', target: `${link}&options[tiny_url]=1`, status: 400, code: unknown },
  { name: 'a parameter inside a sub-id', target: `${link}&params[aff_sub]=a%26aff_id%3D1`, status: 400, code: bad },
  { name: 'another affiliate', target: `${link}&params[aff_id]=1`, status: 400, code: unknown },
  { name: 'a file', target: `${link}&params[file_id]=1`, status: 400, code: unknown },
  { name: 'an offer that is none', target: link.replace('=1', '=1%2C2'), status: 400, code: bad },

  ...[
    'https://site.example.evil.com',
    'https://evilsite.example',
    'http://site.example',
    'https://site.example:8443',
    'https://site.example.',
    'https://SITE.example',
    'https://site.example/',
    'https://site.example https://evil.example',
    'null',
    '*',
  ].map(origin),
  fetchMetadata({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }),
  fetchMetadata({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }),
  fetchMetadata({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'iframe' }),

  verb('POST'),
  verb('POST', { 'x-http-method-override': 'GET' }),
  verb('PUT'),
  verb('DELETE'),
  verb('PATCH'),

  query('a filter of 3,000 characters', `${find}&filters[name][LIKE]=${'x'.repeat(3000)}`, 414, 'URI_TOO_LONG'),
  query('a query of 7,000 characters', `${find}${'&limit=20'.repeat(800)}`, 414, 'URI_TOO_LONG'),
  query(
    '60 unknown parameters',
    `${find}${Array.from({ length: 60 }, (_, index) => `&a${index}=1`).join('')}`,
    400,
    unknown,
  ),
  query('300 parameters', `${find}${'&a=1'.repeat(300)}`, 400, bad),
  query('120 fields', `${find}${'&fields[]=id'.repeat(120)}`, 400, bad),
  query('bytes that are not UTF-8', `${find}&filters[name][LIKE]=%F0%28%8C%BC`, 400, bad),
  query('an overlong slash', `${find}&filters[name][LIKE]=%C0%AF`, 400, bad),
  query('a lone percent sign', `${find}&filters[name][LIKE]=%`, 400, bad),
];

/** Headers that a proxy may be talked into obeying; ours answers as if they were not there. */
export const ignoredHeaders: readonly Readonly<Record<string, string>>[] = [
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-original-url': '/evil', 'x-rewrite-url': '/evil' },
  { 'cache-control': 'no-cache', pragma: 'no-cache' },
  { cookie: 'session=1' },
  { authorization: 'Bearer x' },
  { range: 'bytes=0-3' },
  { 'accept-language': 'xx', accept: 'text/html' },
  { 'x-http-method-override': 'DELETE' },
  { 'if-modified-since': 'Wed, 21 Oct 2099 07:28:00 GMT' },
];

/** The headers to send: the allowed origin, unless the attack has its own or (`undefined`) none. */
export function attackHeaders({ options }: Attack): Record<string, string> {
  const headers = Object.entries({ origin: site, ...options?.headers });
  return Object.fromEntries(headers.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** What every refusal must look like. */
export function expectRefused(answer: Recorded, attack: Attack): void {
  expect(answer.status).toBe(attack.status);
  if (attack.code !== undefined) expect(answer.code).toBe(attack.code);
  expect(answer.envelope).toMatchObject({ status: -1, httpStatus: attack.status, data: '' });
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(answer.headers.get('vary')).toBe('Origin');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-evil')).toBeNull();
  if (attack.status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  const foreign = answer.code === 'ORIGIN_NOT_ALLOWED' || answer.code === 'CROSS_SITE_REQUEST' || answer.status === 404;
  expect(answer.headers.get('access-control-allow-origin')).toBe(foreign ? null : site);
  if (attack.never !== undefined) expect(JSON.stringify([...answer.headers]) + answer.text).not.toContain(attack.never);
}
