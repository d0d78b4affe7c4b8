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
  const parsed = Number.parseFloat(text(value));
  return Number.isFinite(parsed) ? parsed : null;
}

/** `"1"`, `1`, `true`; older HasOffers docs also have "enabled". */
export const flag = (value: unknown): boolean => value === true || /^(1|true|enabled)$/i.test(text(value));

/** The calendar day of `YYYY-MM-DD hh:mm:ss`. The zero date `0000-00-00 …`, which is no date, stands for "none" (recorded). */
export function day(value: unknown): string | null {
  const written = /^\d{4}-\d\d-\d\d/.exec(text(value))?.[0];
  return written && Date.parse(written) ? written : null;
}

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

/** @throws ApiError `invalid-response` unless it is a list, a map, or one of PHP's ways to say "none". */
export function structure(data: unknown): unknown {
  if (data && typeof data !== 'object') throw failure('invalid-response');
  return data;
}

/**
 * The rows of a whole answer. `[]`, `null`, `false` and `""` are PHP's ways to say "none".
 *
 * @throws ApiError `invalid-response` for other scalars, and when there is something but no row can be used.
 */
export function list<Row>(data: unknown, toRow: (row: Wire, key: string) => Row | null): Row[] {
  const found = rows(structure(data), toRow);
  if (!found.length && entries(data).length) throw failure('invalid-response');
  return found;
}

/**
 * One page in either shape, whichever upstream chose (recorded: the same method answers both, with and without
 * `limit`): `{page, current, count, pageCount, data}`, or the bare map of rows, whose keys are ids and never "data".
 * `current` is no page number (recorded), and `page` repeats what was sent.
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
  const wire = record(data);
  const paged = wire && 'data' in wire;
  const found = list(paged ? wire.data : data, toRow);
  const count = found.length;
  const open = count === limit ? null : count > limit ? count : (page - 1) * limit + count;
  const total = paged ? number(wire.count) : open;
  const complete = !paged && total === count;
  return {
    rows: found,
    page: complete ? 1 : page,
    total,
    pageCount: complete ? 1 : total === null ? number(wire?.pageCount) : Math.ceil(total / limit),
    complete,
  };
}
