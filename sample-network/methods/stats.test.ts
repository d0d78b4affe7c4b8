import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../network.js';
import { at, call, type Query } from '../test-client.js';

let network: SampleNetwork;
beforeAll(async () => {
  network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const stats = (query: Query) => call(network, 'Affiliate_Report::getStats', query);
interface Row {
  readonly Stat: Readonly<Record<string, string>>;
}

async function rowsOf(query: Query): Promise<readonly Row[]> {
  const reply = await stats(query);
  const rows = at(reply, 'data', 'data');
  return Array.isArray(rows) ? rows : [];
}

const byDate = (conditional: string, ...values: readonly string[]): Query => [
  ['fields[]', 'Stat.clicks'],
  ['groups[]', 'Stat.date'],
  ['filters[Stat.date][conditional]', conditional],
  ...values.map((value) => ['filters[Stat.date][values][]', value] as const),
];

describe('getStats', () => {
  test('needs fields', async () => {
    expect((await stats({})).json.response.errorMessage).toBe('Missing required argument: fields');
  });

  test('rows are a list; groups appear in rows without being fields; numbers are strings', async () => {
    const rows = await rowsOf(byDate('BETWEEN', '2026-06-01', '2026-06-30'));
    expect(Object.keys(rows[0]?.Stat ?? {})).toEqual(['date', 'clicks']);
    expect(rows.every((row) => /^2026-06-\d\d$/.test(row.Stat.date ?? '') && /^\d+$/.test(row.Stat.clicks ?? ''))).toBe(
      true,
    );
  });

  test('days without activity are absent', async () => {
    expect((await rowsOf(byDate('BETWEEN', '2026-06-01', '2026-06-30'))).length).toBeLessThan(30);
  });

  test('EQUAL_TO takes a list, and a scalar value is understood', async () => {
    expect(await rowsOf(byDate('EQUAL_TO', '2026-06-10', '2026-06-11'))).toHaveLength(2);
    const scalar = await rowsOf({
      'fields[]': 'Stat.clicks',
      'groups[]': 'Stat.date',
      'filters[Stat.date][conditional]': 'GREATER_THAN',
      'filters[Stat.date][values]': '2026-06-29',
    });
    expect(scalar.length).toBeLessThanOrEqual(2);
  });

  test('data_start and data_end bound the range as well', async () => {
    const rows = await rowsOf({ 'fields[]': 'Stat.date', data_start: '2026-06-10', data_end: '2026-06-12' });
    expect(rows.map((row) => row.Stat.date)).toEqual(['2026-06-10', '2026-06-11', '2026-06-12']);
  });

  test('measures alone are one row, and no row when there is nothing', async () => {
    expect(await rowsOf({ 'fields[]': 'Stat.clicks' })).toHaveLength(1);
    expect(await rowsOf({ 'fields[]': 'Stat.clicks', data_start: '2020-01-01', data_end: '2020-02-01' })).toHaveLength(
      0,
    );
  });

  test('totals add up, and ratios follow the documented formulae', async () => {
    const query = [
      ...['clicks', 'impressions', 'conversions', 'payout', 'ctr', 'erpc'].map(
        (name) => ['fields[]', `Stat.${name}`] as const,
      ),
      ['groups[]', 'Stat.offer_id'],
      ['fields[]', 'Offer.name'],
      ['totals', '1'],
    ] as const;
    const reply = await stats(query);
    const rows = await rowsOf(query);
    const total = at(reply, 'data', 'totals', 'Stat', 'clicks');
    expect(Number(total)).toBe(rows.reduce((sum, row) => sum + Number(row.Stat.clicks), 0));
    const { clicks, impressions, payout, ctr, erpc } = rows[0]?.Stat ?? {};
    expect(Number(ctr)).toBeCloseTo(Number(clicks) / Number(impressions), 4);
    expect(Number(erpc)).toBeCloseTo(Number(payout) / Number(clicks), 4);
    expect(reply.json.response.data).toMatchObject({ page: 1, count: rows.length, pageCount: 1 });
    expect(rows[0]).toHaveProperty('Offer.name');
  });

  test('sorts by a column among the fields and refuses another', async () => {
    const rows = await rowsOf({ 'fields[]': 'Stat.clicks', 'groups[]': 'Stat.offer_id', 'sort[Stat.clicks]': 'desc' });
    const clicks = rows.map((row) => Number(row.Stat.clicks));
    expect(clicks).toEqual([...clicks].sort((a, b) => b - a));
    expect((await stats({ 'fields[]': 'Stat.clicks', 'sort[Stat.payout]': 'desc' })).json.response.status).toBe(-1);
  });

  test('pages', async () => {
    const query = { 'fields[]': 'Stat.clicks', 'groups[]': 'Stat.date', limit: '10', page: '2' };
    expect((await stats(query)).json.response.data).toMatchObject({ page: '2', current: 10 });
    expect(await rowsOf(query)).toHaveLength(10);
  });
});
