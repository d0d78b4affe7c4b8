import { failure } from './failure.js';
import { toText } from './text.js';
import type { Page } from './types.js';

/** An object as it came out of `JSON.parse`: every member has to be doubted. */
export type Wire = { readonly [member: string]: unknown };

/** The value if it is an object and no list, else `null`. PHP writes an empty object as `[]`. */
export const record = (value: unknown): Wire | null =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Wire | null) : null;

/** Ids and numbers are strings on the wire, but some are numbers; everything else is no text: `''`. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** One line of plain text: names and titles contain tags, entities and line breaks too (recorded). */
export const line = (value: unknown): string => toText(text(value)).replace(/\s+/g, ' ');

/** `"15.00000"`, `15`; `null` for what is not a finite number, the empty string included. */
export function number(value: unknown): number | null {
  const written = text(value);
  const parsed = Number(written);
  return written && Number.isFinite(parsed) ? parsed : null;
}

/** `"1"`, `1`, `true`; older HasOffers docs also have "enabled". */
export const flag = (value: unknown): boolean => value === true || /^(1|true|enabled)$/i.test(text(value));

/** The calendar day of `YYYY-MM-DD hh:mm:ss`. The zero date `0000-00-00 …` stands for "none" (recorded). */
export const day = (value: unknown): string | null =>
  /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/.exec(text(value))?.[0] ?? null;

/** What a list or a map holds, with the keys of the map; PHP writes a map with the keys 0..n-1 as a list. */
export const entries = (value: unknown): readonly (readonly [key: string, item: unknown])[] =>
  Array.isArray(value) ? value.map((item) => ['', item]) : Object.entries(record(value) ?? {});

/** The rows of a list or a map, without those that `toRow` cannot use. Whatever else the value is has no rows. */
export function rows<Row>(value: unknown, toRow: (row: Wire, key: string) => Row | null): Row[] {
  const found: Row[] = [];
  for (const [key, item] of entries(value)) {
    const wire = record(item);
    const row = wire && toRow(wire, key);
    if (row !== null) found.push(row);
  }
  return found;
}

/** A relation comes as a map or list of objects, or as the one object itself: the latter holds something scalar. */
export const oneOrMany = (value: unknown): unknown => {
  const wire = record(value);
  return wire && Object.values(wire).some((member) => member !== null && typeof member !== 'object') ? [wire] : value;
};

/**
 * The rows of a whole answer. `[]`, `null`, `false` and `""` are PHP's ways to say "none".
 *
 * @throws ApiError `invalid-response` for other scalars, and when there is something but no row can be used.
 */
export function list<Row>(data: unknown, toRow: (row: Wire, key: string) => Row | null): Row[] {
  const found = rows(data, toRow);
  if (!found.length && data && (typeof data !== 'object' || entries(data).length)) throw failure('invalid-response');
  return found;
}

/**
 * One page in either shape, whichever upstream chose (recorded: the same method answers both, with and without
 * `limit`): `{page, current, count, pageCount, data}`, or the bare map of rows. `current` is no page number (recorded).
 *
 * Nobody knows whether the bare shape obeys `limit`, so the number of rows has to tell: more than asked for means that
 * it does not; fewer means that this was the last page; exactly as many leaves it open.
 */
export function toPage<Row>(
  data: unknown,
  asked: { readonly limit: number; readonly page: number },
  toRow: (row: Wire, key: string) => Row | null,
): Page<Row> {
  const { limit, page } = asked;
  const wrapper = record(data);
  if (wrapper && 'data' in wrapper && ('count' in wrapper || 'page' in wrapper || 'pageCount' in wrapper)) {
    const total = number(wrapper.count);
    const pageCount = number(wrapper.pageCount) ?? (total === null ? null : Math.ceil(total / limit));
    return { rows: list(wrapper.data, toRow), page, total, pageCount, complete: false };
  }
  const found = list(data, toRow);
  const count = found.length;
  if (count > limit || (page === 1 && count < limit)) {
    return { rows: found, page: 1, total: count, pageCount: 1, complete: true };
  }
  const last = count < limit;
  return {
    rows: found,
    page,
    total: last ? (page - 1) * limit + count : null,
    pageCount: last ? page : null,
    complete: false,
  };
}
