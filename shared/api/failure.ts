import { ApiError, type ApiErrorOptions, type ErrorCode } from './errors.js';

/** Cause and cure of each code, for the page's author. Fixed text: nothing from upstream and no address gets in. */
const sentences: { readonly [Code in ErrorCode]: string } = {
  config: 'The endpoint is not a usable URL.',
  offline: 'The visitor is offline.',
  network: 'The endpoint does not answer. Check its address and its CORS headers.',
  timeout: 'The endpoint does not answer in time.',
  'rate-limit': 'Too many calls. Let the proxy cache answers.',
  auth: 'The API key is refused. Renew it in the proxy.',
  permission: 'The call is refused. Allow it in the proxy or ask the network.',
  'network-id': 'The network id is refused. Correct it in the proxy.',
  validation: 'A parameter is refused. Check the attributes.',
  'not-found': 'The endpoint is not there. Check its address.',
  upstream: 'The proxy or HasOffers failed.',
  'invalid-response': 'The answer is not from the API. Check the address of the endpoint.',
};

/** An {@link ApiError} with our own sentence for its code, and the HTTP status where that tells something. */
export const failure = (code: ErrorCode, options?: ApiErrorOptions, status = 200): ApiError =>
  new ApiError(code, sentences[code] + (status < 400 ? '' : ` (HTTP ${status})`), options);
