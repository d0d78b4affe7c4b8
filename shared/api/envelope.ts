import { rows, text, type Wire } from './decode.js';
import type { ErrorCode } from './errors.js';
import { failure } from './failure.js';

/**
 * Reads a whole reply: HasOffers' envelope as it is or as a proxy made it, a refusal of the proxy, or whatever else
 * stands at that address.
 *
 * @param retryAfter - The header, as it came. Seconds only: a date would be compared with the visitor's clock.
 * @returns the member `data`; only `response.status === 1` is success, since failures come with HTTP 200 (recorded).
 * @throws ApiError Upstream's text is used to find the code and then dropped: it can repeat the key (HasOffers docs).
 */
export function readEnvelope(body: string, httpStatus: number, retryAfter?: string | null): unknown {
  let response: Wire = {};
  try {
    response = Object(JSON.parse(body).response);
  } catch {
    // No JSON or none of ours. Not passed on as a cause: the parser's message quotes the body.
  }
  if (response.status === 1 && 'data' in response) return response.data;
  const wait = Number.parseFloat(retryAfter ?? '') * 1000 || undefined;
  throw failure(toCode(response, httpStatus), { retryAfter: wait }, httpStatus);
}

/**
 * A reply repeats a credential under the name it was sent with, as upstream does in `request` (recorded). Looked for in
 * the text, so that truncated replies and other places count too; a value that was masked with `***` does not.
 */
export const holdsKey = (body: string): boolean => /"(api_key|(Network|Session)Token)"\s*:\s*"[^"]*[a-z\d]/i.test(body);

/**
 * The words of HasOffers' errors (recorded or documented), the codes of the proxy that ships here, and the HTTP status,
 * which comes last in what is searched. In order of weight.
 */
const patterns: { readonly [Code in ErrorCode]?: RegExp } = {
  'network-id': /network.id/i,
  'rate-limit': /rate.limit|_LIMIT|BUDGET|429$/i,
  auth: /not auth|_AUTH|401$/i,
  permission: /permi|_ALLOWED|403$/i,
  validation: /_PARAM|_LONG|VALIDATION|400$/i,
  'not-found': /404$/,
  timeout: /504$/,
};

function toCode({ errors, errorMessage, status, httpStatus: inner }: Wire, httpStatus: number): ErrorCode {
  // `errors` is a list, or (before authentication) one object; only errors of validation name an attribute.
  const words = rows(errors, ({ code, publicMessage, attribute_name }) => [
    text(code) + text(publicMessage) + (attribute_name ? 'VALIDATION' : ''),
  ]).join();
  // A lost session has HTTP 200 outside and 401 inside (the vendor's own client looks there).
  const searched = `${words} ${text(errorMessage)} ${httpStatus < 400 ? text(inner) : httpStatus}`;
  const code = (Object.keys(patterns) as ErrorCode[]).find((known) => patterns[known]?.test(searched));
  return code ?? (httpStatus >= 400 || status === -1 || words ? 'upstream' : 'invalid-response');
}
