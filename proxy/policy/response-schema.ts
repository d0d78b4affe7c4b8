/**
 * Shapes of answers. A shape copies what it knows out of an untrusted value and leaves everything else behind: a field
 * is let through because it is listed, never because nobody thought of removing it.
 *
 * PHP's habits are kept as they come, since clients of the API know them: strings for numbers, `[]` for an empty map,
 * a list for a map whose keys are 0..n-1.
 */
export type Shape = (value: unknown) => unknown;

/** What a shape returns for something it does not know; never written out. */
export const nothing: unique symbol = Symbol('nothing');

/** Text, number, boolean or null. */
export const scalar: Shape = (value) => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : nothing;
};

/** An object with these fields. `[]`, `null` and `false` stand for "none" and pass as they are. */
export function record(fields: { readonly [name: string]: Shape }): Shape {
  const entries = Object.entries(fields);
  return (value) => {
    if (value === null || value === false) return value;
    if (Array.isArray(value)) return value.length === 0 ? [] : nothing;
    if (!isObject(value)) return nothing;
    const picked: Record<string, unknown> = {};
    for (const [name, shape] of entries) {
      // hasOwn: a body may name `constructor` or `__proto__`, and an absent field must not come from a prototype.
      const found = Object.hasOwn(value, name) ? shape(value[name]) : nothing;
      if (found !== nothing) picked[name] = found;
    }
    return wasEmptied(value, picked) ? nothing : picked;
  };
}

/** A map whose keys match `keys`, or the list that PHP makes of one; `null` and `false` stand for "none". */
export function mapOf(keys: RegExp, shape: Shape): Shape {
  const asList = listOf(shape);
  return (value) => {
    if (value === null || value === false) return value;
    if (Array.isArray(value)) return asList(value);
    if (!isObject(value)) return nothing;
    const picked: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const found = keys.test(key) ? shape(value[key]) : nothing;
      if (found !== nothing) picked[key] = found;
    }
    return wasEmptied(value, picked) ? nothing : picked;
  };
}

export function listOf(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return nothing;
    const picked = value.map((item) => shape(item)).filter((item) => item !== nothing);
    return picked.length === 0 && value.length > 0 ? nothing : picked;
  };
}

/** The first of several shapes that knows the value. */
export function either(...shapes: readonly Shape[]): Shape {
  return (value) => {
    for (const shape of shapes) {
      const picked = shape(value);
      if (picked !== nothing) return picked;
    }
    return nothing;
  };
}

const idKey = /^\d{1,20}$/;
const pageOnly = record({ page: scalar, current: scalar, count: scalar, pageCount: scalar });

/**
 * Rows by id in either of the API's two forms: the bare map, or `{ page, current, count, pageCount, data: map }`
 * (recorded: a map with a `data` member beside a counter is a page).
 */
export function rowsOf(row: Shape): Shape {
  const rows = mapOf(idKey, row);
  return (value) => {
    if (!isObject(value) || !Object.hasOwn(value, 'data')) return rows(value);
    const data = rows(value.data === '' ? [] : value.data);
    const page = pageOnly(value);
    return data === nothing || !isObject(page) ? nothing : { ...page, data };
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Something came in and nothing was known of it: that is another kind of answer, not an empty one. */
function wasEmptied(value: object, picked: object): boolean {
  return Object.keys(picked).length === 0 && Object.keys(value).length > 0;
}
