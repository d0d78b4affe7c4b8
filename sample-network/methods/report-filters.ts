import { compareCells, matchesLike } from '../query/compare.js';
import { readMap, readText, toList } from '../query/params.js';
import { illegalParameter } from '../query/problem.js';
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

/** `filters[Stat.date][conditional]=BETWEEN&filters[Stat.date][values][]=…`, and `data_start`/`data_end`. */
export function readReportFilters(params: PhpArray): (fact: StatFact) => boolean {
  const tests = [...readMap(params, 'filters')].map(([name, filter]) => {
    const word = filter instanceof Map ? (readText(filter, 'conditional') ?? 'EQUAL_TO') : 'EQUAL_TO';
    const comparison = Object.hasOwn(conditionals, word) ? conditionals[word] : undefined;
    if (!comparison) throw illegalParameter(name, `Invalid conditional: ${word}`);
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
