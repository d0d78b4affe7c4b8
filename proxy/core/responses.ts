import { type ProxyError, toEnvelope } from '../policy/proxy-error.js';
import type { StoredResponse } from '../stores/store.js';
import type { ProxyHeaders, ProxyRequest, ProxyResponse } from './proxy-request.js';
import type { ServedResponse } from './response-cache.js';

const encoder = new TextEncoder();

/** Sent with every response. */
const commonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  // No other site may embed a response as a script or an image. Pages that may read it use CORS, which this does not affect.
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Also when the response is the same for every origin: a cache in between must not serve one origin's headers to another.
  vary: 'Origin',
} as const;

const exposedHeaders = 'Retry-After, X-Hasoffers-Rows';
export const allowedMethods = 'GET, HEAD, OPTIONS';

/** `allowOrigin`, here and below: the result of the origin check; `undefined` = the request came without an origin. */
function corsHeaders(allowOrigin: string | undefined): ProxyHeaders {
  if (allowOrigin === undefined) return {};
  return { 'access-control-allow-origin': allowOrigin, 'access-control-expose-headers': exposedHeaders };
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

interface LastResponse {
  readonly allowOrigin: string | undefined;
  readonly from: ServedResponse['from'];
  readonly seconds: number;
  readonly response: ProxyResponse;
}

/** Hits within one second share one object: building its headers anew would be most of the garbage of a hit. */
const lastResponses = new WeakMap<StoredResponse, LastResponse>();

/** A cached response, or 304 when the client has it already. */
export function toCachedResponse(
  request: ProxyRequest,
  served: ServedResponse,
  allowOrigin: string | undefined,
): ProxyResponse {
  const { stored, from } = served;
  const seconds = Math.floor(served.freshFor / 1000);
  const last = lastResponses.get(stored);
  let response = last?.response;
  if (response === undefined || last?.allowOrigin !== allowOrigin || last?.from !== from || last?.seconds !== seconds) {
    const headers = {
      ...commonHeaders,
      ...corsHeaders(allowOrigin),
      'cache-control': toCacheControl(served, seconds),
      etag: stored.etag,
      ...(served.rowCount === undefined ? {} : { 'x-hasoffers-rows': served.rowCount }),
      'content-length': String(stored.body.byteLength),
      // It reveals what other visitors have requested, so it is not sent to pages of other origins.
      ...(allowOrigin === undefined ? { 'x-cache': from } : {}),
    };
    response = { status: 200, headers, body: stored.body };
    lastResponses.set(stored, { allowOrigin, from, seconds, response });
  }
  // A substring check is enough: entity tags are quoted, and a weak one (W/) still contains the strong one.
  return request.header('if-none-match')?.includes(stored.etag) ? toNotModified(response) : response;
}

function toNotModified({ headers }: ProxyResponse): ProxyResponse {
  const { 'content-length': _, ...rest } = headers;
  return { status: 304, headers: rest, body: null };
}

/** Browsers cache it briefly, a CDN for as long as this proxy does. Private responses are cached by neither. */
function toCacheControl({ cachePolicy, isPrivate }: ServedResponse, seconds: number): string {
  if (isPrivate) return 'private, no-store';
  return `public, max-age=${Math.min(cachePolicy.browserTtl, seconds)}, s-maxage=${seconds}`;
}

export function toErrorResponse(error: ProxyError, allowOrigin: string | undefined): ProxyResponse {
  const { status, retryAfter } = error;
  return toJsonResponse(status, toEnvelope(error), allowOrigin, {
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(status === 405 ? { allow: allowedMethods } : {}),
    // RFC 9110 11.6.1. Browsers ask for no password because of this scheme.
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
}

/**
 * Where tokens are accepted, a cache may not use the response to a request with a token for one without, or the other way
 * around: a tracking link with a token has the sub-id of its lock. What a token holder gets is stored nowhere.
 */
export function varyByToken(response: ProxyResponse, hasToken: boolean): ProxyResponse {
  const headers = { ...response.headers, vary: 'Origin, Authorization' };
  return { ...response, headers: hasToken ? { ...headers, 'cache-control': 'private, no-store' } : headers };
}

/**
 * The response to a CORS preflight, always the same. The widgets need none, but pages whose monitoring adds headers to
 * every request do. The requested headers are not parsed: that was a denial of service in a well-known library.
 */
export function toPreflightResponse(allowOrigin: string | undefined): ProxyResponse {
  const { 'content-type': _, ...headers } = commonHeaders;
  const allowed =
    allowOrigin === undefined
      ? {}
      : {
          'access-control-allow-methods': 'GET',
          // By the Fetch standard the wildcard does not include Authorization.
          'access-control-allow-headers': 'Authorization, *',
          'access-control-max-age': '86400',
        };
  return {
    status: 204,
    headers: { ...headers, ...corsHeaders(allowOrigin), ...allowed, allow: allowedMethods },
    body: null,
  };
}
