/**
 * The closed list of ways a call can fail; a widget's `hasoffers-error` event carries one of these.
 *
 * @code config - The endpoint is missing or refused. No request was sent.
 * @code offline - The visitor has no connection.
 * @code network - No response, or one that the browser may not read: a wrong URL, no CORS, a blocker.
 * @code timeout - No response in time.
 * @code rate-limit - Too many calls for HasOffers (50 in 10 seconds) or for the proxy.
 * @code auth - HasOffers does not accept the API key.
 * @code permission - The proxy or HasOffers refuses this call.
 * @code network-id - HasOffers does not know the network id.
 * @code validation - A parameter is not accepted, such as an attribute's value that no list here can hold.
 * @code not-found - Nothing is served at the endpoint, or the account sees no offer with this id.
 * @code upstream - HasOffers or the proxy failed.
 * @code signed-out - Nobody is signed in, or the token was refused.
 * @code invalid-response - A response that is not in the API's form, such as an HTML page.
 */
export const errorCodes = [
  'config',
  'offline',
  'network',
  'timeout',
  'rate-limit',
  'auth',
  'permission',
  'network-id',
  'validation',
  'not-found',
  'upstream',
  'signed-out',
  'invalid-response',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Trying the same call again may help; for the other codes somebody has to change something first. */
const retryable: Readonly<Record<ErrorCode, boolean>> = {
  config: false,
  offline: true,
  network: true,
  timeout: true,
  'rate-limit': true,
  auth: false,
  permission: false,
  'network-id': false,
  validation: false,
  'not-found': false,
  upstream: true,
  'signed-out': true,
  'invalid-response': true,
};

export interface ApiErrorOptions {
  /** What to do about it, for the integrator. */
  readonly hint?: string | undefined;
  /** The failure underneath. Never an upstream body: upstream repeats the caller's key in its error texts. */
  readonly cause?: unknown;
  /** Milliseconds to wait before the next try, from the server's `Retry-After`. */
  readonly retryAfter?: number | undefined;
}

/**
 * The only error that `shared/api` rejects with.
 *
 * `message` is written here, for the integrator. Text from upstream is used to find the code and then dropped.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  /** Trying the same call again may help; for the other codes somebody has to change something first. */
  readonly retryable: boolean;
  /** What to do about it, for the integrator. */
  readonly hint: string | undefined;
  /** Milliseconds to wait before the next try, from the server's `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, { hint, cause, retryAfter }: ApiErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable = retryable[code];
    this.hint = hint;
    this.retryAfter = retryAfter;
  }
}
