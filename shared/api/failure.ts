import { ApiError, type ErrorCode } from './errors.js';

/** What the integrator reads in the console: the cause, and what to do about it. */
interface Explanation {
  readonly message: string;
  readonly hint: string;
}

/** Fixed texts: nothing from upstream and no URL gets in, because either can hold the key. */
const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  config: {
    message: 'The endpoint is missing or refused.',
    hint: 'Set endpoint to the URL of your proxy.',
  },
  offline: {
    message: 'The visitor has no connection.',
    hint: 'It loads when the connection is back.',
  },
  network: {
    message: 'No response came, or the browser may not read it.',
    hint: "Check the endpoint, that the proxy runs, its CORS settings, and your page's connect-src.",
  },
  timeout: {
    message: 'No complete response came in time.',
    hint: 'Check that the proxy reaches HasOffers, and let it cache.',
  },
  'rate-limit': {
    message: 'Too many requests for HasOffers or the proxy.',
    hint: 'Let the proxy cache, or raise its limits.',
  },
  auth: {
    message: 'HasOffers does not accept the API key.',
    hint: 'Check that the proxy has the key from Tools > APIs. A new one may wait for approval.',
  },
  permission: {
    message: 'The proxy or HasOffers refuses this request.',
    hint: "Allow the method and this page's origin in the proxy, or ask the network.",
  },
  'network-id': {
    message: 'HasOffers does not know the network id.',
    hint: 'Correct the network id of the proxy.',
  },
  validation: {
    message: 'A parameter is not accepted.',
    hint: "Check the element's attributes.",
  },
  'not-found': {
    message: 'Nothing is served at the endpoint, or there is no such offer.',
    hint: "Check the endpoint's path and the id.",
  },
  upstream: {
    message: 'HasOffers or the proxy failed.',
    hint: "Look into the proxy's log.",
  },
  'signed-out': {
    message: 'Nobody is signed in, or the token was refused.',
    hint: 'Check the token function, and that token and proxy use the same secret and network id.',
  },
  'invalid-response': {
    message: 'The response is not of the HasOffers API.',
    hint: 'Open the endpoint in a browser; it must show JSON of the API.',
  },
};

/** An {@link ApiError} with the fixed message and hint of its code. `retryAfter` in milliseconds. */
export function failure(code: ErrorCode, retryAfter?: number): ApiError {
  const { message, hint } = explanations[code];
  return new ApiError(code, message, { hint, retryAfter });
}

/** @throws ApiError `invalid-response` unless the response is what it should be. */
export function demand(sound: unknown): void {
  if (!sound) throw failure('invalid-response');
}
