/**
 * Schemas of responses, as data: `filterBySchema` copies the fields that a schema lists out of an untrusted value and
 * drops everything else. Data, because the PHP proxy is generated from it.
 */
export type ResponseSchema =
  | { readonly type: 'scalar'; readonly maxBytes?: number }
  | { readonly type: 'record'; readonly fields: { readonly [name: string]: ResponseSchema } }
  | { readonly type: 'map'; readonly keys: RegExp; readonly of: ResponseSchema }
  | { readonly type: 'list'; readonly of: ResponseSchema }
  | { readonly type: 'either'; readonly schemas: readonly ResponseSchema[] }
  | { readonly type: 'rows'; readonly of: ResponseSchema };

/** Text, number, boolean or null. */
export const scalar: ResponseSchema = { type: 'scalar' };

/** A scalar; a text of more bytes than that does not match. */
export const textUpTo = (maxBytes: number): ResponseSchema => ({ type: 'scalar', maxBytes });

/** An object with these fields. `[]`, `null` and `false` stand for "none" and pass as they are. */
export function record(fields: { readonly [name: string]: ResponseSchema }): ResponseSchema {
  return { type: 'record', fields };
}

/** A map whose keys match `keys`, or the list that PHP makes of one; `null` and `false` stand for "none". */
export function mapOf(keys: RegExp, of: ResponseSchema): ResponseSchema {
  return { type: 'map', keys, of };
}

export function listOf(of: ResponseSchema): ResponseSchema {
  return { type: 'list', of };
}

/** The result of the first schema that matches. */
export function either(...schemas: readonly ResponseSchema[]): ResponseSchema {
  return { type: 'either', schemas };
}

/**
 * Rows by id in either of the API's two forms: the bare map, or `{ page, current, count, pageCount, data: map }`
 * (recorded: a map with a `data` member beside a counter is a page).
 */
export function rowsOf(of: ResponseSchema): ResponseSchema {
  return { type: 'rows', of };
}

/** What filtering returns for a value that does not match; never sent to a client. */
export const noMatch: unique symbol = Symbol('nothing');

/**
 * The listed part of a value, or `noMatch`.
 *
 * PHP's habits are passed on, since clients of the API know them: strings for numbers, `[]` for an empty map, a list
 * for a map whose keys are 0..n-1.
 */
export function filterBySchema(schema: ResponseSchema, value: unknown): unknown {
  switch (schema.type) {
    case 'scalar':
      return filterScalar(value, schema.maxBytes);
    case 'record':
      return filterRecord(schema.fields, value);
    case 'map':
      return filterMap(schema.keys, schema.of, value);
    case 'list':
      return filterList(schema.of, value);
    case 'either':
      return filterEither(schema.schemas, value);
    case 'rows':
      return filterRows(schema.of, value);
  }
}

const encoder = new TextEncoder();

function filterScalar(value: unknown, maxBytes = Number.POSITIVE_INFINITY): unknown {
  if (typeof value === 'string') {
    // A text has at least as many bytes as characters: most need no second count.
    return value.length <= maxBytes &&
      (maxBytes === Number.POSITIVE_INFINITY || encoder.encode(value).length <= maxBytes)
      ? value
      : noMatch;
  }
  if (value === null || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : noMatch;
}

function filterRecord(fields: { readonly [name: string]: ResponseSchema }, value: unknown): unknown {
  if (value === null || value === false) return value;
  if (Array.isArray(value)) return value.length === 0 ? [] : noMatch;
  if (!isObject(value)) return noMatch;
  const filtered: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    // hasOwn: a body may name `constructor` or `__proto__`, and an absent field must not come from a prototype.
    const found = Object.hasOwn(value, name) ? filterBySchema(schema, value[name]) : noMatch;
    if (found !== noMatch) filtered[name] = found;
  }
  return wasEmptied(value, filtered) ? noMatch : filtered;
}

function filterMap(keys: RegExp, of: ResponseSchema, value: unknown): unknown {
  if (value === null || value === false) return value;
  if (Array.isArray(value)) return filterList(of, value);
  if (!isObject(value)) return noMatch;
  const filtered: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const found = keys.test(key) ? filterBySchema(of, value[key]) : noMatch;
    if (found !== noMatch) filtered[key] = found;
  }
  return wasEmptied(value, filtered) ? noMatch : filtered;
}

function filterList(of: ResponseSchema, value: unknown): unknown {
  if (!Array.isArray(value)) return noMatch;
  const filtered = value.map((item) => filterBySchema(of, item)).filter((item) => item !== noMatch);
  return filtered.length === 0 && value.length > 0 ? noMatch : filtered;
}

function filterEither(schemas: readonly ResponseSchema[], value: unknown): unknown {
  for (const schema of schemas) {
    const filtered = filterBySchema(schema, value);
    if (filtered !== noMatch) return filtered;
  }
  return noMatch;
}

const idKey = /^\d{1,20}$/;
const pageOnly = record({ page: scalar, current: scalar, count: scalar, pageCount: scalar });

function filterRows(row: ResponseSchema, value: unknown): unknown {
  if (!isObject(value) || !Object.hasOwn(value, 'data')) return filterMap(idKey, row, value);
  const data = filterMap(idKey, row, value.data === '' ? [] : value.data);
  const page = filterBySchema(pageOnly, value);
  return data === noMatch || !isObject(page) ? noMatch : { ...page, data };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value had fields and none of them is listed: a response of another kind, not an empty one. */
function wasEmptied(value: object, filtered: object): boolean {
  return Object.keys(filtered).length === 0 && Object.keys(value).length > 0;
}
