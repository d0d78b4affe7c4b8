import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherSecret, tokenSecret } from '../fixtures/jwt.js';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { expectRule, signedInVariables } from '../fixtures/signed-in/rule.js';
import { signedInRules } from '../fixtures/signed-in/rules.js';
import { createTokens } from '../tokens/tokens.js';

const tokens = createTokens({ secret: signedInVariables.HASOFFERS_TOKEN_SECRET, networkId: 'demo' });
const options = { tokens, upstreamBudget: 1000, clientLimit: 0 };

describe('the signed-in scope', () => {
  let proxy: TestProxy;

  beforeAll(async () => {
    proxy = await startTestProxy({ ...options, affiliateUserId: signedInVariables.HASOFFERS_AFFILIATE_USER_ID });
  });
  afterAll(() => proxy.close());

  it.each(signedInRules.map((rule) => [rule.name, rule] as const))('%s', async (_, rule) => {
    const token = await rule.token?.();
    proxy.origin.data = rule.data ?? [];
    const callsBefore = proxy.origin.calls.length;
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await proxy.requestQuery(rule.query, { headers });
    await expectRule(rule, response, proxy.origin.calls.slice(callsBefore));
    const { texts } = proxy.recorder;
    // Neither token nor secret in any response, header or line of the log.
    for (const secret of [tokenSecret, otherSecret, ...(token ? [token] : [])]) {
      expect(texts.filter((text) => secret.length > 9 && text.includes(secret))).toEqual([]);
    }
  });
});

const mint = (scope: 'stats' | 'payments' | 'messages', lock?: { aff_sub: string }): Promise<string> =>
  tokens.mint({ subject: 'x', scopes: [scope], lock });
const stats = 'Target=Affiliate_Report&Method=getStats&fields[]=Stat.clicks';
const link = 'Target=Affiliate_Offer&Method=generateTrackingLink&offer_id=1';
const balance = 'Target=Affiliate_AffiliateBilling&Method=getAccountBalance';
const alerts = 'Target=Affiliate_Alert&Method=getAffiliateUserAlerts';
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

it('without tokens private methods stay closed, and the header changes nothing', async () => {
  const proxy = await startTestProxy();
  const headers = bearer(await mint('stats'));
  expect(await proxy.requestQuery(stats, headers)).toMatchObject({ status: 403, code: 'METHOD_NOT_ALLOWED' });
  const response = await proxy.requestQuery(find, headers);
  expect([response.status, response.headers.get('vary')]).toEqual([200, 'Origin']);
  expect(response.headers.get('cache-control')).toContain('public');
  await proxy.close();
});

it('the cache is shared by tokens with the same lock, and by no others', async () => {
  const written: string[] = [];
  const store = {
    read: async () => undefined,
    write: async (key: string) => {
      written.push(key);
    },
  };
  const proxy = await startTestProxy({ ...options, store });
  proxy.origin.respond = (query) => {
    const value = query.get('filters[Stat.affiliate_info1][values][]');
    return { count: 1, data: [{ Stat: { clicks: '1', affiliate_info1: value ?? 'anybody' } }] };
  };
  const rowsFor = async (token: string): Promise<unknown> => {
    const { envelope } = await proxy.requestQuery(stats, bearer(token));
    return (envelope.data as { data: readonly { Stat: { affiliate_info1: string } }[] }).data[0]?.Stat.affiliate_info1;
  };
  const first = await mint('stats', { aff_sub: 'member-1' });
  expect(await rowsFor(first)).toBe('member-1');
  expect(await rowsFor(await mint('stats', { aff_sub: 'member-1' }))).toBe('member-1');
  expect(proxy.origin.calls.length).toBe(1);
  expect(await rowsFor(await mint('stats', { aff_sub: 'member-2' }))).toBe('member-2');
  expect(await rowsFor(await mint('stats'))).toBe('anybody');
  expect(await rowsFor(first)).toBe('member-1');
  expect(proxy.origin.calls.length).toBe(3);
  expect(written.length).toBe(3);
  expect(written[0]).toMatch(/member-1.* stats .*member-1$/);
  expect(written.join()).not.toContain(first);
  await proxy.close();
});

it('a public link and one of a lock are never mixed up', async () => {
  const proxy = await startTestProxy(options);
  proxy.origin.respond = (query) => ({
    click_url: `https://go.example/?aff_sub=${query.get('params[aff_sub]') ?? ''}`,
  });
  const token = await mint('stats', { aff_sub: 'member-1' });
  const urlFor = async (headers = {}): Promise<unknown> => (await proxy.requestQuery(link, headers)).envelope.data;
  const open = { click_url: 'https://go.example/?aff_sub=' };
  const own = { click_url: 'https://go.example/?aff_sub=member-1' };
  expect(await urlFor()).toEqual(open);
  expect(await urlFor(bearer(token))).toEqual(own);
  expect(await urlFor()).toEqual(open);
  expect(await urlFor(bearer(await mint('stats')))).toEqual(open);
  await proxy.close();
});

