import ky, { type AfterResponseHook, isTimeoutError } from 'ky';
import { createCoalescer } from './coalesce.js';
import { hasEnvelope, holdsKey, readEnvelope } from './envelope.js';
import { ApiError, type ErrorCode } from './errors.js';
import { failure } from './failure.js';
import { type Fetch, pageFetch } from './page-fetch.js';
import { encodeParams } from './params.js';
import type { ApiClient } from './request.js';

/** A longer wait is not worth a spinner: the load fails at once, and the error has the server's Retry-After. */
const maxRetryDelay = 30_000;

/** How often a request that failed is repeated. What the visitor or the site owner has to mend is not. */
const retriesByCode: Readonly<Record<ErrorCode, number>> = {
  config: 0,
  offline: 0,
  network: 2,
  timeout: 0,
  'rate-limit': 1,
  auth: 0,
  permission: 0,
  'network-id': 0,
  validation: 0,
  'not-found': 0,
  upstream: 2,
  'signed-out': 0,
  'invalid-response': 1,
};
const maxRetries = Math.max(...Object.values(retriesByCode));

export interface ClientOptions {
  /** The proxy, an absolute URL without a fragment; may carry a query of its own, which is kept. */
  readonly endpoint: string;
  /** @default the page's `fetch` at the time the script ran */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds for one try, until the last byte. @default 15000 */
  readonly timeout?: number | undefined;
  /** Called for each reply that holds a credential. May not throw. */
  readonly onKeyLeak?: (() => void) | undefined;
  /** Milliseconds before trying again: after a failure (doubled the second time), and after a rate limit (its window is 10 s). */
  readonly retryDelays?: readonly [failure: number, rateLimit: number] | undefined;
}

/**
 * The way to a proxy. Requests are plain GETs that need no CORS preflight and send cookies only to the page's own origin.
 *
 * Network failures and 5xx are tried three times, rate limits and unreadable replies twice, everything else once.
 * Equal requests in flight are coalesced. Rejects as {@link ApiClient} says.
 */
export function createClient({
  endpoint,
  fetch = pageFetch,
  timeout = 15_000,
  onKeyLeak,
  retryDelays: [afterFailure, afterRateLimit] = [300, 10_000],
}: ClientOptions): ApiClient {
  const coalesce = createCoalescer();

  /**
   * HasOffers fails with HTTP 200, so what ky decides by status codes is decided here by the envelope: `ky.retry` is its
   * documented way to repeat by what a body says. ky's own `maxRetryAfter` shortens a wait that is too long, where this
   * gives up.
   */
  const readReply: AfterResponseHook = async (_request, _options, response, { retryCount }) => {
    const body = await response.text();
    if (holdsKey(body)) onKeyLeak?.();
    try {
      const data = readEnvelope(body, response.status, response.headers.get('retry-after'));
      // A hook can only return a response.
      return Object.assign(new Response(), { data });
    } catch (error) {
      const problem = toApiError(error);
      // An error of the API or of the proxy, which has retried already; a bare 502 may be temporary.
      const final = problem.code === 'upstream' && (response.status < 500 || hasEnvelope(body));
      const usual = problem.code === 'rate-limit' ? afterRateLimit : afterFailure * (retryCount + 1);
      const delay = problem.retryAfter ?? usual;
      if (final || retryCount >= retriesByCode[problem.code] || delay > maxRetryDelay) throw problem;
      return ky.retry({ delay: addJitter(delay) });
    }
  };

  async function load(url: string, signal: AbortSignal): Promise<unknown> {
    const response = await ky(url, {
      signal,
      timeout,
      fetch: (request) => fetchWhole(fetch, url, (request as Request).signal),
      throwHttpErrors: false,
      retry: {
        limit: maxRetries,
        // What the hook throws is final; it requests retries itself.
        shouldRetry: ({ error }) => error instanceof ApiError && error.code === 'network',
        delay: (attempt) => afterFailure * attempt,
        jitter: addJitter,
      },
      hooks: { afterResponse: [readReply] },
    });
    if (!('data' in response)) throw failure('invalid-response');
    return response.data;
  }

  return {
    send: async ({ target, method, params, decode }, { signal } = {}) => {
      const separator = endpoint.includes('?') ? '&' : '?';
      const url = endpoint + separator + encodeParams({ Target: target, Method: method, ...params });
      const start = async (sharedSignal: AbortSignal) => {
        const data = await load(url, sharedSignal).catch((error) => {
          throw toApiError(error);
        });
        try {
          return decode(data);
        } catch (error) {
          throw error instanceof ApiError ? error : failure('invalid-response');
        }
      };
      // The URL decides the decoder, so callers with the same URL expect the same type.
      return coalesce(url, start, signal);
    },
  };
}

/**
 * One try, body included, so that ky's time-out covers one that drips and its retries one that breaks off: by itself ky
 * is content with the headers. Gives `fetch` a plain string: the wrappers that old libraries and trackers put around it
 * choke on a Request.
 *
 * @throws ApiError `network` or `offline`.
 */
async function fetchWhole(fetch: Fetch, url: string, signal: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(url, { signal });
    const body = await response.text();
    // 204 and its like may not have a body, not even an empty one.
    return new Response(body || null, {
      status: response.status,
      headers: { 'retry-after': response.headers.get('retry-after') ?? '' },
    });
  } catch {
    throw failure(globalThis.navigator?.onLine === false ? 'offline' : 'network');
  }
}

/** Up to half as long again: many visitors must not come back in the same moment. */
const addJitter = (delay: number): number => delay * (1 + Math.random() / 2);

/** Errors of ky are not passed on as a cause: they hold the URL. */
function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return failure(isTimeoutError(error) ? 'timeout' : 'network');
}
