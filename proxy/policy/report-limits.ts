import type { ParameterValues } from './parameters.js';
import { parameterError } from './proxy-error.js';

export const dateColumns = ['Stat.date', 'Stat.datetime'];

export const maxRows = 100;
/** 400 days and as many before them, in three currencies. */
export const maxDays = 2500;

/** Days are few whatever the account does; sub-ids, say, can be 50,000. */
export function refineStats(values: ParameterValues): void {
  const [limit] = values.get('limit') ?? [];
  if (Number(limit) > maxRows && !values.get('groups[]')?.has('Stat.date')) {
    throw parameterError('BAD_PARAMETER', 'limit', `at most ${maxRows} unless groups[] has Stat.date`);
  }
  writeSingleDays(values);
}

/** A range from a day to itself is one value, since equal values of a list are one. */
function writeSingleDays(values: ParameterValues): void {
  for (const column of dateColumns) {
    const isOneValue = values.get(`filters[${column}][values][]`)?.size === 1;
    const conditional = `filters[${column}][conditional]`;
    if (isOneValue && values.get(conditional)?.has('BETWEEN')) values.set(conditional, new Set(['EQUAL_TO']));
  }
}

const day = 86_400_000;
export const maxConversionDays = 93;

/**
 * Bounds the log of conversions, which upstream keeps for 25 months and sends as a whole. The range is that of the
 * parameters, else that of the filter, else the last 93 days; documented: parameters and filter name the same range.
 */
export function refineConversions(values: ParameterValues, now: number): void {
  const timesOf = (name: string): readonly number[] =>
    [...(values.get(name) ?? [])].map((value) => Date.parse(`${value.slice(0, 10)}T00:00:00Z`));
  const filtered = dateColumns.flatMap((column) => timesOf(`filters[${column}][values][]`)).sort((a, b) => a - b);
  const [from = filtered[0]] = timesOf('data_start');
  const [to = filtered.at(-1)] = timesOf('data_end');
  const span = (maxConversionDays - 1) * day;
  // Up to tomorrow, which it may be already in the network's zone.
  const end = to ?? (from === undefined ? now + day : from + span);
  const start = from ?? end - span;
  if (!(end - start <= span) || filtered.some((time) => !(time >= start && time <= end))) {
    throw parameterError('BAD_PARAMETER', 'data_start', `at most ${maxConversionDays} days, the same as in the filter`);
  }
  const write = (time: number): string => new Date(time).toISOString().slice(0, 10);
  if (!values.has('data_start')) values.set('data_start', new Set([write(start)]));
  if (!values.has('data_end')) values.set('data_end', new Set([write(end)]));
  if (filtered.length === 0) {
    values.set('filters[Stat.datetime][conditional]', new Set(['BETWEEN']));
    values.set('filters[Stat.datetime][values][]', new Set([`${write(start)} 00:00:00`, `${write(end)} 23:59:59`]));
  }
  writeSingleDays(values);
}
