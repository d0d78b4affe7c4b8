/**
 * Every error of the proxy, as one closed list: the code, the HTTP status, and a message with cause and hint. Upstream's
 * messages are never repeated: HasOffers writes the caller's key into some of them.
 *
 * Where an error stands for one of HasOffers' own, its message contains the words that HasOffers uses for it ("is not
 * authenticated", "exceeded rate limit", "not permitted", "Network id is not valid"). Clients of the API can tell its
 * errors apart by text only, and so they read ours correctly, too.
 */
export const proxyErrors = {
  BAD_PARAMETER: [400, 'A parameter has a value that is not allowed here.'],
  DUPLICATE_PARAMETER: [400, 'A parameter that may appear once was sent more than once.'],
  MISSING_PARAMETER: [400, 'A required parameter is missing.'],
  UNKNOWN_PARAMETER: [400, 'A parameter is not known for this method. Names are case sensitive; lists end in [].'],
  TOKEN_MISSING: [401, 'This method needs a token of the host application in the header Authorization: Bearer.'],
  TOKEN_INVALID: [401, 'The token was not made for this proxy.'],
  TOKEN_EXPIRED: [401, 'The token has expired.'],
  SCOPE_MISSING: [403, 'Not permitted: the token lacks the scope of this method.'],
  LOCKED: [403, "Not permitted: the token's lock decides about this column, or closes this method."],
  METHOD_NOT_ALLOWED: [403, 'This Target and Method may not be called through this proxy. See HASOFFERS_ALLOW.'],
  NOT_SIGNED_IN: [403, 'This method is only for visitors whom the host application has signed in.'],
  ORIGIN_NOT_ALLOWED: [403, "This page's origin may not use the proxy. Add it to HASOFFERS_ALLOWED_ORIGINS."],
  CROSS_SITE_REQUEST: [403, 'Another site embedded this URL without CORS. Request it with fetch from an allowed page.'],
  NOT_FOUND: [
    404,
    'Nothing is served under this path. Check the URL, and whether a web server in front removes its prefix.',
  ],
  HTTP_METHOD_NOT_ALLOWED: [405, 'Only GET is supported.'],
  URI_TOO_LONG: [414, 'The query is too long. Request fewer ids or fields at a time.'],
  CLIENT_LIMIT: [429, 'Too many requests from this address. Try again later.'],
  INTERNAL_ERROR: [500, 'The proxy failed. Its log has the details.'],
  UPSTREAM_INVALID_RESPONSE: [502, 'HasOffers returned something that is not a valid API response.'],
  UPSTREAM_ERROR: [502, 'HasOffers could not be reached or failed. Try again later.'],
  UPSTREAM_AUTH: [502, 'The API key of this proxy is not authenticated. Its operator must configure a valid key.'],
  UPSTREAM_PERMISSION: [502, 'The API user of this proxy is not permitted to perform this action.'],
  UPSTREAM_VALIDATION: [502, 'HasOffers did not accept a parameter of this request.'],
  UPSTREAM_NETWORK_ID: [502, 'Network id is not valid. The operator of this proxy must correct HASOFFERS_NETWORK_ID.'],
  RESPONSE_BLOCKED: [502, "HasOffers' response contained a secret and was blocked."],
  UPSTREAM_RATE_LIMIT: [503, 'The network exceeded rate limit of the API. Try again in a few seconds.'],
  BUDGET_EXHAUSTED: [503, 'The proxy has used up its call budget. Try again in a few seconds.'],
  KEYS_REJECTED: [503, 'The API key of this proxy is not authenticated, as before. It is tried again in some minutes.'],
  COOLING_DOWN: [503, 'The proxy is pausing its calls after a failure. Try again later.'],
  UPSTREAM_TIMEOUT: [504, 'HasOffers did not respond in time. Try again later.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ProxyErrorCode = keyof typeof proxyErrors;

export interface ProxyErrorDetails {
  /** A message for this case instead of the general one. */
  readonly message?: string;
  /** The parameter at fault; given as `attribute_name`, as HasOffers does in its validation errors. */
  readonly parameter?: string;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number;
  /** For the log alone: a fixed word, an HTTP status or the system's error code, never text of another party. */
  readonly reason?: string;
}

/** Thrown inside the proxy and sent to the client. `message` is public: it may never hold text of a client or of upstream. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: ProxyErrorCode;
  readonly status: number;
  readonly parameter: string | undefined;
  readonly retryAfter: number | undefined;
  readonly reason: string | undefined;

  constructor(code: ProxyErrorCode, details: ProxyErrorDetails = {}) {
    super(details.message ?? proxyErrors[code][1]);
    this.code = code;
    this.status = proxyErrors[code][0];
    this.parameter = details.parameter;
    this.retryAfter = details.retryAfter;
    this.reason = details.reason;
  }
}

/** An error about one parameter. The message repeats its name only when that is harmless. */
export function parameterError(
  code: 'BAD_PARAMETER' | 'DUPLICATE_PARAMETER' | 'MISSING_PARAMETER' | 'UNKNOWN_PARAMETER',
  name: string,
  expected?: string,
): ProxyError {
  // Any other name is an attack or an accident, and repeating it would reflect the client's text.
  const shown = /^[A-Za-z0-9_.[\]-]{1,80}$/.test(name) ? name : '(unreadable name)';
  const hint = expected === undefined ? '' : ` Expected: ${expected}.`;
  return new ProxyError(code, { message: `${proxyErrors[code][1]} Parameter: ${shown}.${hint}`, parameter: shown });
}

/** The error in the API's envelope. */
export function toEnvelope(proxyError: ProxyError): string {
  const error = {
    code: proxyError.code,
    ...(proxyError.parameter === undefined ? {} : { attribute_name: proxyError.parameter }),
    publicMessage: proxyError.message,
  };
  const response = {
    status: -1,
    httpStatus: proxyError.status,
    data: '',
    errors: [error],
    errorMessage: proxyError.message,
  };
  return JSON.stringify({ response });
}
