import { ApiError, type ApiErrorOptions, type ErrorCode } from './errors.js';

/** Cause and cure of each code, for the page's author. Fixed text: nothing from upstream and no address gets in. */
const sentences: { readonly [Code in ErrorCode]: readonly [cause: string, cure: string] } = {
  config: ['The endpoint is not a usable URL.', "Set it to your proxy's address."],
  offline: ['The visitor is offline.', ''],
  network: ['The endpoint did not answer.', 'Check its address, its certificate and its CORS headers.'],
  timeout: ['There was no answer in time.', 'Check that the proxy reaches HasOffers.'],
  'rate-limit': ['Too many calls.', 'Let the proxy cache answers: HasOffers allows 50 calls in 10 s.'],
  auth: ['The API key was refused.', 'Set a valid key in the proxy.'],
  permission: ['The call is not permitted.', 'Allow this page and method in the proxy, or ask your network.'],
  'network-id': ['The network id is wrong.', 'Correct it in the proxy.'],
  validation: ['A parameter was refused.', "Check the element's attributes."],
  'not-found': ['There is nothing at the endpoint.', 'Check its address.'],
  upstream: ['HasOffers or the proxy failed.', "See the proxy's log."],
  'invalid-response': ["The answer is not in the API's form.", 'Open the endpoint in a browser to see what it sends.'],
};

/** An {@link ApiError} with our own sentences for its code. `status` is an HTTP status worth telling. */
export function failure(code: ErrorCode, options: ApiErrorOptions = {}, status = 200): ApiError {
  const [cause, cure] = sentences[code];
  return new ApiError(code, status < 400 ? cause : `${cause} (HTTP ${status})`, { cure, ...options });
}
