/** What the number after a name means: `delay-1500`, `http-502`, `key-rotated-3`. */
interface NumberRange {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Everything that can go wrong on purpose, and the number it takes.
 *
 * Invention: the whole list. A real network fails in ways of its own choosing.
 */
const ranges = {
  /** Answers properly, so many milliseconds later. */
  delay: { fallback: 1500, min: 0, max: 60_000 },
  /** Takes the call and never answers. */
  hang: null,
  /** An HTML error page with this HTTP status. */
  http: { fallback: 502, min: 400, max: 599 },
  /** A maintenance page in HTML with status 200. */
  html: null,
  /** Promises the whole body by Content-Length, sends half, cuts the line. */
  truncated: null,
  /** Half of the JSON text as a complete HTTP reply. */
  'half-json': null,
  /** Sends the body in 20 pieces, so many milliseconds apart. */
  drip: { fallback: 100, min: 0, max: 5_000 },
  /** Resets the connection before any byte. */
  reset: null,
  /** Status 200 and no body. */
  'empty-body': null,
  /** An enveloped error whose `errors` is an object. */
  'errors-object': null,
  /** Any call with `contain` fails. */
  relation: null,
  /** The key is good for so many more calls, then it is not authenticated. */
  'key-rotated': { fallback: 0, min: 0, max: 1_000_000 },
  /** `pageCount: null`. */
  'page-count-null': null,
  /** The rows of a report as a map, as some callers decode them. */
  'rows-as-map': null,
  /** A paged reply without `page` and `count`. */
  'counters-missing': null,
  /** Success with `data: ""`. */
  'data-empty': null,
  /** Success with `data: null`. */
  'data-null': null,
  /** Status 200, an enveloped error that repeats the key. */
  'error-with-key': null,
  /** 302 whose Location carries the key. */
  redirect: null,
  /** A correct reply, blown up to so many megabytes. */
  oversized: { fallback: 3, min: 0, max: 32 },
  /** The key inside names, titles and descriptions. */
  'key-in-data': null,
  /** The recorded rate limit error. */
  'rate-limit': null,
  /** "User is not permitted to perform this action". */
  permission: null,
  /** The reply of a network that does not know itself. */
  'network-id': null,
} as const satisfies Readonly<Record<string, NumberRange | null>>;

type FaultName = keyof typeof ranges;

export interface Fault {
  readonly name: FaultName;
  /** The number after the name; 0 where the fault takes none. */
  readonly value: number;
}

export const faultNames = Object.keys(ranges) as readonly FaultName[];

/** Reads `hang`, `delay-1500` and the like; `null` for anything else. */
export function parseFault(text: string): Fault | null {
  const [, written, number] = /^(.*?)(?:-(\d{1,7}))?$/.exec(text) ?? [];
  const name = faultNames.find((known) => known === written);
  if (!name) return null;
  const range: NumberRange | null = ranges[name];
  if (!range) return number === undefined ? { name, value: 0 } : null;
  const value = Math.min(Number(number ?? range.fallback), range.max);
  return value >= range.min ? { name, value } : null;
}
