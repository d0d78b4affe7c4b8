import { number, oneOrMany, record, rows, text, type Wire } from './decode.js';
import type { ErrorCode } from './errors.js';
import { failure } from './failure.js';

export interface EnvelopeOptions {
  /** The header `Retry-After`, as it came. Seconds only: a date would be compared with the visitor's clock. */
  readonly retryAfter?: string | null;
  /** Called when the reply holds a credential, be it a success or a failure. May not throw. */
  readonly onKeyLeak?: (() => void) | undefined;
}

/**
 * Reads a whole reply: HasOffers' envelope as it is or as a proxy made it, a refusal of the proxy, or whatever else
 * stands at that address.
 *
 * @returns the member `data`; only `response.status === 1` is success, since failures come with HTTP 200 (recorded).
 * @throws ApiError Upstream's text is used to find the code and then dropped: it can repeat the key (HasOffers docs).
 */
export function readEnvelope(body: string, httpStatus: number, options: EnvelopeOptions = {}): unknown {
  const { retryAfter, onKeyLeak } = options;
  if (holdsKey(body)) onKeyLeak?.();
  const response = parseResponse(body);
  if (response.status === 1 && 'data' in response) return response.data;
  const seconds = number(retryAfter);
  throw failure(
    toCode(response, httpStatus),
    { retryAfter: seconds === null ? undefined : seconds * 1000 },
    httpStatus,
  );
}

/**
 * A reply repeats a credential under the name it was sent with, as upstream does in `request` (recorded). Looked for in
 * the text, so that truncated replies and other places count too; a value that was masked with `***` does not.
 */
export const holdsKey = (body: string): boolean =>
  /"(?:api_key|NetworkToken|SessionToken)"\s*:\s*"[^"]*[a-z\d]/i.test(body);

function parseResponse(body: string): Wire {
  try {
    return record(record(JSON.parse(body))?.response) ?? {};
  } catch {
    // Not passed on as a cause: the parser's message quotes the body.
    return {};
  }
}

/** The words of HasOffers' errors (recorded or documented) and the codes of the proxy that ships here, in order of weight. */
const wording: readonly (readonly [code: ErrorCode, words: RegExp])[] = [
  ['network-id', /network.id/i],
  ['rate-limit', /rate.limit|_LIMIT|BUDGET/i],
  ['auth', /not authenticated|_AUTH/i],
  ['permission', /permi(?:tted|ssion)|_ALLOWED/i],
  ['validation', /_PARAMETER|_LONG|VALIDATION/i],
];

const byStatus: { readonly [status: number]: ErrorCode } = {
  400: 'validation',
  401: 'auth',
  403: 'permission',
  404: 'not-found',
  429: 'rate-limit',
  504: 'timeout',
};

function toCode(response: Wire, httpStatus: number): ErrorCode {
  // `errors` is a list, or (before authentication) one object.
  const items = rows(oneOrMany(response.errors), (item) => item);
  const words = items.map((item) => text(item.code) + text(item.publicMessage)).join() + text(response.errorMessage);
  for (const [code, pattern] of wording) if (pattern.test(words)) return code;
  if (items.some((item) => item.attribute_name)) return 'validation';
  // A lost session has HTTP 200 outside and 401 inside (the vendor's own client looks there).
  const status = httpStatus < 400 ? (number(response.httpStatus) ?? 0) : httpStatus;
  const isEnvelope = response.status === -1 || items.length;
  return byStatus[status] ?? (status >= 400 || isEnvelope ? 'upstream' : 'invalid-response');
}
