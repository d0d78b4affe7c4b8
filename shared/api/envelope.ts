import { record, text } from './decode.js';
import type { ErrorCode } from './errors.js';
import { failure } from './failure.js';

/**
 * Reads a reply: HasOffers' envelope, direct or from a proxy, an error of the proxy, or whatever else
 * the URL returns.
 *
 * @param retryAfter - The header, as it came. Seconds only: a date would be compared with the visitor's clock.
 * @returns the member `data`; only `response.status === 1` is success, since failures come with HTTP 200 (recorded).
 * @throws ApiError Upstream's text is used to find the code and then dropped: it can repeat the key (HasOffers docs).
 */
export function readEnvelope(body: string, httpStatus: number, retryAfter?: string | null): unknown {
  const problem = { codes: [] as string[], words: '', status: httpStatus, isEnvelope: false };
  try {
    const { status, data, errors, errorMessage, httpStatus: inner } = record(record(JSON.parse(body)).response);
    if (status === 1 && data !== undefined) return data;
    // A list of objects, a map of them, or one object.
    const items = [record(errors), ...Object.values(record(errors)).map(record)];
    problem.codes = items.map(({ code }) => text(code));
    // Names and values. Not by `JSON.stringify`: old Prototype.js gives arrays a `toJSON` of its own.
    problem.words = [...items.flatMap((item) => Object.entries(item).flat()), errorMessage].map(text).join();
    // A failure of the API, or one before authentication, which has no status.
    problem.isEnvelope = status === -1 || errorMessage !== undefined || /Message/.test(problem.words);
    // A lost session has HTTP 200 outside and 401 inside (the vendor's own client looks there).
    if (httpStatus < 400 && typeof inner === 'number') problem.status = inner;
  } catch {
    // No JSON. Not passed on as a cause: the parser's message quotes the body.
  }
  throw failure(toCode(problem), Number(retryAfter) * 1000 || undefined);
}

interface Problem {
  /** Codes that the envelope's errors carry; HasOffers' own have none. */
  readonly codes: readonly string[];
  /** Everything else that they say. */
  readonly words: string;
  readonly status: number;
  readonly isEnvelope: boolean;
}

/** By the proxy's code, else by the words of HasOffers, else by the HTTP status. */
function toCode({ codes, words, status, isEnvelope }: Problem): ErrorCode {
  const known = codes.find((code) => proxyCodes.has(code));
  const byProxy = known && proxyCodes.get(known);
  if (byProxy) return byProxy;
  const match = upstreamWords.find(({ pattern }) => pattern.test(words));
  if (match) return match.code;
  const fallback = isEnvelope || status >= 400 ? 'upstream' : 'invalid-response';
  return statusCodes.get(status) ?? fallback;
}

/**
 * A reply repeats a credential under the name it was sent with, as upstream does in `request` (recorded). Looked for in
 * the text, so that truncated replies and other places count too; a value that was masked with `***` does not.
 */
export const holdsKey = (body: string): boolean => /"(api_key|NetworkToken)"\s*:\s*"[^"]*\w/i.test(body);

/** The reply comes from the API or the proxy, not from a server in between. Found by its text, so that truncated replies count too. */
export const hasEnvelope = (body: string): boolean => body.includes('"errors"');

/** The codes of the proxy that ships here. Others of its codes say no more than their HTTP status. */
const proxyCodes: ReadonlyMap<string, ErrorCode> = new Map([
  ['METHOD_NOT_ALLOWED', 'permission'],
  ['ORIGIN_NOT_ALLOWED', 'permission'],
  ['HTTP_METHOD_NOT_ALLOWED', 'permission'],
  ['SCOPE_MISSING', 'permission'],
  ['LOCKED', 'permission'],
  ['UPSTREAM_PERMISSION', 'permission'],
  ['BAD_PARAMETER', 'validation'],
  ['UNKNOWN_PARAMETER', 'validation'],
  ['URI_TOO_LONG', 'validation'],
  ['UPSTREAM_VALIDATION', 'validation'],
  ['CLIENT_LIMIT', 'rate-limit'],
  ['UPSTREAM_RATE_LIMIT', 'rate-limit'],
  ['UPSTREAM_RATE_LIMITED', 'rate-limit'],
  ['BUDGET_EXHAUSTED', 'rate-limit'],
  ['UPSTREAM_AUTH', 'auth'],
  ['UPSTREAM_NETWORK_ID', 'network-id'],
  ['TOKEN_MISSING', 'signed-out'],
  ['TOKEN_INVALID', 'signed-out'],
  ['TOKEN_EXPIRED', 'signed-out'],
]);

/** What HasOffers says (recorded or documented), in order of weight. Only errors of validation name an attribute. */
const upstreamWords: readonly { readonly pattern: RegExp; readonly code: ErrorCode }[] = [
  { pattern: /network.id/i, code: 'network-id' },
  { pattern: /rate.limit/i, code: 'rate-limit' },
  { pattern: /not auth/, code: 'auth' },
  { pattern: /permi|not approved/, code: 'permission' },
  { pattern: /attribute_name/, code: 'validation' },
];

const statusCodes: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'validation'],
  [401, 'auth'],
  [403, 'permission'],
  [404, 'not-found'],
  [429, 'rate-limit'],
  [504, 'timeout'],
]);
