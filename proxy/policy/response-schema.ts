/**
 * Schemas of responses. A schema copies the fields that it lists out of an untrusted value and drops everything else.
 *
 * PHP's habits are passed on, since clients of the API know them: strings for numbers, `[]` for an empty map, a list
 * for a map whose keys are 0..n-1.
 */
export type ResponseSchema = (value: unknown) => unknown;

/** What a schema returns for a value that does not match; never sent to a client. */
export const noMatch: unique symbol = Symbol('nothing');

/** Text, number, boolean or null. */
export const scalar: ResponseSchema = (value) => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : noMatch;
};

/** An object with these fields. `[]`, `null` and `false` stand for "none" and pass as they are. */
export function record(fields: { readonly [name: string]: ResponseSchema }): ResponseSchema {
  const entries = Object.entries(fields);
  return (value) => {
    if (value === null || value === false) return value;
    if (Array.isArray(value)) return value.length === 0 ? [] : noMatch;
    if (!isObject(value)) return noMatch;
    const filtered: Record<string, unknown> = {};
    for (const [name, responseSchema] of entries) {
      // hasOwn: a body may name `constructor` or `__proto__`, and an absent field must not come from a prototype.
      const found = Object.hasOwn(value, name) ? responseSchema(value[name]) : noMatch;
      if (found !== noMatch) filtered[name] = found;
    }
    return wasEmptied(value, filtered) ? noMatch : filtered;
  };
}

/** A map whose keys match `keys`, or the list that PHP makes of one; `null` and `false` stand for "none". */
export function mapOf(keys: RegExp, responseSchema: ResponseSchema): ResponseSchema {
  const asList = listOf(responseSchema);
  return (value) => {
    if (value === null || value === false) return value;
    if (Array.isArray(value)) return asList(value);
    if (!isObject(value)) return noMatch;
    const filtered: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const found = keys.test(key) ? responseSchema(value[key]) : noMatch;
      if (found !== noMatch) filtered[key] = found;
    }
    return wasEmptied(value, filtered) ? noMatch : filtered;
  };
}

export function listOf(responseSchema: ResponseSchema): ResponseSchema {
  return (value) => {
    if (!Array.isArray(value)) return noMatch;
    const filtered = value.map((item) => responseSchema(item)).filter((item) => item !== noMatch);
    return filtered.length === 0 && value.length > 0 ? noMatch : filtered;
  };
}

/** The result of the first schema that matches. */
export function either(...schemas: readonly ResponseSchema[]): ResponseSchema {
  return (value) => {
    for (const responseSchema of schemas) {
      const filtered = responseSchema(value);
      if (filtered !== noMatch) return filtered;
    }
    return noMatch;
  };
}

const idKey = /^\d{1,20}$/;
const pageOnly = record({ page: scalar, current: scalar, count: scalar, pageCount: scalar });

/**
 * Rows by id in either of the API's two forms: the bare map, or `{ page, current, count, pageCount, data: map }`
 * (recorded: a map with a `data` member beside a counter is a page).
 */
export function rowsOf(row: ResponseSchema): ResponseSchema {
  const rows = mapOf(idKey, row);
  return (value) => {
    if (!isObject(value) || !Object.hasOwn(value, 'data')) return rows(value);
    const data = rows(value.data === '' ? [] : value.data);
    const page = pageOnly(value);
    return data === noMatch || !isObject(page) ? noMatch : { ...page, data };
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value had fields and none of them is listed: a response of another kind, not an empty one. */
function wasEmptied(value: object, filtered: object): boolean {
  return Object.keys(filtered).length === 0 && Object.keys(value).length > 0;
}
