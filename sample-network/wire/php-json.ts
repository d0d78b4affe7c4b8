/**
 * A value that PHP could encode. Maps stand for PHP arrays: they keep the server's order (JavaScript objects would put
 * integer-like keys first), an empty one is written `[]` and one with the keys 0..n-1 as a list.
 */
export type Wire = string | number | boolean | null | readonly Wire[] | ReadonlyMap<string, Wire> | WireRecord;
export interface WireRecord {
  readonly [member: string]: Wire | undefined;
}

/** Like PHP's `json_encode()` without flags: `/` is `\/`, everything beyond ASCII is `\uXXXX`, empty arrays are `[]`. */
export function encodePhpJson(value: Wire): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return encodeText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(encodePhpJson).join(',')}]`;
  if (value instanceof Map) return encodeEntries([...value]);
  return encodeEntries(Object.entries(value as WireRecord));
}

function isList(value: Wire): value is readonly Wire[] {
  return Array.isArray(value);
}

function encodeEntries(entries: readonly (readonly [string, Wire | undefined])[]): string {
  const present = entries.filter((entry): entry is readonly [string, Wire] => entry[1] !== undefined);
  if (present.every(([key], position) => key === String(position))) {
    return `[${present.map(([, value]) => encodePhpJson(value)).join(',')}]`;
  }
  return `{${present.map(([key, value]) => `${encodeText(key)}:${encodePhpJson(value)}`).join(',')}}`;
}

function encodeText(text: string): string {
  return JSON.stringify(text)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
