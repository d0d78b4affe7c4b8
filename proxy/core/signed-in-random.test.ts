import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeClaims, leaveUnsigned, otherSecret, signByHand, tokenSecret } from '../fixtures/jwt.js';
import { testKey } from '../fixtures/origin.js';
import { createPolicy } from '../policy/policy.js';
import { createTokens, type MintOptions } from '../tokens/tokens.js';
import { createProxy } from './create-proxy.js';

const networkId = 'demo';
const tokens = createTokens({ secret: tokenSecret, networkId });
const members = ['member-1', 'member-2', 'Member-1', 'member-10', ''];
const offers = ['7', '12', '70'];

/** All rows of all members, whatever the filter says: the worst that HasOffers could do. */
const rows = members.flatMap((name) =>
  offers.flatMap((offer_id) => ({ Stat: { affiliate_info1: name, source: name, offer_id, payout: '1.00' } })),
);
const report = { page: 1, count: rows.length, pageCount: 1, data: rows };

function startProxy() {
  let calls = 0;
  let time = Date.now();
  const proxy = createProxy({
    networkId,
    keys: [testKey],
    tokens,
    affiliateUserId: '5',
    clientLimit: 0,
    // A second for each look at the clock, so that the budget is no limit here.
    now: () => {
      time += 1000;
      return time;
    },
    log: () => undefined,
    fetch: async (url) => {
      calls += 1;
      const data = new URL(url).searchParams.get('Target') === 'Affiliate_Report' ? report : [];
      return Response.json({ response: { status: 1, data } });
    },
  });
  const request = async (query: string, token: string): Promise<{ status: number; text: string }> => {
    // What cannot be in a header does not reach a server.
    const headers = { authorization: `Bearer ${token.replace(/[^\x20-\x7e]/g, '')}` };
    const response = await proxy(new Request(`https://proxy.example/?${query}`, { headers }));
    return { status: response.status, text: await response.text() };
  };
  return { request, calls: () => calls };
}

it('10,000 random tokens: none but those that were signed, and no more than they say', {
  timeout: 120_000,
}, async () => {
  const { request, calls } = startProxy();
  const now = Math.floor(Date.now() / 1000);
  const good = { sub: 'x', aud: networkId, iat: now, exp: now + 600, scope: 'stats' };
  const stats = 'Target=Affiliate_Report&Method=getStats&fields[]=Stat.payout';
  const anything = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('stats', 'member-1', now, networkId),
  );
  const claims = fc.dictionary(fc.constantFrom('sub', 'aud', 'iat', 'exp', 'scope', 'lock', 'nbf', 'x'), anything, {
    maxKeys: 3,
  });
  const header = fc.record({ alg: fc.constantFrom('HS256', 'none', 'HS512', 'RS256', 'hs256', null) });
  const token = fc.oneof(
    fc.string({ maxLength: 60 }).map((text) => ({ text: Promise.resolve(text), isSigned: false })),
    fc.tuple(claims, header).map(([some, head]) => ({
      text: Promise.resolve(leaveUnsigned({ ...good, ...some }, head)),
      isSigned: false,
    })),
    claims.map((some) => ({ text: signByHand({ ...good, ...some }, { secret: otherSecret }), isSigned: false })),
    claims.map((some) => ({
      text: signByHand(good).then((signed) => changeClaims(signed, (known) => ({ ...known, ...some, changed: true }))),
      isSigned: false,
    })),
    fc.tuple(claims, header).map(([some, head]) => ({
      text: signByHand({ ...good, ...some }, { header: head }),
      isSigned: head.alg === 'HS256',
    })),
  );
  await fc.assert(
    fc.asyncProperty(token, async ({ text, isSigned }) => {
      const callsBefore = calls();
      const { status } = await request(stats, await text);
      if (!isSigned) expect([status, calls() - callsBefore]).toEqual([401, 0]);
      else expect([200, 401, 403]).toContain(status);
    }),
    { numRuns: 10_000 },
  );
});

it('10,000 random private queries under a lock: never a row of another, never a 500', {
  timeout: 120_000,
}, async () => {
  const { request } = startProxy();
  const scopes = ['stats', 'conversions'] as const;
  const lockOptions: readonly NonNullable<MintOptions['lock']>[] = [
    { aff_sub: 'member-1' },
    { source: 'member-2' },
    { aff_sub: 'member-1', offer_ids: ['7'] },
    { offer_ids: ['12', '7'] },
  ];
  const locks = await Promise.all(
    lockOptions.map(async (lock) => ({ lock, token: await tokens.mint({ subject: 'x', scopes, lock }) })),
  );
  const isOwn = (
    { aff_sub, source, offer_ids }: (typeof lockOptions)[number],
    stat: Record<string, unknown>,
  ): boolean =>
    (aff_sub === undefined || stat.affiliate_info1 === aff_sub) &&
    (source === undefined || stat.source === source) &&
    (offer_ids === undefined || offer_ids.includes(String(stat.offer_id)));

  const { methods } = createPolicy({ linkHosts: [], allow: [], hasTokens: true });
  const queries = [...methods.values()]
    .filter(({ isPrivate, lockedBy }) => isPrivate || lockedBy !== undefined)
    .map(({ target, method, parameters }) => {
      const known = [...parameters].flatMap(([name, { rule }]) =>
        [...rule.allowed.slice(0, 3), ...rule.refused.slice(0, 1)].map((value): [string, string] => [name, value]),
      );
      const required = [...parameters]
        .filter((entry) => entry[1].required)
        .map(([name, { rule }]): [string, string] => [name, rule.allowed[0] ?? '']);
      const head: [string, string][] = [['Target', target], ['Method', method], ...required];
      const extra = fc.tuple(fc.constantFrom('filters[Stat.affiliate_info1][values][]', 'x', 'limit'), fc.string());
      return fc
        .tuple(fc.subarray(known, { maxLength: Math.min(3, known.length) }), fc.option(extra, { freq: 5 }))
        .map(([some, more]) => String(new URLSearchParams([...head, ...some, ...(more ? [more] : [])])));
    });
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(...queries), fc.constantFrom(...locks), async (query, { lock, token }) => {
      const { status, text } = await request(query, token);
      expect([200, 400, 403, 414]).toContain(status);
      const { response } = JSON.parse(text) as {
        response: { data: { data?: readonly { Stat: Record<string, unknown> }[] } };
      };
      if (status !== 200 || !query.includes('Affiliate_Report')) return;
      for (const { Stat } of response.data.data ?? []) {
        expect([lock, Stat, isOwn(lock, Stat)]).toEqual([lock, Stat, true]);
        shown += 1;
      }
    }),
    { numRuns: 10_000 },
  );
  // The property is not true for want of rows.
  expect(shown).toBeGreaterThan(1000);
});
