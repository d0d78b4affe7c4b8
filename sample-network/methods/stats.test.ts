import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleKeys } from '../keys.js';
import { startSampleNetwork } from '../network.js';
import { at, call, type Query } from '../test-client.js';

const network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
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

const june = { data_start: '2026-06-01', data_end: '2026-06-30' };
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

  describe('time zone', () => {
    // The first of July in UTC and in Europe, still the 30th of June in New York.
    const lateEvening = Date.parse('2026-07-01T03:30:00Z');
    const days = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const evening = await startSampleNetwork({ now: () => lateEvening });
      const reply = await call(evening, 'Affiliate_Report::getStats', { 'fields[]': 'Stat.date', ...query });
      await evening.close();
      return (at(reply, 'data', 'data') as readonly Row[]).map((row) => row.Stat.date ?? '').sort();
    };
    const range = { data_start: '2026-06-20', data_end: '2026-07-02' };

    test("dates are those of the network's clock, which is not UTC", async () => {
      expect((await days({})).at(-1)).toBe('2026-06-30');
    });

    test.each([
      ['5', '2026-07-01'],
      ['0', '2026-06-30'],
      ['-3', '2026-06-30'],
    ])('hour_offset=%s is relative to it: the last day is %s', async (hour_offset, last) => {
      expect((await days({ ...range, hour_offset })).at(-1)).toBe(last);
    });

    test('a shift moves clicks to another day and loses none', async () => {
      const clicks = async (query: Readonly<Record<string, string>>) =>
        (await rowsOf({ 'fields[]': 'Stat.clicks', 'groups[]': 'Stat.date', ...query })).map((row) => row.Stat.clicks);
      const all = { data_start: '2020-01-01', data_end: '2030-01-01' };
      const [plain, shifted] = [await clicks(all), await clicks({ ...all, hour_offset: '-3' })];
      const sum = (list: readonly (string | undefined)[]) => list.reduce((total, text) => total + Number(text), 0);
      expect(shifted).not.toEqual(plain);
      expect(sum(shifted)).toBe(sum(plain));
    });

    test('hour_offset without a range does nothing, and what is no number fails', async () => {
      expect((await days({ hour_offset: '5' })).at(-1)).toBe('2026-06-30');
      expect((await stats({ 'fields[]': 'Stat.date', hour_offset: 'east' })).json.response.status).toBe(-1);
    });
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

  test.each([
    ['Stat.date', /^\d{4}-\d\d-\d\d$/, 27],
    ['Stat.hour', /^1?\d$|^2[0-3]$/, 15],
    ['Stat.week', /^2[2-7]$/, 5],
    ['Stat.month', /^6$/, 1],
    ['Stat.year', /^2026$/, 1],
    ['Stat.offer_id', /^\d+$/, 12],
    ['Offer.name', /./, 12],
    ['Country.name', /^[A-Z]/, 5],
    ['Stat.source', /^[a-z]*$/, 4],
    ['Stat.currency', /^USD$/, 1],
    ['Stat.payout_type', /^cpa_/, 3],
    ['Stat.affiliate_info1', /^/, 26],
    ['Stat.affiliate_info2', /^/, 5],
    ['Stat.affiliate_info3', /^/, 753],
    ['Stat.affiliate_info4', /^$/, 1],
    ['Stat.affiliate_info5', /^$/, 1],
  ])('groups by %s, and no way of grouping loses a click', async (column, pattern, count) => {
    const [model = '', field = ''] = column.split('.');
    const reply = await stats({ 'fields[]': 'Stat.clicks', 'groups[]': column, totals: '1', ...june });
    const rows = at(reply, 'data', 'data') as readonly Readonly<Record<string, Readonly<Record<string, string>>>>[];
    expect(rows).toHaveLength(count);
    for (const row of rows) expect(row[model]?.[field]).toMatch(pattern);
    const clicks = rows.reduce((sum, row) => sum + Number(row.Stat?.clicks), 0);
    expect([clicks, Number(at(reply, 'data', 'totals', 'Stat', 'clicks'))]).toEqual([60_118, 60_118]);
  });

  test("a member's sub-id finds that member without regard to case, as MySQL does", async () => {
    const filter = {
      'filters[Stat.affiliate_info1][conditional]': 'EQUAL_TO',
      'filters[Stat.affiliate_info1][values][]': 'member-1',
    };
    const rows = await rowsOf({ 'fields[]': 'Stat.clicks', 'groups[]': 'Stat.affiliate_info1', ...june, ...filter });
    expect(rows.map((row) => row.Stat.affiliate_info1).sort()).toEqual(['Member-1', 'member-1']);
  });

  test('sub-ids hold what people put into them', async () => {
    const rows = await rowsOf({ 'fields[]': 'Stat.affiliate_info1' });
    const values = rows.map((row) => row.Stat.affiliate_info1 ?? '');
    for (const pattern of [/^$/, /^=cmd/, /^@/, /^\t/, /<script>/, /\u202e/, /\r\n/, /^__proto__$/, /^.{250,}$/]) {
      expect(values).toContainEqual(expect.stringMatching(pattern));
    }
  });

  test('a column that the report does not have fails as field, group, filter and sort', async () => {
    for (const name of ['fields[1]', 'groups[]', 'filters[Stat.ip]', 'sort[Stat.ip]']) {
      const reply = await stats({ 'fields[0]': 'Stat.clicks', [name]: 'Stat.ip' });
      expect(reply.json.response.status, name).toBe(-1);
    }
  });

  test('two currencies stay apart when grouped and are converted when not', async () => {
    const query = { 'fields[]': 'Stat.payout', totals: '1', ...june, api_key: sampleKeys.twoCurrencies };
    const apart = await rowsOf({ ...query, 'groups[]': 'Stat.currency' });
    const amounts = Object.fromEntries(apart.map(({ Stat }) => [Stat.currency, Number(Stat.payout)]));
    const converted = (amounts.USD ?? 0) + (amounts.EUR ?? 0) * 1.08;
    const [together] = await rowsOf(query);
    expect(Object.keys(amounts).sort()).toEqual(['EUR', 'USD']);
    expect(Number(together?.Stat.payout)).toBeCloseTo(converted, 2);
    expect(Number(at(await stats({ ...query, 'groups[]': 'Stat.currency' }), 'data', 'totals', 'Stat', 'payout'))).toBe(
      Number(together?.Stat.payout),
    );
  });

  test('keeps 830 days, and the same figures for the same day whenever they are asked for', async () => {
    const later = await startSampleNetwork({ now: () => Date.parse('2026-09-01T12:00:00Z') });
    const query = { 'fields[]': 'Stat.payout', 'groups[]': 'Stat.date', ...june };
    const then = await call(later, 'Affiliate_Report::getStats', query);
    await later.close();
    expect(at(then, 'data', 'data')).toEqual(await rowsOf(query));
    const days = (await rowsOf({ 'fields[]': 'Stat.date', 'sort[Stat.date]': 'asc' })).map((row) => row.Stat.date);
    expect(days[0]).toBe('2024-03-23');
  });

  test('pages', async () => {
    const query = { 'fields[]': 'Stat.clicks', 'groups[]': 'Stat.date', limit: '10', page: '2' };
    expect((await stats(query)).json.response.data).toMatchObject({ page: '2', current: 10 });
    expect(await rowsOf(query)).toHaveLength(10);
  });
});
