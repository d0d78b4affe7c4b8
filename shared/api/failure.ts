import { ApiError, type ApiErrorOptions, type ErrorCode } from './errors.js';

/**
 * Cause and cure, for the page's author, who reads the code beside it. Fixed text: nothing from upstream and no address
 * gets in. The codes that are not here have the same cure.
 */
const sentences: { readonly [Code in ErrorCode]?: string } = {
  offline: 'The visitor is offline.',
  'rate-limit': 'Too many calls: let the proxy cache.',
  auth: 'API key refused: renew it in the proxy.',
  permission: 'Call refused: allow it in the proxy or ask the network.',
  'network-id': 'Network id refused: correct it in the proxy.',
  validation: 'Parameter refused: check the attributes.',
  upstream: 'The proxy or HasOffers failed.',
};

/** An {@link ApiError} with our own sentence for its code, and the HTTP status where that tells something. */
export const failure = (code: ErrorCode, options?: ApiErrorOptions, status = 0): ApiError =>
  new ApiError(
    code,
    (sentences[code] ?? 'No answer of the API: check the endpoint and its CORS.') +
      (status < 400 ? '' : ` (HTTP ${status})`),
    options,
  );

/** @throws ApiError `invalid-response` unless the answer is what it should be. */
export function demand(sound: unknown): void {
  if (!sound) throw failure('invalid-response');
}
