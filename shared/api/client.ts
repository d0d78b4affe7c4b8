import ky from 'ky';
import { readEnvelope } from './envelope.js';
import { ApiError } from './errors.js';
import { failure } from './failure.js';
import { encodeParams } from './params.js';
import type { ApiRequest, Send } from './request.js';

export interface ClientOptions {
  /** The proxy, an absolute URL; may carry a query of its own, which is kept. */
  readonly endpoint: string | URL;
  /** @default the page's `fetch` at the time of this call */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Milliseconds for one try, until the last byte. @default 15000 */
  readonly timeout?: number | undefined;
  /** Called for each reply that holds a credential. May not throw. */
  readonly onKeyLeak?: (() => void) | undefined;
  /** Milliseconds before trying again: after a failure (doubled each time), and after a rate limit (its window is 10 s). */
  readonly retryDelays?: { readonly failure: number; readonly rateLimit: number } | undefined;
}

/** A call under way, and how many wait for it. */
interface Call {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  callers: number;
}

/** Nobody watches a spinner longer than that: if the server asks for more, the error says so at once. Milliseconds. */
const longestPause = 30_000;

/**
 * The way to a proxy. Calls are plain GETs that need no CORS preflight and send cookies only to the page's own origin.
 *
 * Network failures and 5xx are tried three times, rate limits and unreadable replies twice, everything else once.
 * Equal calls under way share one request and one result. `send` rejects with `ApiError`, or, for the caller that
 * aborts, with its signal's reason: the others notice nothing, and the request is cancelled when the last has left.
 */
export function createClient(options: ClientOptions): { readonly send: Send } {
  const { endpoint, fetch = globalThis.fetch, timeout = 15_000, onKeyLeak } = options;
  const { retryDelays = { failure: 300, rateLimit: 10_000 } } = options;
  const calls = new Map<string, Call>();

  const send: Send = (request, { signal } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const url = toUrl(endpoint, request);
      const call = calls.get(url) ?? start(url, request);
      call.callers++;
      const leave = () => {
        reject(signal?.reason);
        if (--call.callers) return;
        calls.delete(url);
        call.controller.abort();
      };
      signal?.addEventListener('abort', leave);
      // What is asked for decides how it is read, so callers with the same URL get the same type.
      call.result
        .then((result) => resolve(result as never), reject)
        .then(() => signal?.removeEventListener('abort', leave));
    });

  const start = (url: string, request: ApiRequest<unknown>): Call => {
    const controller = new AbortController();
    const { signal } = controller;
    const result = load(url, request, signal).finally(() => {
      // An aborted call was forgotten when it was aborted; by now there may be a new one.
      if (!signal.aborted) calls.delete(url);
    });
    const call = { result, controller, callers: 0 };
    calls.set(url, call);
    return call;
  };

  const load = async <Result>(url: string, request: ApiRequest<Result>, signal: AbortSignal): Promise<Result> => {
    let data: unknown;
    let status = 0;
    let problem = failure('network');
    try {
      await ky(url, {
        signal,
        timeout,
        throwHttpErrors: false,
        // Reads the body too, so that ky's time-out covers one that drips and its retries one that breaks off. Gives
        // fetch a plain string: the wrappers that old libraries and trackers put around it choke on a Request.
        fetch: async (input) => {
          try {
            const response = await fetch(url, { signal: (input as Request).signal });
            const body = await response.text();
            status = response.status;
            data = readEnvelope(body, status, { retryAfter: response.headers.get('retry-after'), onKeyLeak });
            return response;
          } catch (cause) {
            const code = globalThis.navigator?.onLine === false ? 'offline' : 'network';
            problem = cause instanceof ApiError ? cause : failure(code, { cause });
            throw problem;
          }
        },
        retry: {
          // Asked after each failure; to throw is to give up.
          delay(tries) {
            const { code, retryAfter } = problem;
            const limited = code === 'rate-limit';
            const pause = retryAfter ?? (limited ? retryDelays.rateLimit : retryDelays.failure * 2 ** (tries - 1));
            const broken = code === 'network' || (code === 'upstream' && status >= 500);
            const retries = broken ? 2 : limited || code === 'invalid-response' ? 1 : 0;
            if (signal.aborted || tries > retries || pause > longestPause) throw problem;
            // Up to half as long again: many visitors must not come back in the same moment.
            return pause * (1 + Math.random() / 2);
          },
        },
      });
      return request.decode(data);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      // Never as a cause: ky's errors hold the URL. Before any answer only a URL that ky cannot use is left.
      throw failure((error as Error).name === 'TimeoutError' ? 'timeout' : status ? 'invalid-response' : 'config');
    }
  };

  return { send };
}

/** @throws ApiError `config`, without a cause: the browser's error may hold the URL. */
function toUrl(endpoint: string | URL, { target, method, params }: ApiRequest<unknown>): string {
  try {
    const url = new URL(endpoint);
    url.hash = '';
    url.search += (url.search && '&') + encodeParams({ Target: target, Method: method, ...params });
    return url.href;
  } catch {
    throw failure('config');
  }
}
