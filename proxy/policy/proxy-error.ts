/**
 * Every way the proxy says no, as one closed list: the code, the HTTP status, and a sentence of our own with cause and
 * cure. Upstream's sentences are never repeated: HasOffers writes the caller's key into some of them.
 *
 * Where a failure mirrors one of HasOffers' own, the sentence contains the words HasOffers uses for it ("is not
 * authenticated", "exceeded rate limit", "not permitted", "Network id is not valid"), so that a client which tells
 * errors apart by text, as direct clients of the API must, reads ours correctly too.
 */
export const proxyErrors = {
  BAD_PARAMETER: [400, 'A parameter has a value that is not allowed here.'],
  DUPLICATE_PARAMETER: [400, 'A parameter that may appear once was sent more than once.'],
  MISSING_PARAMETER: [400, 'A required parameter is missing.'],
  UNKNOWN_PARAMETER: [400, 'A parameter is not known for this method. Names are case sensitive; lists end in [].'],
  METHOD_NOT_ALLOWED: [403, 'This Target and Method may not be called through this proxy. See HASOFFERS_ALLOW.'],
  NOT_SIGNED_IN: [403, 'This method is only for visitors whom the host application has signed in.'],
  ORIGIN_NOT_ALLOWED: [403, "This page's origin may not use the proxy. Add it to HASOFFERS_ALLOWED_ORIGINS."],
  CROSS_SITE_REQUEST: [
    403,
    'Another site embedded this address without CORS. Call it with fetch from an allowed page.',
  ],
  NOT_FOUND: [404, 'Nothing is served under this path.'],
  HTTP_METHOD_NOT_ALLOWED: [405, 'Only GET is supported.'],
  URI_TOO_LONG: [414, 'The query is too long. Ask for fewer ids or fields at a time.'],
  CLIENT_LIMIT: [429, 'Too many requests from this address. Try again later.'],
  INTERNAL_ERROR: [500, 'The proxy failed on its own. The operator finds a line in its log.'],
  UPSTREAM_INVALID_RESPONSE: [502, 'HasOffers answered something that is not a valid API response.'],
  UPSTREAM_ERROR: [502, 'HasOffers could not be reached or failed. Try again later.'],
  UPSTREAM_AUTH: [502, 'The API key of this proxy is not authenticated. Its operator must configure a valid key.'],
  UPSTREAM_PERMISSION: [502, 'The API user of this proxy is not permitted to perform this action.'],
  UPSTREAM_VALIDATION: [502, 'HasOffers did not accept a parameter of this request.'],
  UPSTREAM_NETWORK_ID: [502, 'Network id is not valid. The operator of this proxy must correct HASOFFERS_NETWORK_ID.'],
  RESPONSE_BLOCKED: [502, "HasOffers' answer contained something secret and was blocked."],
  UPSTREAM_RATE_LIMIT: [503, 'The network exceeded rate limit of the API. Try again in some seconds.'],
  BUDGET_EXHAUSTED: [503, 'The proxy has used up its calls for this moment. Try again in some seconds.'],
  COOLING_DOWN: [503, 'The proxy is pausing its calls after a failure. Try again later.'],
  UPSTREAM_TIMEOUT: [504, 'HasOffers did not answer in time. Try again later.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type ProxyErrorCode = keyof typeof proxyErrors;

export interface ProxyErrorDetails {
  /** The sentence for this very case instead of the general one. */
  readonly message?: string;
  /** The parameter at fault; given as `attribute_name`, as HasOffers does in its validation errors. */
  readonly parameter?: string;
  /** Seconds, for the header of that name. */
  readonly retryAfter?: number;
}

/** What the proxy throws inside and answers outside. `message` is public: it may never hold foreign text. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: ProxyErrorCode;
  readonly status: number;
  readonly parameter: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ProxyErrorCode, details: ProxyErrorDetails = {}) {
    super(details.message ?? proxyErrors[code][1]);
    this.code = code;
    this.status = proxyErrors[code][0];
    this.parameter = details.parameter;
    this.retryAfter = details.retryAfter;
  }
}

/** A refusal about one parameter. The name goes into the sentence only when it is harmless to repeat. */
export function parameterError(
  code: 'BAD_PARAMETER' | 'DUPLICATE_PARAMETER' | 'MISSING_PARAMETER' | 'UNKNOWN_PARAMETER',
  name: string,
  expected?: string,
): ProxyError {
  // Anything else in a name is an attack or an accident; repeating it would reflect foreign text.
  const shown = /^[A-Za-z0-9_.[\]-]{1,80}$/.test(name) ? name : '(unreadable name)';
  const hint = expected === undefined ? '' : ` Expected: ${expected}.`;
  return new ProxyError(code, { message: `${proxyErrors[code][1]} Parameter: ${shown}.${hint}`, parameter: shown });
}

/** The refusal in the API's envelope, as contract and clients know it. */
export function toEnvelope(refusal: ProxyError): string {
  const error = {
    code: refusal.code,
    ...(refusal.parameter === undefined ? {} : { attribute_name: refusal.parameter }),
    publicMessage: refusal.message,
  };
  const response = { status: -1, httpStatus: refusal.status, data: '', errors: [error], errorMessage: refusal.message };
  return JSON.stringify({ response });
}
