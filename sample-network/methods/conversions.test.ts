import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleKeys } from '../keys.js';
import { startSampleNetwork } from '../network.js';
import { at, call } from '../test-client.js';

const network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
beforeEach(() => network.reset());
afterAll(() => network.close());

type Pairs = readonly (readonly [string, string])[];
type Row = Readonly<Record<string, Readonly<Record<string, string>>>>;

const june: Pairs = [
  ['data_start', '2026-06-01'],
  ['data_end', '2026-06-30'],
];

const filter = (column: string, conditional: string, ...values: readonly string[]): Pairs => [
  [`filters[${column}][conditional]`, conditional],
  ...values.map((value) => [`filters[${column}][values][]`, value] as const),
];

const ask = (fields: readonly string[], ...rest: readonly Pairs[]) =>
  call(network, 'Affiliate_Report::getConversions', [
    ...fields.map((field) => ['fields[]', field] as const),
    ...rest.flat(),
  ]);

async function rowsOf(fields: readonly string[], ...rest: readonly Pairs[]): Promise<readonly Row[]> {
  return at(await ask(fields, ...rest), 'data', 'data') as readonly Row[];
}

describe('getConversions', () => {
  test('has more than 50,000 rows in 25 months and gives one page of them', async () => {
    const reply = await ask(
      ['Stat.datetime'],
      [
        ['limit', '25'],
        ['page', '2'],
        ['sort[Stat.datetime]', 'desc'],
      ],
    );
    const { count, pageCount } = reply.json.response.data as { count: number; pageCount: number };
    expect(count).toBeGreaterThan(50_000);
    expect(pageCount).toBe(Math.ceil(count / 25));
    const times = (at(reply, 'data', 'data') as readonly Row[]).map((row) => row.Stat?.datetime ?? '');
    expect(times).toHaveLength(25);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('comes oldest first where no order is asked for', async () => {
    const times = (await rowsOf(['Stat.datetime'], june)).map((row) => row.Stat?.datetime ?? '');
    expect(times).toEqual([...times].sort());
  });

  test('pages do not overlap, and ids are all different', async () => {
    const all = (await rowsOf(['Stat.id'], june)).map((row) => row.Stat?.id);
    const pages = await Promise.all(
      ['1', '2'].map((page) =>
        rowsOf(['Stat.id'], june, [
          ['limit', '30'],
          ['page', page],
        ]),
      ),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(pages.flat().map((row) => row.Stat?.id)).toEqual(all.slice(0, 60));
  });

  test('nothing lies in the future of the network', async () => {
    const [last] = await rowsOf(
      ['Stat.datetime'],
      [
        ['limit', '1'],
        ['sort[Stat.datetime]', 'desc'],
      ],
    );
    expect(last?.Stat?.datetime).toMatch(/^2026-07-01 0[0-7]:/);
  });

  test.each<readonly [string, string, readonly string[], RegExp]>([
    ['Stat.date', 'EQUAL_TO', ['2026-06-10', '2026-06-11'], /^2026-06-1[01]$/],
    ['Stat.datetime', 'BETWEEN', ['2026-06-10 00:00:00', '2026-06-10 11:59:59'], /^2026-06-10 (0\d|1[01]):/],
    ['Stat.conversion_status', 'EQUAL_TO', ['pending'], /^pending$/],
    ['Stat.conversion_status', 'EQUAL_TO', ['approved', 'rejected'], /^(approved|rejected)$/],
    ['Stat.offer_id', 'EQUAL_TO', ['1034'], /^1034$/],
    ['Stat.affiliate_info1', 'EQUAL_TO', ['member-2'], /^member-2$/],
    ['Stat.affiliate_info2', 'NOT_EQUAL_TO', ['top'], /^(?!top$)/],
    ['Stat.source', 'EQUAL_TO', ['guide'], /^guide$/],
    ['Goal.name', 'EQUAL_TO', ['Monthly plan'], /^Monthly plan$/],
    ['Country.name', 'LIKE', ['United%'], /^United /],
  ])('filters by %s %s %j', async (column, conditional, values, pattern) => {
    const [model = '', field = ''] = column.split('.');
    const rows = await rowsOf([column], june, filter(column, conditional, ...values));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row[model]?.[field]).toMatch(pattern);
  });

  test('a filter on a column that the log does not have fails', async () => {
    expect((await ask(['Stat.id'], filter('Stat.status', 'EQUAL_TO', 'approved'))).json.response.status).toBe(-1);
  });

  test('its approved rows are what the statistics count, to the last unit', async () => {
    const log = await rowsOf(['Stat.payout'], june, filter('Stat.conversion_status', 'EQUAL_TO', 'approved'));
    const stats = await call(network, 'Affiliate_Report::getStats', [
      ['fields[]', 'Stat.payout'],
      ['fields[]', 'Stat.conversions'],
      ...june,
    ]);
    const units = log.reduce((sum, row) => sum + BigInt((row.Stat?.payout ?? '').replace('.', '')), 0n);
    expect(at(stats, 'data', 'data')).toEqual([
      {
        Stat: {
          payout: `${units / 100_000n}.${String(units % 100_000n).padStart(5, '0')}`,
          conversions: String(log.length),
        },
      },
    ]);
  });

  test('a row keeps its own currency, and a total is in that of the network', async () => {
    const twoCurrencies = [...june, ['api_key', sampleKeys.twoCurrencies], ['totals', '1']] as const;
    const reply = await ask(['Stat.payout', 'Stat.currency'], twoCurrencies);
    const rows = at(reply, 'data', 'data') as readonly Row[];
    const total = rows.reduce((sum, { Stat }) => sum + Number(Stat?.payout) * (Stat?.currency === 'EUR' ? 1.08 : 1), 0);
    expect(new Set(rows.map((row) => row.Stat?.currency))).toEqual(new Set(['USD', 'EUR']));
    expect(Number(at(reply, 'data', 'totals', 'Stat', 'payout'))).toBeCloseTo(total, 1);
  });

  test('personal columns are there for a proxy to keep back', async () => {
    const columns = ['Stat.ip', 'Stat.user_agent', 'Stat.refer', 'ConversionsMobile.device_id'];
    const [row] = await rowsOf(columns, june, [['limit', '1']]);
    expect(row).toMatchObject({
      Stat: { ip: expect.stringMatching(/^203\.0\.113\./), user_agent: expect.stringContaining('Mozilla') },
      ConversionsMobile: { device_id: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
  });

  test('needs the right to see reports', async () => {
    const reply = await ask(['Stat.id'], [['api_key', sampleKeys.noStats]]);
    expect(reply.json.response.errorMessage).toBe('User is not permitted to perform this action');
  });
});
