/**
 * Everything that can go wrong on purpose.
 *
 * Invention: the whole list. A real network fails in ways of its own choosing.
 */
export type Fault =
  /** Answers properly, `ms` later. */
  | { readonly name: 'delay'; readonly ms: number }
  /** Takes the call and never answers. */
  | { readonly name: 'hang' }
  /** An HTML error page with this HTTP status. */
  | { readonly name: 'http'; readonly status: number }
  /** A maintenance page in HTML with status 200. */
  | { readonly name: 'html' }
  /** Promises the whole body by Content-Length, sends half, cuts the line. */
  | { readonly name: 'truncated' }
  /** Half of the JSON text as a complete HTTP reply. */
  | { readonly name: 'half-json' }
  /** Sends the body in 20 pieces, `ms` apart. */
  | { readonly name: 'drip'; readonly ms: number }
  /** Resets the connection before any byte. */
  | { readonly name: 'reset' }
  /** Status 200 and no body. */
  | { readonly name: 'empty-body' }
  /** An enveloped error whose `errors` is an object. */
  | { readonly name: 'errors-object' }
  /** Any call with `contain` fails. */
  | { readonly name: 'relation' }
  /** The key is good for `after` more calls, then it is not authenticated. */
  | { readonly name: 'key-rotated'; readonly after: number }
  /** `pageCount: null`. */
  | { readonly name: 'page-count-null' }
  /** A paged reply without `page` and `count`. */
  | { readonly name: 'counters-missing' }
  /** Success with `data: ""`. */
  | { readonly name: 'data-empty' }
  /** Success with `data: null`. */
  | { readonly name: 'data-null' }
  /** Status 200, an enveloped error that repeats the key. */
  | { readonly name: 'error-with-key' }
  /** 302 whose Location carries the key. */
  | { readonly name: 'redirect' }
  /** A correct reply, blown up to this many megabytes. */
  | { readonly name: 'oversized'; readonly megabytes: number }
  /** The key inside names, titles and descriptions. */
  | { readonly name: 'key-in-data' }
  /** The recorded rate limit error. */
  | { readonly name: 'rate-limit' }
  /** "User is not permitted to perform this action". */
  | { readonly name: 'permission' }
  /** The reply of a network that does not know itself. */
  | { readonly name: 'network-id' };

export type FaultName = Fault['name'];

/** What a number after the name means, and its default: `delay-1500`, `http-502`, `key-rotated-3`. */
const numbers: Partial<Record<FaultName, { readonly fallback: number; readonly most: number }>> = {
  delay: { fallback: 1500, most: 60_000 },
  http: { fallback: 502, most: 599 },
  drip: { fallback: 100, most: 5_000 },
  'key-rotated': { fallback: 0, most: 1_000_000 },
  oversized: { fallback: 3, most: 32 },
};

export const faultNames: readonly FaultName[] = [
  'delay',
  'hang',
  'http',
  'html',
  'truncated',
  'half-json',
  'drip',
  'reset',
  'empty-body',
  'errors-object',
  'relation',
  'key-rotated',
  'page-count-null',
  'counters-missing',
  'data-empty',
  'data-null',
  'error-with-key',
  'redirect',
  'oversized',
  'key-in-data',
  'rate-limit',
  'permission',
  'network-id',
];

/** Reads `hang`, `delay-1500` and the like; `null` for anything else. */
export function parseFault(text: string): Fault | null {
  const written = /^(.*?)(?:-(\d{1,7}))?$/.exec(text);
  const name = faultNames.find((known) => known === written?.[1]);
  if (!name) return null;
  const range = numbers[name];
  if (!range) return written?.[2] === undefined ? ({ name } as Fault) : null;
  const value = Math.min(Number(written?.[2] ?? range.fallback), range.most);
  switch (name) {
    case 'delay':
    case 'drip':
      return { name, ms: value };
    case 'http':
      return value >= 400 ? { name, status: value } : null;
    case 'key-rotated':
      return { name, after: value };
    case 'oversized':
      return { name, megabytes: value };
    default:
      return null;
  }
}
