import type { Assumptions } from './assume.js';

/**
 * What the client does not use of ky: hooks, headers and bodies, `json()` and its like, prefixes and search parameters,
 * progress, its own opinion of HTTP statuses (the client reads the body first), instances with defaults.
 */
export const ky: Readonly<Record<string, Assumptions>> = {
  'ky/distribution/index.js': {
    'validateAndMerge(defaults, options)': 'options',
    'for requestMethods': '',
    'ky.create': 'undefined',
    'ky.extend': 'undefined',
    'ky.stop': 'undefined',
  },
  'ky/distribution/core/Ky.js': {
    "typeof ky._options.timeout === 'number' && ky._options.timeout > maxSafeTimeout": 'false',
    'for ky._options.hooks.afterResponse': '',
    'ky._decorateResponse(response)': 'response',
    '_decorateResponse()': '',
    '!response.ok && ky._options.throwHttpErrors': 'false',
    'ky._options.onDownloadProgress': 'undefined',
    '_stream()': '',
    'ky._options.retry.methods.includes(ky.request.method.toLowerCase())': 'true',
    'for Object.entries(responseTypes)': '',
    // For `json()` and its like, which change the request first.
    'await Promise.resolve()': '!0',
    // Everything that it would complete is given, or not looked at.
    "{ ...options, headers: mergeHeaders(this._input.headers, options.headers), hooks: mergeHooks({ beforeRequest: [], beforeRetry: [], beforeError: [], afterResponse: [], }, options.hooks), method: normalizeRequestMethod(options.method ?? this._input.method ?? 'GET'), prefixUrl: String(options.prefixUrl || ''), retry: normalizeRetryOptions(options.retry), throwHttpErrors: options.throwHttpErrors !== false, timeout: options.timeout ?? 10_000, fetch: options.fetch ?? globalThis.fetch.bind(globalThis), }":
      '{ ...options }',
    "typeof this._input !== 'string' && !(this._input instanceof URL || this._input instanceof globalThis.Request)":
      'false',
    "this._options.prefixUrl && typeof this._input === 'string'": 'false',
    supportsAbortController: 'true',
    'this._options.signal ?? this._input.signal': 'this._options.signal',
    // Each call makes its own signal just before.
    'originalSignal?.aborted': 'false',
    // True in Chromium, and of no use without a body.
    supportsRequestStreams: '!1',
    'this._options.json !== undefined': 'false',
    'this._options.searchParams': 'undefined',
    // The client's own `delay` gives up, by throwing.
    'this._retryCount > this._options.retry.limit': '!1',
    'error instanceof HTTPError': 'false',
    'Math.min(this._options.retry.backoffLimit, retryDelay)': 'retryDelay',
    'Math.min(this._calculateRetryDelay(error), maxSafeTimeout)': 'this._calculateRetryDelay(error)',
    'this._retryCount < 1': 'false',
    'for this._options.hooks.beforeRetry': '',
    'for this._options.hooks.beforeRequest': '',
    'findUnknownOptions(this.request, this._options)': '{}',
    'this._options.timeout === false': 'false',
    // Each try makes a request of its own; of this one the signal is used.
    'mainRequest.clone()': 'mainRequest',
  },
  'ky/distribution/errors/TimeoutError.js': {
    // Its name is all that is looked at; its message would hold the address.
    'super(`Request timed out: ${request.method} ${request.url}`)': 'super()',
    'this.request': 'undefined',
  },
};
