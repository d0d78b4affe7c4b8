import type { PhpArray, PhpValue } from '../wire/php-params.js';
import { compareCells, fold, matchesLike, toCell } from './compare.js';
import { type Entity, type Model, relatedRows } from './entity.js';
import { toList } from './params.js';
import { invalidParameter } from './query-error.js';

export type Test = (entity: Entity) => boolean;
type CellTest = (cell: string | null) => boolean;

const operators: Readonly<Record<string, (value: string) => CellTest>> = {
  EQUAL_TO: (value) => (cell) => cell !== null && compareCells(cell, value) === 0,
  NOT_EQUAL_TO: (value) => (cell) => cell !== null && compareCells(cell, value) !== 0,
  LESS_THAN: (value) => (cell) => cell !== null && compareCells(cell, value) < 0,
  LESS_THAN_OR_EQUAL_TO: (value) => (cell) => cell !== null && compareCells(cell, value) <= 0,
  GREATER_THAN: (value) => (cell) => cell !== null && compareCells(cell, value) > 0,
  GREATER_THAN_OR_EQUAL_TO: (value) => (cell) => cell !== null && compareCells(cell, value) >= 0,
  LIKE: (value) => (cell) => cell !== null && matchesLike(cell, value),
  NOT_LIKE: (value) => (cell) => cell !== null && !matchesLike(cell, value),
  NULL: () => (cell) => cell === null,
  NOT_NULL: () => (cell) => cell !== null,
  TRUE: () => (cell) => cell === '1',
  FALSE: () => (cell) => cell === '0',
};

/** Reads `filters[…]` into one test. Separate filters are AND-ed, the members of `filters[OR]` are OR-ed. */
export function readFilters(filters: PhpArray, model: Model, contained: ReadonlySet<string>): Test {
  const tests: Test[] = [];
  for (const [name, value] of filters) {
    if (name === 'OR') {
      if (!(value instanceof Map)) throw invalidParameter('OR', 'OR must be a group of filters.');
      const alternatives = [...value].map(([field, inner]) => readFilter(field, inner, model, contained));
      if (alternatives.length > 0) tests.push((entity) => alternatives.some((test) => test(entity)));
    } else if (name === 'query') {
      tests.push(readSearch(toList(value), model));
    } else {
      tests.push(readFilter(name, value, model, contained));
    }
  }
  return (entity) => tests.every((test) => test(entity));
}

function readFilter(name: string, value: PhpValue, model: Model, contained: ReadonlySet<string>): Test {
  const test = readCellTest(name, value);
  const dot = name.indexOf('.');
  const [owner, field] = dot < 0 ? [model.name, name] : [name.slice(0, dot), name.slice(dot + 1)];
  if (owner === model.name) {
    if (!model.fields.includes(field)) throw invalidParameter(name, `Invalid filter field: ${name}`);
    return (entity) => test(toCell(entity.fields[field]));
  }
  // A related model can be filtered when that relation is contained.
  if (!contained.has(owner) || !model.relations.get(owner)?.includes(field)) {
    throw invalidParameter(name, `Invalid filter field: ${name}`);
  }
  return (entity) => relatedRows(entity.related(owner)).some((row) => test(toCell(row[field])));
}

function readCellTest(name: string, value: PhpValue): CellTest {
  if (typeof value === 'string') return equal(value);
  const tests: CellTest[] = [];
  const list: string[] = [];
  for (const [key, inner] of value) {
    const operator = Object.hasOwn(operators, key) ? operators[key] : undefined;
    if (operator) {
      // "Non-default operators take one value, never a list."
      if (typeof inner !== 'string') throw invalidParameter(name, `${key} takes one value.`);
      tests.push(operator(inner));
    } else if (/^\d+$/.test(key) && typeof inner === 'string') {
      list.push(inner);
    } else {
      throw invalidParameter(name, `Invalid filter operator: ${key}`);
    }
  }
  if (list.length > 0) {
    const anyOf = list.map(equal);
    tests.push((cell) => anyOf.some((test) => test(cell)));
  }
  return (cell) => tests.every((test) => test(cell));
}

function equal(value: string): CellTest {
  return (cell) => cell !== null && compareCells(cell, value) === 0;
}

/** Invention: a keyword search finds rows that contain every word in one of the searched fields. */
function readSearch(queries: readonly string[], model: Model): Test {
  const words = queries.flatMap((query) => fold(query).split(/\s+/)).filter((word) => word !== '');
  return (entity) => {
    const text = model.searched.map((field) => fold(toCell(entity.fields[field]) ?? '')).join('\n');
    return words.every((word) => text.includes(word));
  };
}
