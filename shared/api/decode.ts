import { demand } from './failure.js';
import { toText } from './text.js';
import type { Page } from './types.js';

/** An object as it came out of `JSON.parse`: every member has to be doubted. */
export type Wire = { readonly [member: string]: unknown };

/** An object whose members can be read: what is no object has none. PHP writes an empty object as `[]`. */
export const record = (value: unknown): Wire => (typeof value === 'object' && value !== null ? (value as Wire) : {});

/** Ids and numbers are strings on the wire, but some are numbers; everything else is no text: `''`. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** One line of plain text: names and titles contain tags, entities and line breaks too (recorded). */
export const line = (value: unknown): string => toText(text(value)).replace(/\s+/g, ' ');

/** The part of a text that has this form. */
export const match = (form: RegExp, value: unknown): string | null => form.exec(text(value))?.[0] ?? null;

/** `"15.00000"`, `15`; `null` for everything else, the empty string included. */
export function number(value: unknown): number | null {
  const written = match(/^-?\d+(\.\d+)?$/, value);
  return written === null ? null : Number(written);
}

/** `"1"`, `1`, `true`; older HasOffers docs also have "enabled". */
export const flag = (value: unknown): boolean => value === true || /^(1|enabled)$/.test(text(value));

/** The calendar day of `YYYY-MM-DD hh:mm:ss`. The zero date `0000-00-00 …`, which is no date, stands for "none" (recorded). */
export function day(value: unknown): string | null {
  const written = match(/^\d{4}-\d\d-\d\d/, value);
  return written !== null && Date.parse(written) ? written : null;
}

/** Makes something of an object of the wire, or nothing. */
export type ToRow<Row> = (row: Wire) => Row | null;

/** Ids and country codes name the rows of a map; a word names what belongs to one object (`Timezone`). */
const isWord = (key: string): boolean => /^[a-z_]{4,}$/i.test(key);

/**
 * What can be used of a list or a map of objects, or of the one object itself: relations come in all three forms. The
 * object itself is recognised by its own fields; what belongs to it (`Timezone: {id: '5'}`) is never a row in its place.
 * Whatever else the value is has no rows. The keys of a map are in its objects too (recorded).
 */
export function rows<Row>(value: unknown, toRow: ToRow<Row>): Row[] {
  const single = Array.isArray(value) ? null : toRow(record(value));
  if (single !== null) return [single];
  return Object.entries(record(value))
    .map(([key, item]) => (isWord(key) ? null : toRow(record(item))))
    .filter((row) => row !== null);
}

/** @throws ApiError `invalid-response` unless it is a list, a map, or one of PHP's ways to say "none". */
export function structure(data: unknown): Wire {
  demand(!data || typeof data === 'object');
  return record(data);
}

/** What holds the rows of a response: upstream chooses whether it pages (see {@link toPage}). @throws as {@link structure} */
export function rowsOf(data: unknown): Wire {
  const wire = structure(data);
  return structure('data' in wire ? wire.data : wire);
}

/**
 * The rows of a whole response, or of its page. `[]`, `null`, `false` and `""` are PHP's ways to say "none".
 *
 * @throws ApiError `invalid-response` for other scalars, and when there is something but no row can be used.
 */
export function list<Row>(data: unknown, toRow: ToRow<Row>): Row[] {
  const wire = rowsOf(data);
  const found = rows(wire, toRow);
  demand(found.length || !Object.keys(wire).length);
  return found;
}

/**
 * One page in either shape, whichever upstream chose (recorded: the same method returns both, with and without
 * `limit`): `{page, current, count, pageCount, data}`, or the bare map of rows, whose keys are ids and never "data".
 * `current` is no page number (recorded), and `page` repeats what was sent.
 *
 * Nobody knows whether the bare shape obeys `limit`, so the number of rows has to tell: more than requested means that
 * it does not; fewer means that this was the last page; exactly as many leaves it open.
 */
export function toPage<Row>(
  data: unknown,
  { limit, page }: { readonly limit: number; readonly page: number },
  toRow: ToRow<Row>,
): Page<Row> {
  const wire = record(data);
  const paged = 'data' in wire;
  const found = list(data, toRow);
  const { length } = found;
  const before = length > limit ? 0 : (page - 1) * limit;
  const total = paged ? number(wire.count) : length === limit ? null : before + length;
  return {
    rows: found,
    page,
    total,
    pageCount: (paged ? number(wire.pageCount) : null) ?? (total === null ? null : Math.ceil(total / limit)),
    complete: !paged && total === length,
  };
}
