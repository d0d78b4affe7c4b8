import { failure } from '../api/failure.js';
import type { TokenFunction, TokenRequest } from './session.types.js';

/** Milliseconds to wait for the page's function. */
const timeout = 30_000;

/** The page's function at work. */
export interface TokenCall {
  /** Whatever the function gives. Rejects with an `ApiError` that holds nothing of what the function threw. */
  readonly response: Promise<unknown>;
  /** Waits no longer. */
  cancel(): void;
}

/** Calls the page's function, which may throw, reject, or never settle. */
export function requestToken(token: TokenFunction, request: TokenRequest): TokenCall {
  let cancel = (): void => {};
  const response = new Promise<unknown>((resolve, reject) => {
    const fail = (): void => reject(failure(globalThis.navigator?.onLine === false ? 'offline' : 'signed-out'));
    const timer = setTimeout(fail, timeout);
    cancel = () => {
      clearTimeout(timer);
      fail();
    };
    // In a promise, so that what the function throws ends there.
    Promise.resolve(request)
      .then(token)
      .then(resolve, fail)
      .finally(() => clearTimeout(timer));
  });
  return { response, cancel };
}
