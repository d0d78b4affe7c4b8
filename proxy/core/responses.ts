import { type ProxyError, toEnvelope } from '../policy/proxy-error.js';
import type { StoredResponse } from '../stores/store.js';
import type { ProxyHeaders, ProxyRequest, ProxyResponse } from './proxy-request.js';
import type { ServedResponse } from './response-cache.js';

const encoder = new TextEncoder();

/** On every answer, whatever it says. */
const commonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  // No other site may embed an answer as a script or an image; pages that may read it use CORS, which this leaves alone.
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Also where the answer is the same for everybody: a cache in between must not hand one origin's answer to another.
  vary: 'Origin',
} as const;

export const allowedMethods = 'GET, HEAD, OPTIONS';

/** `allowOrigin`, here and below: the result of the origin check; `undefined` = the request came without an origin. */
function corsHeaders(allowOrigin: string | undefined): ProxyHeaders {
  if (allowOrigin === undefined) return {};
  return { 'access-control-allow-origin': allowOrigin, 'access-control-expose-headers': 'Retry-After' };
}

export function toJsonResponse(
  status: number,
  text: string,
  allowOrigin: string | undefined,
  headers: ProxyHeaders,
): ProxyResponse {
  const body = encoder.encode(text);
  const length = { 'content-length': String(body.byteLength) };
  return { status, headers: { ...commonHeaders, ...corsHeaders(allowOrigin), ...headers, ...length }, body };
}

interface Made {
  readonly allowOrigin: string | undefined;
  readonly from: ServedResponse['from'];
  readonly seconds: number;
  readonly answer: ProxyResponse;
}

/** The visitors of one second get the very same object: its headers would be most of the garbage that a hit leaves. */
const made = new WeakMap<StoredResponse, Made>();

/** A stored answer, or 304 when the client has it already. */
export function toCachedResponse(
  request: ProxyRequest,
  served: ServedResponse,
  allowOrigin: string | undefined,
): ProxyResponse {
  const { stored, from } = served;
  const seconds = Math.floor(served.freshFor / 1000);
  const last = made.get(stored);
  let answer = last?.answer;
  if (answer === undefined || last?.allowOrigin !== allowOrigin || last?.from !== from || last?.seconds !== seconds) {
    const headers = {
      ...commonHeaders,
      ...corsHeaders(allowOrigin),
      'cache-control': toCacheControl(served, seconds),
      etag: stored.etag,
      'content-length': String(stored.body.byteLength),
      // Tells what others have looked at: harmless for a public catalogue, but no foreign page's business.
      ...(allowOrigin === undefined ? { 'x-cache': from } : {}),
    };
    answer = { status: 200, headers, body: stored.body };
    made.set(stored, { allowOrigin, from, seconds, answer });
  }
  // Exact text is enough: entity tags are quoted, and a weakened one (W/) still contains it.
  return request.header('if-none-match')?.includes(stored.etag) ? toNotModified(answer) : answer;
}

function toNotModified({ headers }: ProxyResponse): ProxyResponse {
  const { 'content-length': _, ...rest } = headers;
  return { status: 304, headers: rest, body: null };
}

/** Browsers keep it briefly, a CDN as long as this proxy would. Nothing that only some visitors may see is kept anywhere. */
function toCacheControl({ cachePolicy, isPrivate }: ServedResponse, seconds: number): string {
  if (isPrivate) return 'private, no-store';
  return `public, max-age=${Math.min(cachePolicy.browserTtl, seconds)}, s-maxage=${seconds}`;
}

export function toErrorResponse(refusal: ProxyError, allowOrigin: string | undefined): ProxyResponse {
  const { status, retryAfter } = refusal;
  return toJsonResponse(status, toEnvelope(refusal), allowOrigin, {
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(status === 405 ? { allow: allowedMethods } : {}),
  });
}

/**
 * The answer to a CORS preflight: always the same. The widgets need none; pages whose monitoring adds headers to every
 * request do. What is asked for is not even read: parsing it was a denial of service in a well-known library.
 */
export function toPreflightResponse(allowOrigin: string | undefined): ProxyResponse {
  const { 'content-type': _, ...headers } = commonHeaders;
  const allowed =
    allowOrigin === undefined
      ? {}
      : {
          'access-control-allow-methods': 'GET',
          'access-control-allow-headers': '*',
          'access-control-max-age': '86400',
        };
  return {
    status: 204,
    headers: { ...headers, ...corsHeaders(allowOrigin), ...allowed, allow: allowedMethods },
    body: null,
  };
}
