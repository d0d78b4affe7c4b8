import { describe, expect, it, test } from 'vitest';
import { encodeParams } from './params.js';
import { findInvoices, findReceipts, getAccountBalance, getPayoutTotals } from './payments.js';

const query = { limit: 10, page: 1 };
const wrongForm = expect.objectContaining({ code: 'invalid-response' });

describe('the balance', () => {
  const { decode } = getAccountBalance();

  it.each([
    [{ affiliate_id: '94', balance: '1204.50' }, 1204.5],
    [{ balance: '-42.10000' }, -42.1],
    [{ balance: 0 }, 0],
    [[], 0],
    [null, 0],
    [false, 0],
  ])('is read from %j', (data, value) => {
    expect(decode(data)).toEqual({ currency: null, value });
  });

  it.each(['<p>', { balance: 'much' }, { other: '1' }])('is not read from %j', (data) => {
    expect(() => decode(data)).toThrow(wrongForm);
  });
});

describe('the totals', () => {
  const { decode, params } = getPayoutTotals(2026);
  const money = (value: number) => ({ currency: null, value });

  it('ask for this year and for all time', () => {
    expect(decodeURIComponent(encodeParams(params))).toBe(
      'timeframes[0][label]=this_year&timeframes[0][start_date]=2026-01-01&timeframes[0][end_date]=2026-12-31' +
        '&timeframes[1][label]=alltime&timeframes[1][start_date]=2000-01-01&timeframes[1][end_date]=2026-12-31',
    );
  });

  it.each([
    [{ this_year: { total_payout: '12.50' }, alltime: { total_payout: '99.00' } }, 12.5, 99],
    [{ this_year: { total_payout: null }, alltime: { total_payout: '99.00' } }, 0, 99],
    [{ alltime: { total_payout: 99 } }, 0, 99],
    [[], 0, 0],
    [false, 0, 0],
  ])('are read from %j', (data, thisYear, allTime) => {
    expect(decode(data)).toEqual({ thisYear: money(thisYear), allTime: money(allTime) });
  });

  it.each(['<p>', { some: 'thing' }])('are not read from %j', (data) => {
    expect(() => decode(data)).toThrow(wrongForm);
  });
});

const wire = (id: string, changes: object = {}) => ({
  AffiliateInvoice: {
    id,
    affiliate_id: '94',
    amount: '100.00',
    currency: 'USD',
    start_date: '2026-06-01',
    end_date: '2026-06-30',
    datetime: '2026-07-01 00:05:00',
    is_paid: '0',
    receipt_id: null,
    memo: '',
    status: 'active',
    ...changes,
  },
});
const invoice = (changes: object = {}) => findInvoices(query).decode([wire('7', changes)]).rows[0];

describe('invoices', () => {
  it('are asked for by page, the newest first, and without fields, which the method does not have', () => {
    expect(findInvoices({ limit: 10, page: 2 }).params).toEqual({
      sort: { 'AffiliateInvoice.id': 'desc' },
      limit: 10,
      page: 2,
    });
  });

  const rows = { 7: wire('7'), 12: wire('12'), 9: wire('9') };
  it.each([
    ['a map', rows],
    ['a list', Object.values(rows)],
    ['a page', { page: '1', current: 0, count: 3, pageCount: 1, data: rows }],
    ['a page with a list', { page: '1', count: 3, pageCount: null, data: Object.values(rows) }],
    ['a map of bare rows', { 7: rows[7].AffiliateInvoice, 12: rows[12].AffiliateInvoice, 9: rows[9].AffiliateInvoice }],
  ])('are read from %s, the newest first', (_, data) => {
    const page = findInvoices(query).decode(data);
    expect(page.rows.map(({ id }) => id)).toEqual(['12', '9', '7']);
    expect(page).toMatchObject({ total: 3, pageCount: 1 });
  });

  it('are not replaced by the receipt of one that has no amount', () => {
    const receipt = { AffiliateReceipt: { id: '8', amount: '9' } };
    expect(() => findInvoices(query).decode({ id: '7', amount: null, ...receipt })).toThrow(wrongForm);
  });

  it.each([[[]], [null], [false], [{ page: 1, count: 0, pageCount: 0, data: [] }]])('are none in %j', (data) => {
    expect(findInvoices(query).decode(data).rows).toEqual([]);
  });

  it('have the days as given', () => {
    expect(invoice()).toEqual({
      id: '7',
      amount: { currency: 'USD', value: 100 },
      from: '2026-06-01',
      to: '2026-06-30',
      date: '2026-07-01',
      status: 'open',
      memo: '',
    });
    expect(invoice({ start_date: '0000-00-00', end_date: null })).toMatchObject({ from: null, to: null });
  });

  it.each([
    [{ is_paid: '1', receipt_id: null }, 'paid'],
    [{ is_paid: 1, receipt_id: '40' }, 'paid'],
    [{ is_paid: '0' }, 'open'],
    [{ is_paid: '1', status: 'deleted' }, 'void'],
    [{ is_paid: '0', status: 'Voided' }, 'void'],
  ])('with %j are %s', (changes, status) => {
    expect(invoice(changes)?.status).toBe(status);
  });

  it('have exact amounts in their own currency', () => {
    expect(invoice({ amount: '-42.10', currency: 'EUR' })?.amount).toEqual({ currency: 'EUR', value: -42.1 });
    expect(invoice({ amount: '0.00', currency: '' })?.amount).toEqual({ currency: null, value: 0 });
  });

  it('have a remark as plain text on one line', () => {
    expect(invoice({ memo: 'Returned <b>in</b>\n May &amp; <script>x</script>June' })?.memo).toBe(
      'Returned in May & June',
    );
  });

  it('cannot be anything else', () => {
    expect(() => findInvoices(query).decode('<p>')).toThrow(wrongForm);
    expect(() => findInvoices(query).decode([wire('7', { amount: 'much' })])).toThrow(wrongForm);
  });
});

test('receipts hold nothing of where the money went', () => {
  const receipt = {
    id: '40007',
    amount: '100.00',
    currency: 'USD',
    date: '2026-06-30',
    datetime: '2026-06-30 10:00:00',
    method: 'direct_deposit',
    status: 'success',
    memo: 'Thank you',
    token: 'SECRET',
    transaction_id: 'SECRET',
    payment_details: 'SECRET',
    payment_info: '{"iban":"SECRET"}',
  };
  const { rows } = findReceipts(query).decode({ 40007: { AffiliateReceipt: receipt, AffiliateInvoice: { id: 7 } } });
  expect(rows).toEqual([
    {
      id: '40007',
      amount: { currency: 'USD', value: 100 },
      date: '2026-06-30',
      method: 'direct_deposit',
      status: 'success',
      memo: 'Thank you',
    },
  ]);
  expect(findReceipts({ limit: 5, page: 3 }).params).toEqual({
    sort: { 'AffiliateReceipt.id': 'desc' },
    limit: 5,
    page: 3,
  });
});
