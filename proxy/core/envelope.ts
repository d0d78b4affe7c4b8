import { dropForeignRows } from '../policy/locks.js';
import type { Call } from '../policy/policy.js';
import { ProxyError, type ProxyErrorCode } from '../policy/proxy-error.js';
import { filterBySchema, isObject, noMatch } from '../policy/response-schema.js';

/** A response that may be stored and sent. */
export interface FilteredResponse {
  /** The envelope, ready to be sent. */
  readonly text: string;
  /** It holds no rows: no offers, no manager. Cached for a shorter time. */
  readonly empty: boolean;
}

/**
 * Parses HasOffers' body as untrusted input and writes a new one from the listed fields.
 *
 * @throws ProxyError UPSTREAM_*: upstream reports an error, or the body has an unknown form
 */
export function filterEnvelope(body: string, { method, lock }: Pick<Call, 'method' | 'lock'>): FilteredResponse {
  const response = readResponse(body);
  // HasOffers answers its errors with HTTP 200; only `response.status` says so (documented and recorded).
  if (response.status !== 1) throw new ProxyError(classify(response));
  const filtered = response.data === '' ? method.empty : filterBySchema(method.responseSchema, response.data);
  if (filtered === noMatch) throw new ProxyError('UPSTREAM_INVALID_RESPONSE', { reason: 'unexpected data' });
  const data = lock === undefined ? filtered : dropForeignRows(filtered, method, lock);
  return { text: write(data), empty: isEmpty(data) };
}

/** Finds the reason of a failure that the HTTP status already reports. */
export function classifyBody(body: string): ProxyErrorCode {
  try {
    return classify(readResponse(body));
  } catch {
    return 'UPSTREAM_ERROR'; // not an envelope: a web server's own error page
  }
}

function readResponse(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new ProxyError('UPSTREAM_INVALID_RESPONSE', { reason: 'no JSON' });
  }
  const response = isObject(parsed) && Object.hasOwn(parsed, 'response') ? parsed.response : undefined;
  if (!isObject(response)) throw new ProxyError('UPSTREAM_INVALID_RESPONSE', { reason: 'no envelope' });
  return response;
}

/** HasOffers has no error codes, so errors are recognised by its documented and recorded messages. */
function classify(response: Record<string, unknown>): ProxyErrorCode {
  // `errors` is a list in the envelope and an object before authentication (both recorded), so look at all of it.
  const messages = JSON.stringify([response.errors ?? null, response.errorMessage ?? null]);
  if (messages.includes('Network id is not valid')) return 'UPSTREAM_NETWORK_ID';
  if (/exceeded (?:API )?rate limit/i.test(messages)) return 'UPSTREAM_RATE_LIMIT';
  if (messages.includes('is not authenticated') || response.httpStatus === 401) return 'UPSTREAM_AUTH';
  // The second is what consumers report of a tracking link to an offer that the affiliate may not promote.
  if (/not permitted|is not approved/.test(messages)) return 'UPSTREAM_PERMISSION';
  if (messages.includes('"attribute_name"')) return 'UPSTREAM_VALIDATION';
  return response.status === -1 || response.errors !== undefined ? 'UPSTREAM_ERROR' : 'UPSTREAM_INVALID_RESPONSE';
}

function write(data: unknown): string {
  const response = { status: 1, httpStatus: 200, data, errors: [], errorMessage: null };
  // Valid JSON all the same; no browser, however old, can be talked into reading it as HTML or breaking a script on it.
  return JSON.stringify({ response }).replace(/[<>\u2028\u2029]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function isEmpty(data: unknown): boolean {
  if (data === null || data === false || data === '') return true;
  if (Array.isArray(data)) return data.length === 0;
  return isObject(data) && Object.hasOwn(data, 'data') && isEmpty(data.data);
}
