import { compareCells } from '../query/compare.js';
import { readCount, readList, readMap, readText } from '../query/params.js';
import { invalidParameter, missingParameter } from '../query/query-error.js';
import { type Answer, answer } from '../wire/envelope.js';
import type { Wire } from '../wire/php-json.js';
import type { PhpArray } from '../wire/php-params.js';
import { type Dimensions, readReportFilters } from './report-filters.js';

/** What is added up over the items of a row. `ownCurrency`: they have one and keep it; else the network's is meant. */
export type Measure<Item> = (items: readonly Item[], ownCurrency: boolean) => string;

/** The columns of one report, by their qualified names. */
export interface Report<Item> {
  /** What tells rows apart; what can be filtered. */
  readonly dimensions: Dimensions<Item>;
  readonly measures: { readonly [column: string]: Measure<Item> };
  /** False: a row for each item, whatever `groups` says. */
  readonly grouped: boolean;
}

type Cells = readonly (readonly [column: string, cell: string])[];

/**
 * Filters, groups, sorts and pages a report: rows as a list, string numbers, `totals` on request.
 *
 * Seen in use: group columns are in the row without being fields, and without groups dimension fields act as groups.
 */
export function runReport<Item>(report: Report<Item>, items: readonly Item[], params: PhpArray): Answer {
  const { dimensions, measures } = report;
  const fields = readList(params, 'fields');
  if (fields.length === 0) throw missingParameter('fields');
  const groups = report.grouped ? readList(params, 'groups') : [];
  const isMeasure = (name: string) => Object.hasOwn(measures, name);
  for (const name of [...fields, ...groups]) {
    if (!isMeasure(name) && !Object.hasOwn(dimensions, name)) throw invalidParameter(name, `Invalid field: ${name}`);
  }
  const by = [...new Set([...groups, ...fields.filter((name) => !isMeasure(name))])];
  const measured = fields.filter(isMeasure);
  // Documented: amounts are converted to the network's currency unless the report is grouped by currency.
  const ownCurrency = !report.grouped || by.includes('Stat.currency');
  const cell = (row: readonly Item[], name: string): string =>
    (isMeasure(name) ? measures[name]?.(row, ownCurrency) : row[0] && dimensions[name]?.(row[0])) ?? '';
  const cellsOf = (row: readonly Item[], names: readonly string[]): Cells =>
    names.map((name) => [name, cell(row, name)]);

  const found = items.filter(readReportFilters(params, dimensions));
  const rows = report.grouped ? groupItems(found, (item) => cellsOf([item], by)) : found.map((item) => [item]);
  const sorted = sortRows(rows, cell, [...by, ...measured], readMap(params, 'sort'));

  // Documented for getConversions: without a limit all rows come.
  const limit = readCount(params, 'limit') || sorted.length;
  const page = Math.max(readCount(params, 'page') ?? 1, 1);
  const withTotals = readText(params, 'totals') === '1' && found.length > 0;
  return answer({
    page: readText(params, 'page') ?? 1,
    // Not the page: it equalled `limit` in the one recorded report.
    current: limit,
    count: sorted.length,
    pageCount: limit === 0 ? 0 : Math.ceil(sorted.length / limit),
    data: sorted.slice(limit * (page - 1), limit * page).map((row) => nest(cellsOf(row, [...by, ...measured]))),
    totals: withTotals ? nest(measured.map((name) => [name, measures[name]?.(found, false) ?? ''])) : undefined,
  });
}

function groupItems<Item>(items: readonly Item[], cellsOf: (item: Item) => Cells): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify(cellsOf(item));
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function sortRows<Row>(
  rows: readonly Row[],
  cell: (row: Row, name: string) => string,
  columns: readonly string[],
  sort: PhpArray,
): readonly Row[] {
  const names = [...sort.keys()];
  for (const name of names) {
    // The sorted column must be among the fields.
    if (!columns.includes(name)) throw invalidParameter(name, `Invalid sort field: ${name}`);
  }
  if (names.length === 0) return rows;
  const signs = names.map((name) => (sort.get(name) === 'desc' ? -1 : 1));
  return rows
    .map((row) => ({ row, cells: names.map((name) => cell(row, name)) }))
    .sort((left, right) => {
      for (const [index, sign] of signs.entries()) {
        const order = compareCells(left.cells[index] ?? null, right.cells[index] ?? null);
        if (order !== 0) return order * sign;
      }
      return 0;
    })
    .map(({ row }) => row);
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
