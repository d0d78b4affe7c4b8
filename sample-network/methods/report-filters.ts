import { compareCells, matchesLike } from '../query/compare.js';
import { readMap, readText, toList } from '../query/params.js';
import { invalidParameter } from '../query/query-error.js';
import type { PhpArray } from '../wire/php-params.js';
import type { ActivityRange } from './activity.js';

type Comparison = (cell: string, values: readonly string[]) => boolean;

export interface Dimensions<Item> {
  readonly [column: string]: (item: Item) => string;
}

const first = (values: readonly string[]) => values[0] ?? '';

const conditionals: Readonly<Record<string, Comparison>> = {
  EQUAL_TO: (cell, values) => values.some((value) => compareCells(cell, value) === 0),
  NOT_EQUAL_TO: (cell, values) => compareCells(cell, first(values)) !== 0,
  LESS_THAN: (cell, values) => compareCells(cell, first(values)) < 0,
  LESS_THAN_OR_EQUAL_TO: (cell, values) => compareCells(cell, first(values)) <= 0,
  GREATER_THAN: (cell, values) => compareCells(cell, first(values)) > 0,
  GREATER_THAN_OR_EQUAL_TO: (cell, values) => compareCells(cell, first(values)) >= 0,
  BETWEEN: (cell, values) =>
    values.length === 2 && compareCells(cell, first(values)) >= 0 && compareCells(cell, values[1] ?? '') <= 0,
  LIKE: (cell, values) => matchesLike(cell, first(values)),
  NOT_LIKE: (cell, values) => !matchesLike(cell, first(values)),
  NULL: () => false,
  NOT_NULL: () => true,
};

const dayMs = 86_400_000;

/**
 * What `data_start`, `data_end` and `hour_offset` say. Documented: the shift is by whole hours from the network's zone
 * and goes with the two dates, which hold the range.
 *
 * Invention: alone the shift does nothing, and what is no whole number fails the call.
 */
export function readActivityRange(params: PhpArray): ActivityRange {
  const shift = readText(params, 'hour_offset') ?? '0';
  if (!/^-?\d{1,2}$/.test(shift)) throw invalidParameter('hour_offset', 'hour_offset must be a whole number.');
  const [start, end] = [readText(params, 'data_start'), readText(params, 'data_end')];
  const day = (text: string | undefined, otherwise: number) => Math.floor(Date.parse(text ?? '') / dayMs) || otherwise;
  return {
    firstDay: day(start?.slice(0, 10), Number.NEGATIVE_INFINITY),
    lastDay: day(end?.slice(0, 10), Number.POSITIVE_INFINITY),
    hourOffset: start && end ? Number(shift) : 0,
  };
}

/**
 * `filters[Stat.date][conditional]=BETWEEN&filters[Stat.date][values][]=…`, and `data_start`/`data_end`. Documented: the
 * two should name the same range.
 *
 * Invention: where they differ, both hold; a column that the report does not have fails the call.
 */
export function readReportFilters<Item>(params: PhpArray, dimensions: Dimensions<Item>): (item: Item) => boolean {
  const tests = [...readMap(params, 'filters')].map(([name, filter]) => {
    const column = Object.hasOwn(dimensions, name) ? dimensions[name] : undefined;
    if (!column) throw invalidParameter(name, `Invalid filter field: ${name}`);
    const word = filter instanceof Map ? (readText(filter, 'conditional') ?? 'EQUAL_TO') : 'EQUAL_TO';
    const comparison = Object.hasOwn(conditionals, word) ? conditionals[word] : undefined;
    if (!comparison) throw invalidParameter(name, `Invalid conditional: ${word}`);
    const values = filter instanceof Map ? toList(filter.get('values')) : [filter];
    return (item: Item) => comparison(column(item), values);
  });
  const [start, end] = ['data_start', 'data_end'].map((name) => readText(params, name)?.slice(0, 10));
  const date = dimensions['Stat.date'];
  if (date && (start || end)) {
    tests.push((item) => {
      const cell = date(item);
      return cell >= (start ?? '') && cell <= (end ?? '9999');
    });
  }
  return (item) => tests.every((test) => test(item));
}
