import { parameterError } from './proxy-error.js';
import type { QueryParameter } from './query.js';
import { encodeParameter } from './query.js';
import type { ValueRule } from './values.js';

/** One parameter a method accepts, under the exact name it has in the query. */
export interface Parameter {
  readonly rule: ValueRule;
  /** The name sent upstream where it differs: `sort[Offer.name]` means `sort[name]`. */
  readonly wire: string;
  /** 1, or the most values of a list (name ending in `[]`). */
  readonly max: number;
  readonly required: boolean;
  /** What is sent upstream when the parameter is absent. */
  readonly fallback?: string;
  /** A relation that has to be contained for this parameter to work; it is added when absent. */
  readonly relation?: string;
  /** The order of several parameters matters (`sort`), so they keep it. */
  readonly ordered?: boolean;
}

/** Checked values by their name upstream; each value of a list once. */
export type ParameterValues = Map<string, Set<string>>;
export type ParameterTable = ReadonlyMap<string, Parameter>;
export type ParameterEntry = readonly [name: string, parameter: Parameter];
type Options = Partial<Omit<Parameter, 'rule' | 'max'>>;

export function single(name: string, rule: ValueRule, options: Options = {}): ParameterEntry {
  return [name, { rule, wire: name, max: 1, required: false, ...options }];
}

export function list(name: string, rule: ValueRule, max: number, options: Options = {}): ParameterEntry {
  return [`${name}[]`, { rule, wire: `${name}[]`, max, required: false, ...options }];
}

export const maxSorts = 5;

/**
 * Checks the parameters of a request against a method's table and rewrites them with canonical names, values and
 * defaults, so that all spellings of one query share one cache entry. The result consists of checked parts only; no text
 * of the client is forwarded as it is. A deny list could not do this: PHP reads `api.key`, `api key` and `api[key` as
 * `api_key` (measured).
 *
 * @throws ProxyError UNKNOWN_PARAMETER, DUPLICATE_PARAMETER, BAD_PARAMETER, MISSING_PARAMETER
 */
export function checkParameters(parameters: readonly QueryParameter[], table: ParameterTable): ParameterValues {
  const values: ParameterValues = new Map();
  const counts = new Map<string, number>();
  const relations = new Set<string>();
  for (const { name, value } of parameters) {
    const parameter = table.get(name);
    if (parameter === undefined) throw parameterError('UNKNOWN_PARAMETER', name);
    const { rule, wire, max, relation } = parameter;
    const count = (counts.get(wire) ?? 0) + 1;
    counts.set(wire, count);
    if (count > max) {
      throw max === 1
        ? parameterError('DUPLICATE_PARAMETER', name)
        : parameterError('BAD_PARAMETER', name, `at most ${max} values`);
    }
    const parsed = rule.parse(value);
    if (parsed === undefined) throw parameterError('BAD_PARAMETER', name, rule.expected);
    const known = values.get(wire);
    if (known === undefined) values.set(wire, new Set([parsed]));
    else known.add(parsed);
    if (relation !== undefined) relations.add(relation);
  }
  rejectMixedForms(values);
  addDefaults(values, table, relations);
  return values;
}

/** `a[b]=1&a=2` is a map to one parser and a string to another (PHP keeps the last), so it is rejected. */
function rejectMixedForms(values: ReadonlyMap<string, unknown>): void {
  for (const name of values.keys()) {
    if (values.has(name.slice(0, name.lastIndexOf('[')))) throw parameterError('DUPLICATE_PARAMETER', name);
  }
}

function addDefaults(values: ParameterValues, table: ParameterTable, relations: ReadonlySet<string>): void {
  // Recorded: a filter on another model's field works only while that model is contained.
  if (relations.size > 0) {
    const contained = values.get('contain[]') ?? new Set();
    for (const relation of relations) contained.add(relation);
    values.set('contain[]', contained);
  }
  for (const [name, { required, fallback, wire }] of table) {
    if (values.has(wire)) continue;
    if (required) throw parameterError('MISSING_PARAMETER', name);
    if (fallback !== undefined) values.set(wire, new Set([fallback]));
  }
}

/**
 * Writes checked parameters in canonical order.
 *
 * @returns the query for upstream, without Target, Method and credentials; `''` without parameters
 * @throws ProxyError BAD_PARAMETER
 */
export function writeQuery(values: ParameterValues, table: ParameterTable): string {
  const ordered: string[] = [];
  const sorted: string[] = [];
  for (const [name, set] of values) {
    const written = [...set].map((value) => encodeParameter(name, value));
    (table.get(name)?.ordered ? ordered : sorted).push(...written);
  }
  if (ordered.length > maxSorts) throw parameterError('BAD_PARAMETER', 'sort', `at most ${maxSorts} fields`);
  return [...sorted.sort(byCodeUnit), ...ordered].join('&');
}

/** The same order on every machine; `localeCompare` is not. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
