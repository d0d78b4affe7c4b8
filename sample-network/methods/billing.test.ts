import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type SampleKeyName, sampleKeys } from '../keys.js';
import { startSampleNetwork } from '../network.js';
import { at, call } from '../test-client.js';

const network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
beforeEach(() => network.reset());
afterAll(() => network.close());

type Row = Readonly<Record<string, string | null>>;

const ask = (method: string, query: Readonly<Record<string, string>> = {}, key: SampleKeyName = 'active') =>
  call(network, `Affiliate_AffiliateBilling::${method}`, { ...query, api_key: sampleKeys[key] });

async function invoicesOf(query: Readonly<Record<string, string>> = {}, key: SampleKeyName = 'active') {
  const reply = await ask('findAllInvoices', query, key);
  const rows = Object.values(reply.json.response.data ?? {}) as readonly { readonly AffiliateInvoice: Row }[];
  return rows.map((row) => row.AffiliateInvoice);
}

const sum = (rows: readonly Row[]) => rows.reduce((total, row) => total + Number(row.amount), 0);

describe('Affiliate_AffiliateBilling', () => {
  test('an invoice is what the reports say was earned in its month', async () => {
    const [may] = await invoicesOf({ 'filters[start_date]': '2026-05-01' });
    const report = await call(network, 'Affiliate_Report::getStats', {
      'fields[]': 'Stat.payout',
      data_start: '2026-05-01',
      data_end: '2026-05-31',
    });
    const earned = Number(at(report, 'data', 'data', '0', 'Stat', 'payout'));
    expect(Number(may?.amount)).toBeCloseTo(earned, 2);
    expect(may).toMatchObject({
      end_date: '2026-05-31',
      datetime: '2026-06-01 00:05:00',
      is_paid: '1',
      currency: 'USD',
    });
  });

  test('there are negative, empty and deleted ones, and one that was paid without a receipt', async () => {
    const rows = await invoicesOf();
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ amount: '-42.10', is_paid: '0' }),
        expect.objectContaining({ amount: '0.00' }),
        expect.objectContaining({ status: 'deleted' }),
        expect.objectContaining({ amount: '125.00', is_paid: '1', receipt_id: null }),
      ]),
    );
    expect(rows).toHaveLength(18);
  });

  test('pages with a limit, filters and sorts', async () => {
    const query = { limit: '3', 'filters[is_paid]': '1', 'filters[amount][LESS_THAN]': '200', 'sort[amount]': 'desc' };
    const reply = await ask('findAllInvoices', query);
    expect(reply.json.response.data).toMatchObject({ count: 2, pageCount: 1 });
    expect(reply.text).toMatch(/"amount":"125\.00".*"amount":"0\.00"/);
  });

  test('converted_amount comes with currency alone', async () => {
    const query = { 'filters[currency]': 'EUR' };
    const [plain] = await invoicesOf(query, 'twoCurrencies');
    const [converted] = await invoicesOf({ ...query, currency: 'USD' }, 'twoCurrencies');
    expect(plain).not.toHaveProperty('converted_amount');
    expect(Number(converted?.converted_amount)).toBeCloseTo(Number(plain?.amount) * 1.08, 1);
  });

  test('the balance is the sum of unpaid invoices, in two methods and two types', async () => {
    const unpaid = await invoicesOf({ 'filters[is_paid]': '0', 'filters[status]': 'active' });
    const balance = sum(unpaid).toFixed(2);
    expect((await ask('getAccountBalance')).json.response.data).toEqual({ affiliate_id: '94', balance });
    const bare = await call(network, 'Affiliate_Affiliate::getAccountBalance');
    expect(bare.json.response.data).toBe(Number(balance));
  });

  test('payout totals count what was paid, for each labelled time frame', async () => {
    const reply = await ask('getPayoutTotals', {
      'timeframes[0][label]': 'alltime',
      'timeframes[1][label]': 'may',
      'timeframes[1][start_date]': '2026-05-01',
      'timeframes[1][end_date]': '2026-05-31',
    });
    const paid = await invoicesOf({ 'filters[is_paid]': '1', 'filters[status]': 'active' });
    const inMay = paid.filter((row) => row.datetime?.startsWith('2026-05'));
    expect(Number(at(reply, 'data', 'alltime', 'total_payout'))).toBeCloseTo(sum(paid), 1);
    expect(Number(at(reply, 'data', 'may', 'total_payout'))).toBeCloseTo(sum(inMay), 2);
    expect((await ask('getPayoutTotals')).json.response.status).toBe(-1);
  });

  test('every receipt belongs to an invoice and carries bank data that a proxy has to strip', async () => {
    const invoices = await invoicesOf({ 'filters[receipt_id][NOT_NULL]': '1' });
    const reply = await ask('findAllReceipts');
    const receipts = Object.values(reply.json.response.data ?? {}) as readonly { readonly AffiliateReceipt: Row }[];
    expect(receipts.map((row) => row.AffiliateReceipt.id)).toEqual(invoices.map((row) => row.receipt_id));
    for (const name of ['payment_details', 'payment_info', 'token', 'transaction_id']) {
      for (const { AffiliateReceipt } of receipts) expect(AffiliateReceipt[name]).toMatch(/./);
    }
    expect((await ask('findAllReceipts', { limit: '2' })).json.response.data).toMatchObject({
      count: 13,
      pageCount: 7,
    });
  });

  test.each(['empty', 'noInvoices'] as const)('%s: empty lists and a balance of nothing', async (key) => {
    expect((await ask('findAllInvoices', {}, key)).json.response.data).toEqual([]);
    expect((await ask('findAllReceipts', {}, key)).json.response.data).toEqual([]);
    expect(at(await ask('getAccountBalance', {}, key), 'data', 'balance')).toBe('0.00');
  });
});
