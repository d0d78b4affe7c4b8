import { ApiError, type ErrorCode } from './errors.js';

/**
 * What to do about it, for the page's author, who reads the code beside it. Fixed text: nothing from upstream and no
 * address gets in.
 */
const cures: { readonly [Code in ErrorCode]?: string } = {
  'rate-limit': 'Let the proxy cache.',
  auth: 'Renew the API key in the proxy.',
  permission: 'Allow it in the proxy, or ask the network.',
  'network-id': 'Correct the network id in the proxy.',
  validation: 'Check the attributes.',
};

/** An {@link ApiError} with our own sentence for its code. `retryAfter` in milliseconds. */
export const failure = (code: ErrorCode, retryAfter?: number): ApiError =>
  new ApiError(code, cures[code] ?? 'Check the endpoint, its CORS, the proxy.', { retryAfter });

/** @throws ApiError `invalid-response` unless the answer is what it should be. */
export function demand(sound: unknown): void {
  if (!sound) throw failure('invalid-response');
}
