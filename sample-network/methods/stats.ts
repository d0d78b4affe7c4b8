import { compareCells } from '../query/compare.js';
import { readCount, readList, readMap, readText } from '../query/params.js';
import { invalidParameter, missingParameter } from '../query/query-error.js';
import { answer } from '../wire/envelope.js';
import type { Wire } from '../wire/php-json.js';
import type { PhpArray } from '../wire/php-params.js';
import type { Method } from './context.js';
import { readHourOffset, readReportFilters } from './report-filters.js';
import { type StatFact, statFacts } from './stat-facts.js';

interface Sums {
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly payout: number;
}

/**
 * The documented formulae.
 *
 * Invention: where the divisor is 0 the ratio is 0.
 */
const measures: Readonly<Record<string, (sums: Sums) => string>> = {
  'Stat.impressions': (sums) => String(sums.impressions),
  'Stat.clicks': (sums) => String(sums.clicks),
  'Stat.conversions': (sums) => String(sums.conversions),
  'Stat.payout': (sums) => sums.payout.toFixed(5),
  'Stat.ctr': (sums) => ratio(sums.clicks, sums.impressions),
  'Stat.ltr': (sums) => ratio(sums.conversions, sums.clicks),
  'Stat.cpa': (sums) => ratio(sums.payout, sums.conversions),
  'Stat.cpc': (sums) => ratio(sums.payout, sums.clicks),
  'Stat.erpc': (sums) => ratio(sums.payout, sums.clicks),
  'Stat.cpm': (sums) => ratio(sums.payout, sums.impressions / 1000),
};

const dimensionNames = [
  'Stat.date',
  'Stat.month',
  'Stat.year',
  'Stat.offer_id',
  'Offer.name',
  'Stat.source',
  'Stat.currency',
  'Stat.payout_type',
];

/** Rows as a list, string numbers, days without activity absent, `totals` on request. */
export const getStats: Method = (context, params) => {
  const fields = readList(params, 'fields');
  if (fields.length === 0) throw missingParameter('fields');
  const groups = readList(params, 'groups');
  for (const name of [...fields, ...groups]) {
    if (!Object.hasOwn(measures, name) && !dimensionNames.includes(name))
      throw invalidParameter(name, `Invalid field: ${name}`);
  }
  const facts = statFacts(context, readHourOffset(params)).filter(readReportFilters(params));
  // Without groups, dimension fields act as groups.
  const by = [...new Set([...groups, ...fields.filter((name) => dimensionNames.includes(name))])];
  const wanted = fields.filter((name) => Object.hasOwn(measures, name));
  const rows = groupFacts(facts, by).map((group) => cellsOf(group, by, wanted));
  const sorted = rows.toSorted(readReportSort(params, [...by, ...wanted]));

  const limit = readCount(params, 'limit') || sorted.length;
  const page = Math.max(readCount(params, 'page') ?? 1, 1);
  return answer({
    page: readText(params, 'page') ?? 1,
    // Not the page: it equalled `limit` in the one recorded report.
    current: limit,
    count: sorted.length,
    pageCount: limit === 0 ? 0 : Math.ceil(sorted.length / limit),
    data: sorted.slice(limit * (page - 1), limit * page).map(nest),
    totals: readText(params, 'totals') === '1' && facts.length > 0 ? nest(cellsOf(facts, [], wanted)) : undefined,
  });
};

function groupFacts(facts: readonly StatFact[], by: readonly string[]): readonly (readonly StatFact[])[] {
  const groups = new Map<string, StatFact[]>();
  for (const fact of facts) {
    const key = JSON.stringify(by.map((name) => fact.dimensions[name]));
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()];
}

type Cells = ReadonlyMap<string, string>;

function cellsOf(facts: readonly StatFact[], by: readonly string[], wanted: readonly string[]): Cells {
  const sum = (read: (fact: StatFact) => number) => facts.reduce((total, fact) => total + read(fact), 0);
  const sums: Sums = {
    impressions: sum((fact) => fact.impressions),
    clicks: sum((fact) => fact.clicks),
    conversions: sum((fact) => fact.conversions),
    payout: sum((fact) => fact.payout),
  };
  return new Map([
    ...by.map((name) => [name, facts[0]?.dimensions[name] ?? ''] as const),
    ...wanted.map((name) => [name, measures[name]?.(sums) ?? ''] as const),
  ]);
}

/** `Stat.clicks` → `{"Stat":{"clicks":…}}`. */
function nest(cells: Cells): Wire {
  const models = new Map<string, Map<string, Wire>>();
  for (const [name, value] of cells) {
    const [model = '', field = ''] = name.split('.');
    const row = models.get(model) ?? new Map<string, Wire>();
    models.set(model, row.set(field, value));
  }
  return models;
}

function readReportSort(params: PhpArray, columns: readonly string[]): (left: Cells, right: Cells) => number {
  const keys = [...readMap(params, 'sort')];
  for (const [name] of keys) {
    // The sorted column must be among the fields.
    if (!columns.includes(name)) throw invalidParameter(name, `Invalid sort field: ${name}`);
  }
  return (left, right) => {
    for (const [name, direction] of keys) {
      const order = compareCells(left.get(name) ?? null, right.get(name) ?? null);
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return 0;
  };
}

function ratio(part: number, whole: number): string {
  return (whole === 0 ? 0 : part / whole).toFixed(5);
}
