import type { Wire } from './decode.js';
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
  let searched = `${httpStatus}]`;
  try {
    const { status, data, errors, errorMessage, httpStatus: inner }: Wire = Object(JSON.parse(body).response);
    if (status === 1 && data !== undefined) return data;
    // Names and values of the errors, a list of objects or one object. Not by `JSON.stringify`: old Prototype.js gives
    // arrays a `toJSON` of its own.
    const words = [errors, ...Object.values(Object(errors))].flatMap((each) => Object.entries(Object(each)));
    // A lost session has HTTP 200 outside and 401 inside (the vendor's own client looks there).
    searched = `${words.join()},${errorMessage},${status},${httpStatus < 400 ? inner : httpStatus}]`;
  } catch {
    // No JSON, none of ours, or what cannot be a text: `{"toString":0}`. Not passed on as a cause: the parser's message
    // quotes the body.
  }
  const codes = Object.keys(patterns) as (keyof typeof patterns)[];
  const code = codes.find((known) => patterns[known].test(searched)) ?? 'invalid-response';
  throw failure(code, Number(retryAfter) * 1000 || undefined);
}

/**
 * A reply repeats a credential under the name it was sent with, as upstream does in `request` (recorded). Looked for in
 * the text, so that truncated replies and other places count too; a value that was masked with `***` does not.
 */
export const holdsKey = (body: string): boolean => /"(api_key|NetworkToken)"\s*:\s*"[^"]*\w/i.test(body);

/** The API or the proxy speaks, and not a server in between. Looked for in the text, so that truncated replies count too. */
export const hasEnvelope = (body: string): boolean => body.includes('"errors"');

/**
 * How errors are told apart, in order of weight: by the words of HasOffers (recorded or documented) and the codes of the
 * proxy that ships here, then by the HTTP status, which comes last in what is searched.
 */
const patterns = {
  'network-id': /network.id/i,
  'rate-limit': /rate.limit|_LIMIT|BUDGET|429]$/,
  auth: /not auth|_AUTH|401]$/,
  permission: /permi|PERMI|_ALLOWED|403]$/,
  // Only errors of validation name an attribute.
  validation: /_PARAM|_LONG|VALIDATION|attribute_name|400]$/,
  'not-found': /404]$/,
  timeout: /504]$/,
  // An error of the envelope, or one before authentication, which has no status.
  upstream: /-1,|Message|[45]..]$/,
};
