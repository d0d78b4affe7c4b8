import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../../sample-network/network.js';
import { tokenSecret } from '../fixtures/jwt.js';
import { createTokens, type MintOptions } from '../tokens/tokens.js';
import { createProxy, type ProxyHandler } from './create-proxy.js';

/** The signed-in scope before the sample network, which honours filters and has something to hide. */
const tokens = createTokens({ secret: tokenSecret, networkId: sampleNetworkId });
let network: SampleNetwork;
let proxy: ProxyHandler;

beforeAll(async () => {
  network = await startSampleNetwork({ rateLimit: { calls: 1000, windowMs: 10_000 } });
  proxy = createProxy({
    networkId: sampleNetworkId,
    keys: [sampleKeys.active],
    upstream: network.url,
    upstreamBudget: 1000,
    upstreamTimeout: 30_000,
    tokens,
    log: () => undefined,
  });
});
afterAll(() => network.close());

type Pairs = readonly (readonly [name: string, value: string])[];

interface Page {
  readonly count: number;
  readonly data: readonly { readonly Stat: Readonly<Record<string, string>> }[];
  readonly totals?: { readonly Stat: Readonly<Record<string, string>> };
}

async function request(scopes: MintOptions['scopes'], methodId: string, pairs: Pairs = [], lock?: MintOptions['lock']) {
  const token = await tokens.mint({ subject: 'x', scopes, lock });
  const [Target = '', Method = ''] = methodId.split('::');
  const query = new URLSearchParams([['Target', Target], ['Method', Method], ...pairs.map((pair) => [...pair])]);
  const headers = { authorization: `Bearer ${token}` };
  const response = await proxy(new Request(`https://proxy.example/?${query}`, { headers }));
  const text = await response.text();
  const { response: envelope } = JSON.parse(text) as { response: { data: unknown } };
  return { status: response.status, rows: response.headers.get('x-hasoffers-rows'), text, data: envelope.data };
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const from = daysAgo(40);
const to = daysAgo(2);

const byDate: Pairs = [
  ['fields[]', 'Stat.clicks'],
  ['fields[]', 'Stat.payout'],
  ['groups[]', 'Stat.date'],
  ['filters[Stat.date][conditional]', 'BETWEEN'],
  ['filters[Stat.date][values][]', from],
  ['filters[Stat.date][values][]', to],
  ['totals', '1'],
  ['limit', '2500'],
];
const log: Pairs = [
  ['fields[]', 'Stat.datetime'],
  ['fields[]', 'Stat.payout'],
  ['data_start', from],
  ['data_end', to],
  ['limit', '500'],
];
const clicksOf = ({ data }: Page): number => data.reduce((sum, { Stat }) => sum + Number(Stat.clicks), 0);

describe('statistics', () => {
  it('of a member are a part of those of the account, and different from those of another', async () => {
    const read = async (lock?: MintOptions['lock']): Promise<Page> =>
      (await request(['stats'], 'Affiliate_Report::getStats', byDate, lock)).data as Page;
    const [account, first, second] = [
      await read(),
      await read({ aff_sub: 'member-1' }),
      await read({ aff_sub: 'member-2' }),
    ];
    for (const page of [account, second]) expect(page.totals?.Stat.clicks).toBe(String(clicksOf(page)));
    // The sample network compares as databases do, so it finds and adds up the rows of "Member-1", too.
    expect(first.totals).toBeUndefined();
    expect(clicksOf(first)).toBeGreaterThan(0);
    expect(clicksOf(second)).toBeGreaterThan(0);
    expect(clicksOf(first) + clicksOf(second)).toBeLessThan(clicksOf(account));
    expect(new Set(first.data.map(({ Stat }) => Stat.affiliate_info1))).toEqual(new Set(['member-1']));
    expect(account.data[0]?.Stat).not.toHaveProperty('affiliate_info1');
  });
});

describe('conversions', () => {
  it('of a member are his own, without anything about persons', async () => {
    const { data, text } = await request(['conversions'], 'Affiliate_Report::getConversions', log, {
      aff_sub: 'member-1',
    });
    const { data: rows } = data as Page;
    expect(rows.length).toBeGreaterThan(0);
    for (const { Stat } of rows)
      expect([Stat.affiliate_info1, Object.keys(Stat).sort()]).toEqual([
        'member-1',
        ['affiliate_info1', 'datetime', 'payout'],
      ]);
    expect(text).not.toMatch(/203\.0\.113|198\.51\.100|Mozilla/);
  });

  it('say how many there are when not all are shown', async () => {
    const few: Pairs = log.map(([name, value]) => [name, name === 'limit' ? '5' : value]);
    const { data, rows } = await request(['conversions'], 'Affiliate_Report::getConversions', few);
    expect((data as Page).data.length).toBe(5);
    expect(rows).toBe(`5/${(data as Page).count}`);
  });
});

it('payments hold no bank data', async () => {
  const [balance, totals, invoices, receipts] = await Promise.all([
    request(['payments'], 'Affiliate_AffiliateBilling::getAccountBalance'),
    request(['payments'], 'Affiliate_AffiliateBilling::getPayoutTotals', [
      ['timeframes[0][label]', 'alltime'],
      ['timeframes[0][start_date]', '2000-01-01'],
      ['timeframes[0][end_date]', '2100-01-01'],
    ]),
    request(['payments'], 'Affiliate_AffiliateBilling::findAllInvoices', [['sort[AffiliateInvoice.id]', 'desc']]),
    request(['payments'], 'Affiliate_AffiliateBilling::findAllReceipts'),
  ]);
  expect(balance.data).toEqual({ balance: expect.stringMatching(/^\d+\.\d\d$/) });
  expect(totals.data).toEqual({ alltime: { total_payout: expect.stringMatching(/^\d+\.\d\d$/) } });
  expect(invoices.text).toContain('"AffiliateInvoice":{"id"');
  expect(receipts.text).toContain('"AffiliateReceipt":{"id"');
  for (const { text } of [balance, totals, invoices, receipts]) {
    expect(text).not.toMatch(/payment_info|payment_details|receipt-token|transaction_id|TX-/);
  }
});

it('messages are those of the user of the key', async () => {
  const { status, text } = await request(['messages'], 'Affiliate_Alert::getAffiliateUserAlerts', [
    ['is_dismissed', '0'],
  ]);
  expect([status, text.includes('"Alert":{"id"')]).toEqual([200, true]);
  const called = network.calls.filter(({ target }) => /User|Alert/.test(target)).map(({ method }) => method);
  expect(called).toEqual(['getContext', 'getAffiliateUserAlerts']);
});

it('a tracking link has the sub-id of the lock', async () => {
  const { data } = await request(['stats'], 'Affiliate_Offer::generateTrackingLink', [['offer_id', '1004']], {
    aff_sub: 'member-1',
  });
  expect((data as { click_url: string }).click_url).toContain('aff_sub=member-1');
});

it('a key without the permission for statistics gets that error', async () => {
  const poor = createProxy({
    networkId: sampleNetworkId,
    keys: [sampleKeys.noStats],
    upstream: network.url,
    tokens,
    log: () => undefined,
  });
  const token = await tokens.mint({ subject: 'x', scopes: ['stats'] });
  const url = 'https://proxy.example/?Target=Affiliate_Report&Method=getStats&fields[]=Stat.clicks';
  const response = await poor(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  expect([response.status, (await response.text()).includes('UPSTREAM_PERMISSION')]).toEqual([502, true]);
});