it('a balance is requested every 15 minutes at most, since that computes it anew', async () => {
  const proxy = await startTestProxy(options);
  proxy.origin.data = { affiliate_id: '94', balance: '12.50' };
  const headers = bearer(await mint('payments'));
  const request = async () => (await proxy.requestQuery(balance, headers)).envelope.data;
  expect(await request()).toEqual({ balance: '12.50' });
  proxy.advance(14 * 60);
  expect(await request()).toEqual({ balance: '12.50' });
  expect(proxy.origin.calls.length).toBe(1);
  proxy.advance(2 * 60);
  await request();
  await expect.poll(() => proxy.origin.calls.length).toBe(2);
  await proxy.close();
});

describe('whose messages they are', () => {
  it('is requested from HasOffers once, and nothing else of the response is used', async () => {
    const proxy = await startTestProxy(options);
    proxy.origin.respond = (query) =>
      query.get('Method') === 'getContext' ? { AffiliateUser: { id: '17', email: 'SECRET' }, Affiliate: {} } : [];
    const headers = bearer(await mint('messages'));
    for (const page of ['1', '2', '3']) {
      expect((await proxy.requestQuery(`${alerts}&page=${page}`, headers)).status).toBe(200);
    }
    const methods = proxy.origin.calls.map((query) => `${query.get('Method')} ${query.get('affiliate_user_id')}`);
    const alertsOf17 = 'getAffiliateUserAlerts 17';
    expect(methods).toEqual(['getContext null', alertsOf17, alertsOf17, alertsOf17]);
    expect(proxy.recorder.texts.join()).not.toContain('SECRET');
    await proxy.close();
  });

  it.each([[[]], [{ AffiliateUser: { id: 'x&api_key=1' } }], [{ AffiliateUser: [] }]])(
    'is never guessed: %j',
    async (context) => {
      const proxy = await startTestProxy(options);
      proxy.origin.respond = (query) => (query.get('Method') === 'getContext' ? context : undefined);
      const response = await proxy.requestQuery(alerts, bearer(await mint('messages')));
      expect([response.status, response.code]).toEqual([502, 'UPSTREAM_INVALID_RESPONSE']);
      expect(proxy.origin.calls.length).toBe(1);
      await proxy.close();
    },
  );
});

it('pages of other origins may send the header, and read how many rows there are', async () => {
  const proxy = await startTestProxy({ ...options, allowedOrigins: ['https://site.example'] });
  const origin = 'https://site.example';
  const preflight = await proxy.requestQuery(stats, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-headers': 'authorization' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')?.split(', ')).toContain('Authorization');
  const error = await proxy.requestQuery(stats, { headers: { origin } });
  expect(error).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  expect(error.headers.get('access-control-allow-origin')).toBe(origin);
  expect(error.headers.get('access-control-expose-headers')).toMatch(/X-Hasoffers-Rows/);
  await proxy.close();
});

it('another scheme is no token, and a browser that sends a password for the site is served', async () => {
  const proxy = await startTestProxy(options);
  const headers = { authorization: 'Basic dXNlcjpwYXNzd29yZA==' };
  const open = await proxy.requestQuery(find, { headers });
  expect([open.status, open.headers.get('vary')]).toEqual([200, 'Origin, Authorization']);
  expect(open.headers.get('cache-control')).toContain('public');
  expect(await proxy.requestQuery(stats, { headers })).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  proxy.origin.data = [];
  expect(
    (await proxy.requestQuery(stats, { headers: { authorization: `bearer ${await mint('stats')}` } })).status,
  ).toBe(200);
  await proxy.close();
});

it('cookies stay possible beside tokens: authorize decides about requests without one', async () => {
  const proxy = await startTestProxy({
    ...options,
    allow: ['Affiliate_Report::getStats'],
    authorize: (request) => request.headers.get('cookie') === 'session=good',
  });
  proxy.origin.data = [];
  expect((await proxy.requestQuery(stats, { headers: { cookie: 'session=good' } })).status).toBe(200);
  expect(await proxy.requestQuery(stats)).toMatchObject({ status: 403, code: 'NOT_SIGNED_IN' });
  const both = { headers: { cookie: 'session=good', authorization: 'Bearer x' } };
  expect(await proxy.requestQuery(stats, both)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  expect(await proxy.requestQuery(balance)).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  await proxy.close();
});

it('tokens for another network are noticed at the start', async () => {
  const other = createTokens({ secret: tokenSecret, networkId: 'other' });
  await expect(startTestProxy({ tokens: other })).rejects.toThrow(/tokens must be made for the same networkId/);
});
