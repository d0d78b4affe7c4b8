import { ApiError, type ApiErrorOptions, type ErrorCode } from './errors.js';

/** Cause and cure of each code, for the page's author. Fixed text: nothing from upstream and no address gets in. */
const sentences: { readonly [Code in ErrorCode]: string } = {
  config: 'The endpoint is not a usable URL.',
  offline: 'The visitor is offline.',
  network: 'The endpoint does not answer. Check its address and CORS headers.',
  timeout: 'No answer in time.',
  'rate-limit': 'Too many calls. Let the proxy cache answers.',
  auth: 'The API key is refused. Set a valid one in the proxy.',
  permission: 'Not permitted. Allow this page and method in the proxy, or ask the network.',
  'network-id': 'The network id is wrong. Correct it in the proxy.',
  validation: 'A parameter is refused. Check the attributes.',
  'not-found': 'Nothing is at the endpoint. Check its address.',
  upstream: 'HasOffers or the proxy failed.',
  'invalid-response': 'The answer is not one of the API. Check the address of the endpoint.',
};

/** An {@link ApiError} with our own sentence for its code, and the HTTP status where that tells something. */
export const failure = (code: ErrorCode, options?: ApiErrorOptions, status = 200): ApiError =>
  new ApiError(code, sentences[code] + (status < 400 ? '' : ` (HTTP ${status})`), options);
