import ky from 'ky';
import { holdsKey, readEnvelope } from './envelope.js';
import { ApiError, type ErrorCode } from './errors.js';
import { failure } from './failure.js';
import { encodeParams } from './params.js';
import type { ApiClient } from './request.js';

/** As it is when the script runs: later the page may replace it by one that is made for that page's calls alone. */
const pageFetch = globalThis.fetch;

export interface ClientOptions {
  /** The proxy, an absolute URL without a fragment; may carry a query of its own, which is kept. */
  readonly endpoint: string;
  /** @default the page's `fetch` at the time of this call */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Milliseconds for one try, until the last byte. @default 15000 */
  readonly timeout?: number | undefined;
  /** Called for each reply that holds a credential. May not throw. */
  readonly onKeyLeak?: (() => void) | undefined;
  /** Milliseconds before trying again: after a failure (doubled the second time), and after a rate limit (its window is 10 s). */
  readonly retryDelays?: readonly [failure: number, rateLimit: number] | undefined;
}

/** A call under way, and how many wait for it. */
interface Call {
  readonly controller: AbortController;
  readonly result: Promise<unknown>;
  callers: number;
}

/**
 * The way to a proxy. Calls are plain GETs that need no CORS preflight and send cookies only to the page's own origin.
 *
 * Network failures and 5xx are tried three times, rate limits and unreadable replies twice, everything else once.
 * Equal calls under way share one request and one result. `send` rejects with `ApiError`, or, for the caller that
 * aborts, with its signal's reason: the others notice nothing, and the request is cancelled when the last has left.
 */
export function createClient({
  endpoint,
  fetch = pageFetch,
  timeout = 15_000,
  onKeyLeak,
  retryDelays: [afterFailure, afterRateLimit] = [300, 10_000],
}: ClientOptions): ApiClient {
  const calls = new Map<string, Call>();

  const send: ApiClient['send'] = async ({ target, method, params, decode }, { signal } = {}) => {
    signal?.throwIfAborted();
    const separator = endpoint.includes('?') ? '&' : '?';
    const url = endpoint + separator + encodeParams({ Target: target, Method: method, ...params });
    // What is asked for decides how it is read, so callers with the same URL get the same type.
    const call = calls.get(url) ?? start(url, decode);
    call.callers++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason);
        if (--call.callers) return;
        calls.delete(url);
        call.controller.abort();
      };
      signal?.addEventListener('abort', leave);
      call.result
        .then(resolve as (result: unknown) => void, reject)
        .then(() => signal?.removeEventListener('abort', leave));
    });
  };

  const start = (url: string, decode: (data: unknown) => unknown): Call => {
    const controller = new AbortController();
    const { signal } = controller;
    let data: unknown;
    let status = 0;
    let spoken = false;
    let problem: ApiError;

    const load = async (): Promise<unknown> => {
      try {
        await ky(url, {
          signal,
          timeout,
          // Reads the body too, so that ky's time-out covers one that drips and its retries one that breaks off. Gives
          // fetch a plain string: the wrappers that old libraries and trackers put around it choke on a Request.
          fetch: async (input) => {
            try {
              const response = await fetch(url, { signal: (input as Request).signal });
              status = response.status;
              const body = await response.text();
              // Then the API or the proxy speaks, which has tried as often as makes sense; a bare 502 may be a hiccup.
              spoken = /"errors"/.test(body);
              if (holdsKey(body)) onKeyLeak?.();
              data = readEnvelope(body, status, response.headers.get('retry-after'));
              // For ky, which has its own opinion of some statuses.
              return new Response();
            } catch (error) {
              problem = toApiError(error, globalThis.navigator?.onLine === false ? 'offline' : 'network');
              throw problem;
            }
          },
          retry: {
            // Asked after each failure but the third and a time-out; to throw is to give up.
            delay(tries) {
              const { code, retryAfter } = problem;
              const once = /rate|response/.test(code);
              const retries = once
                ? 1
                : code === 'network' || (code === 'upstream' && status >= 500 && !spoken)
                  ? 2
                  : 0;
              const pause = retryAfter ?? (code === 'rate-limit' ? afterRateLimit : afterFailure * tries);
              // Nobody watches a spinner for more than half a minute: then the error says at once what the server asks for.
              if (tries > retries || pause > 30_000) throw problem;
              // Up to half as long again: many visitors must not come back in the same moment.
              return pause * (1 + Math.random() / 2);
            },
          },
        });
        return decode(data);
      } catch (error) {
        // The endpoint was checked before, so what is left is no answer in time, or one that broke `decode`.
        throw toApiError(error, data === undefined ? 'timeout' : 'invalid-response');
      }
    };

    // An aborted call was forgotten when it was aborted; by now there may be a new one.
    const result = load().finally(() => signal.aborted || calls.delete(url));
    const call = { controller, result, callers: 0 };
    calls.set(url, call);
    return call;
  };

  return { send };
}

/** Other errors are not passed on as a cause: those of ky hold the URL. */
const toApiError = (error: unknown, code: ErrorCode): ApiError => (error instanceof ApiError ? error : failure(code));
