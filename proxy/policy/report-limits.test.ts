import { describe, expect, it } from 'vitest';
import { createPolicy } from './policy.js';
import { ProxyError } from './proxy-error.js';

const now = Date.parse('2026-06-30T23:00:00Z');
const policy = createPolicy({ linkHosts: [], allow: [], hasTokens: true, now: () => now });
const access = { scopes: ['stats', 'conversions'], lock: undefined } as const;

type Pairs = readonly (readonly [string, string])[];

function parse(method: string, pairs: Pairs): URLSearchParams | string {
  const all: Pairs = [['Target', 'Affiliate_Report'], ['Method', method], ['fields[]', 'Stat.payout'], ...pairs];
  try {
    return new URLSearchParams(policy.parse(String(new URLSearchParams(all.map((pair) => [...pair]))), access).query);
  } catch (error) {
    return error instanceof ProxyError ? error.code : String(error);
  }
}

const filterOf = (column: string, conditional: string, ...values: readonly string[]): Pairs => [
  [`filters[${column}][conditional]`, conditional],
  ...values.map((value) => [`filters[${column}][values][]`, value] as const),
];

/** Range, condition and values of a call. */
function rangeOf(pairs: Pairs, column = 'Stat.datetime'): readonly unknown[] | string {
  const query = parse('getConversions', pairs);
  if (typeof query === 'string') return query;
  const name = `filters[${column}]`;
  return [
    query.get('data_start'),
    query.get('data_end'),
    query.get(`${name}[conditional]`),
    query.getAll(`${name}[values][]`),
  ];
}

const june = ['2026-06-01', '2026-06-30'] as const;
const juneTimes = ['2026-06-01 00:00:00', '2026-06-30 23:59:59'] as const;

describe('the range of conversions', () => {
  it('is that of the filter and the parameters, which are the same', () => {
    const dates: Pairs = [
      ['data_start', june[0]],
      ['data_end', june[1]],
    ];
    const range = [...june, 'BETWEEN', [...juneTimes]];
    expect(rangeOf([...dates, ...filterOf('Stat.datetime', 'BETWEEN', ...juneTimes)])).toEqual(range);
    expect(rangeOf(filterOf('Stat.datetime', 'BETWEEN', ...juneTimes))).toEqual(range);
    expect(rangeOf(dates)).toEqual(range);
    expect(rangeOf(filterOf('Stat.date', 'BETWEEN', ...june), 'Stat.date')).toEqual([...june, 'BETWEEN', [...june]]);
  });

  it('is the last 93 days when none is given, up to tomorrow, which it may be already where the network is', () => {
    const times = ['2026-03-31 00:00:00', '2026-07-01 23:59:59'];
    expect(rangeOf([])).toEqual(['2026-03-31', '2026-07-01', 'BETWEEN', times]);
  });

  it('has 93 days when only one end is given', () => {
    expect(rangeOf([['data_start', '2026-01-01']])).toEqual(expect.arrayContaining(['2026-01-01', '2026-04-03']));
    expect(rangeOf([['data_end', '2026-04-03']])).toEqual(expect.arrayContaining(['2026-01-01', '2026-04-03']));
  });

  it.each<[string, Pairs]>([
    [
      'more than 93 days',
      [
        ['data_start', '2026-01-01'],
        ['data_end', '2026-04-04'],
      ],
    ],
    ['more than 93 days in the filter', filterOf('Stat.date', 'BETWEEN', '2026-01-01', '2026-04-04')],
    [
      'a filter beyond the parameters',
      [['data_start', june[0]], ['data_end', june[1]], ...filterOf('Stat.date', 'BETWEEN', '2026-05-31', june[1])],
    ],
    [
      'an end before the start',
      [['data_start', june[1]], ['data_end', june[0]], ...filterOf('Stat.date', 'EQUAL_TO', june[0])],
    ],
    ['an open end', filterOf('Stat.date', 'GREATER_THAN_OR_EQUAL_TO', june[0])],
    ['a date that is none', [['data_start', '0000-00-00']]],
  ])('is refused: %s', (_, pairs) => {
    expect(parse('getConversions', pairs)).toBe('BAD_PARAMETER');
  });
});

it('a range of one day is written as that day', () => {
  const query = parse('getStats', filterOf('Stat.date', 'BETWEEN', june[0], june[0]));
  expect([(query as URLSearchParams).toString()].join()).toContain('EQUAL_TO');
  expect((query as URLSearchParams).getAll('filters[Stat.date][values][]')).toEqual([june[0]]);
});

it.each([
  [['groups[]', 'Stat.date'], '2500', 'allowed'],
  [['groups[]', 'Stat.source'], '101', 'BAD_PARAMETER'],
  [['groups[]', 'Stat.source'], '100', 'allowed'],
  [['totals', '1'], '2500', 'BAD_PARAMETER'],
] as const)('statistics with %j and limit %s: %s', (pair, limit, expected) => {
  const query = parse('getStats', [pair, ['limit', limit]]);
  expect(typeof query === 'string' ? query : 'allowed').toBe(expected);
});
