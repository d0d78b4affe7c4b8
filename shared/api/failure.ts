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
    hint: 'Set data-endpoint on the script tag, or endpoint on the element, to the URL of your proxy.',
  },
  offline: {
    message: 'The visitor has no connection.',
    hint: 'Nothing to do: the widget loads when the connection is back, or when the visitor tries again.',
  },
  network: {
    message: 'No response came from the endpoint, or the browser may not read it.',
    hint: "Check that the endpoint is right and the proxy runs. If it is on another origin, its CORS settings must allow this page's origin; a content security policy must allow it in connect-src; and ad blockers may stop it.",
  },
  timeout: {
    message: 'No complete response came in time.',
    hint: 'Check that the proxy reaches HasOffers, and let it cache responses so that visitors need not wait for HasOffers.',
  },
  'rate-limit': {
    message: 'Too many calls: HasOffers allows 50 in 10 seconds, and the proxy limits each visitor.',
    hint: 'Let the proxy cache responses, or raise its limits if many visitors share one IP address.',
  },
  auth: {
    message: 'HasOffers does not accept the API key.',
    hint: 'Create a new API key in the affiliate interface of the network and give it to the proxy.',
  },
  permission: {
    message: 'The proxy or HasOffers refuses this call.',
    hint: 'Check that the proxy allows the method and the origin of this page. If it does, ask the network to allow the call for your account.',
  },
  'network-id': {
    message: 'HasOffers does not know the network id.',
    hint: 'Correct the network id in the settings of the proxy: it is the first part of NETWORKID.api.hasoffers.com.',
  },
  validation: {
    message: 'A parameter was not accepted.',
    hint: "Check the element's attributes, and that the proxy passes every parameter on unchanged.",
  },
  'not-found': {
    message: 'Nothing is served at the endpoint (HTTP 404).',
    hint: 'Check the path of the endpoint, and that the proxy is mounted there.',
  },
  upstream: {
    message: 'HasOffers or the proxy failed.',
    hint: "Look into the proxy's log. If it shows errors of HasOffers, wait and try again.",
  },
  'signed-out': {
    message: 'Nobody is signed in, or the token was refused.',
    hint: 'Check that the token function returns a token for a signed-in visitor, and that token and proxy use the same secret and network id.',
  },
  'invalid-response': {
    message: 'The response does not have the form of the HasOffers API.',
    hint: 'Open the endpoint in a browser: it must return JSON of the API, not a page of HTML, a login form or an error of the server.',
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
