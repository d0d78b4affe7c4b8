import type { Assumptions } from './assume.js';

/**
 * What the client does not use of ky: hooks, headers and bodies, `json()` and its like, prefixes and search parameters,
 * progress, its own opinion of HTTP statuses (the client reads the body first), instances with defaults.
 */
export const ky: Readonly<Record<string, Assumptions>> = {
  'ky/distribution/index.js': {
    // The client's own `fetch` knows the address.
    'Ky.create(input, validateAndMerge(defaults, options))': 'Ky.create(options)',
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
    '(input)': '',
    // There is nothing to be done before a try, and nothing with its answer.
    '(function_)': '',
    'await function_()': 'await timeout(this.abortController, this._options)',
    // Everything that it would complete is given, or not looked at.
    "{ ...options, headers: mergeHeaders(this._input.headers, options.headers), hooks: mergeHooks({ beforeRequest: [], beforeRetry: [], beforeError: [], afterResponse: [], }, options.hooks), method: normalizeRequestMethod(options.method ?? this._input.method ?? 'GET'), prefixUrl: String(options.prefixUrl || ''), retry: normalizeRetryOptions(options.retry), throwHttpErrors: options.throwHttpErrors !== false, timeout: options.timeout ?? 10_000, fetch: options.fetch ?? globalThis.fetch.bind(globalThis), }":
      'options',
    "typeof this._input !== 'string' && !(this._input instanceof URL || this._input instanceof globalThis.Request)":
      'false',
    "this._options.prefixUrl && typeof this._input === 'string'": 'false',
    supportsAbortController: 'true',
    'globalThis.AbortController': 'AbortController',
    'this._options.signal ?? this._input.signal': 'this._options.signal',
    'originalSignal?.addEventListener': 'originalSignal.addEventListener',
    // Each caller gets the reason of its own signal.
    'originalSignal.reason': '',
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
    'this._retryCount++': 'void 0',
    'this._options.retry.delay(this._retryCount)': 'this._options.retry.delay(++this._retryCount)',
    'Math.min(this._calculateRetryDelay(error), maxSafeTimeout)': 'this._calculateRetryDelay(error)',
    '{ signal: this._options.signal }': 'this._options',
    'this._retryCount < 1': 'false',
    'for this._options.hooks.beforeRetry': '',
    '_fetch()': '',
    // The client's own `fetch` takes nothing of a request but its signal, which is that of the options.
    'this.request': 'this._options',
    'request:': '',
    'this._input': 'undefined',
    '_input:': '',
    '_options:': '',
    'abortController:': '',
    // What fails otherwise is an ApiError of the client's own `fetch`.
    'error instanceof TimeoutError': '!error',
  },
  'ky/distribution/utils/timeout.js': {
    '(request)': '',
    '(init)': '',
    'if abortController': '!0',
    'options .fetch(request, init)': 'options.fetch(options)',
    // That there was no answer is all that is looked at; its message would hold the address.
    'new TimeoutError(request)': '',
  },
  'ky/distribution/utils/delay.js': {
    'if signal': '!0',
    // The signal ends with the call, and nothing is changed by a failure after a success.
    "() => { signal?.removeEventListener('abort', abortHandler); resolve(); }": 'resolve',
    '{ once: true }': '',
    'signal.reason': '',
  },
};
