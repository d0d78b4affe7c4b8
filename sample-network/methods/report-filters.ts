import { compareCells, matchesLike } from '../query/compare.js';
import { readMap, readText, toList } from '../query/params.js';
import { invalidParameter } from '../query/query-error.js';
import type { PhpArray } from '../wire/php-params.js';
import type { StatFact } from './stat-facts.js';

type Comparison = (cell: string, values: readonly string[]) => boolean;

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

/**
 * By how many hours a report is shifted from the network's zone. Documented: `hour_offset` goes with `data_start` and
 * `data_end`, which hold the range.
 *
 * Invention: alone it does nothing, and what is no whole number fails the call.
 */
export function readHourOffset(params: PhpArray): number {
  const text = readText(params, 'hour_offset') ?? '0';
  if (!/^-?\d{1,2}$/.test(text)) throw invalidParameter('hour_offset', 'hour_offset must be a whole number.');
  return readText(params, 'data_start') && readText(params, 'data_end') ? Number(text) : 0;
}

/**
 * `filters[Stat.date][conditional]=BETWEEN&filters[Stat.date][values][]=…`, and `data_start`/`data_end`. Documented: the
 * two should name the same range.
 *
 * Invention: where they differ, both hold.
 */
export function readReportFilters(params: PhpArray): (fact: StatFact) => boolean {
  const tests = [...readMap(params, 'filters')].map(([name, filter]) => {
    const word = filter instanceof Map ? (readText(filter, 'conditional') ?? 'EQUAL_TO') : 'EQUAL_TO';
    const comparison = Object.hasOwn(conditionals, word) ? conditionals[word] : undefined;
    if (!comparison) throw invalidParameter(name, `Invalid conditional: ${word}`);
    const values = filter instanceof Map ? toList(filter.get('values')) : [filter];
    return (fact: StatFact) => {
      const cell = fact.dimensions[name];
      return cell !== undefined && comparison(cell, values);
    };
  });
  const start = readText(params, 'data_start') ?? '';
  const end = readText(params, 'data_end') ?? '9999';
  return (fact) => {
    const date = fact.dimensions['Stat.date'] ?? '';
    return date >= start.slice(0, 10) && date <= end.slice(0, 10) && tests.every((test) => test(fact));
  };
}
