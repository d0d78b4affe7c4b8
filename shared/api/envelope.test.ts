import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { holdsKey, readEnvelope } from './envelope.js';
import { ApiError, errorCodes } from './errors.js';
import { failure } from './failure.js';
import { fixtureBody } from './test-fixtures.js';

const key = '0123456789abcdef'.repeat(4);

function errorOf(body: string, httpStatus = 200, retryAfter: string | null = null): ApiError {
  try {
    readEnvelope(body, httpStatus, retryAfter);
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  throw new Error('It should have thrown an ApiError.');
}

test('a success gives its data, whatever it is', () => {
  expect(readEnvelope(fixtureBody('account-manager-none'), 200)).toBe(false);
  expect(readEnvelope('{"response":{"status":1,"data":null}}', 200)).toBeNull();
  expect(readEnvelope(fixtureBody('featured-offer-ids'), 200)).toEqual(['12', '18']);
});

test.each([
  ['error-rate-limit', 'rate-limit'],
  ['error-validation', 'validation'],
  ['error-permission', 'permission'],
  ['error-auth', 'auth'],
  ['error-network-id', 'network-id'],
  ['error-format', 'upstream'],
  ['error-format-list', 'upstream'],
])('%s is read as %s', (name, code) => {
  expect(errorOf(fixtureBody(name)).code).toBe(code);
});

const failed = (response: object): string =>
  JSON.stringify({ response: { status: -1, httpStatus: 200, data: '', ...response } });

test.each([
  [
    'the documented rate limit',
    failed({ errors: [{ publicMessage: 'User has exceeded API rate limit' }] }),
    'rate-limit',
  ],
  [
    'a message without a list',
    failed({ errors: [], errorMessage: 'User is not permitted to perform this' }),
    'permission',
  ],
  [
    'a link to an offer that may not be promoted',
    failed({ errors: [], errorMessage: 'Affiliate is not approved for this offer' }),
    'permission',
  ],
  ['errors as a map', failed({ errors: { 0: { publicMessage: 'X is not authenticated' } } }), 'auth'],
  [
    'a validation error whose first item has no attribute',
    failed({ errors: [{}, { attribute_name: 'x' }] }),
    'validation',
  ],
  ['a lost session', failed({ httpStatus: 401, errors: [] }), 'auth'],
  ['an unknown failure', failed({ errors: [{ publicMessage: 'Row id is negative' }] }), 'upstream'],
  ['errors of no known type', failed({ errors: 'Boom', errorMessage: 7 }), 'upstream'],
  ['a status that is text', '{"response":{"status":"1","data":{},"errors":[]}}', 'invalid-response'],
  ['a success without data', '{"response":{"status":1}}', 'invalid-response'],
  ['a response of the wrong type', '{"response":[1]}', 'invalid-response'],
  ['no response', '{"data":{}}', 'invalid-response'],
  ['a list', '[]', 'invalid-response'],
  ['null', 'null', 'invalid-response'],
  ['an HTML page', '<!doctype html><title>Hello</title>', 'invalid-response'],
  ['truncated JSON', fixtureBody('my-approved-offers').slice(0, 200), 'invalid-response'],
  ['nothing', '', 'invalid-response'],
])('%s with HTTP 200 is read as the right code', (_, body, code) => {
  expect(errorOf(body).code).toBe(code);
});

test.each([
  [400, 'validation'],
  [401, 'auth'],
  [403, 'permission'],
  [404, 'not-found'],
  [429, 'rate-limit'],
  [418, 'upstream'],
  [500, 'upstream'],
  [502, 'upstream'],
  [503, 'upstream'],
  [504, 'timeout'],
])('an HTML page with HTTP %d is read as %s', (status, code) => {
  expect(errorOf('<html>', status).code).toBe(code);
});

test.each([
  ['METHOD_NOT_ALLOWED', 403, 'permission'],
  ['ORIGIN_NOT_ALLOWED', 403, 'permission'],
  ['NOT_SIGNED_IN', 403, 'permission'],
  ['HTTP_METHOD_NOT_ALLOWED', 405, 'permission'],
  ['BAD_PARAMETER', 400, 'validation'],
  ['UNKNOWN_PARAMETER', 400, 'validation'],
  ['URI_TOO_LONG', 414, 'validation'],
  ['NOT_FOUND', 404, 'not-found'],
  ['CLIENT_LIMIT', 429, 'rate-limit'],
  ['INTERNAL_ERROR', 500, 'upstream'],
  ['UPSTREAM_ERROR', 502, 'upstream'],
  ['UPSTREAM_INVALID_RESPONSE', 502, 'upstream'],
  ['UPSTREAM_AUTH', 502, 'auth'],
  ['UPSTREAM_PERMISSION', 502, 'permission'],
  ['UPSTREAM_VALIDATION', 502, 'validation'],
  ['UPSTREAM_NETWORK_ID', 502, 'network-id'],
  ['UPSTREAM_RATE_LIMIT', 503, 'rate-limit'],
  ['UPSTREAM_RATE_LIMITED', 503, 'rate-limit'],
  ['BUDGET_EXHAUSTED', 503, 'rate-limit'],
  ['TOKEN_MISSING', 401, 'signed-out'],
  ['TOKEN_INVALID', 401, 'signed-out'],
  ['TOKEN_EXPIRED', 401, 'signed-out'],
  ['SCOPE_MISSING', 403, 'permission'],
  ['LOCKED', 403, 'permission'],
  ['COOLING_DOWN', 503, 'upstream'],
  ['UPSTREAM_TIMEOUT', 504, 'timeout'],
])("the proxy's %s with HTTP %d is read as %s", (code, httpStatus, expected) => {
  const body = failed({ httpStatus, errors: [{ code, publicMessage: '…' }], errorMessage: '…' });
  expect(errorOf(body, httpStatus).code).toBe(expected);
});

test('Retry-After becomes milliseconds', () => {
  expect(errorOf('', 429, '7').retryAfter).toBe(7000);
});

test.each([null, '', 'Wed, 21 Oct 2026 07:28:00 GMT'])('ignores Retry-After %j', (header) => {
  expect(errorOf('', 429, header).retryAfter).toBeUndefined();
});

test.each(['error-auth', 'error-rate-limit', 'error-validation'])(
  'nothing of the text of %s stays on the error',
  (name) => {
    const error = inspect(errorOf(fixtureBody(name)), { showHidden: true, depth: 9 });
    expect(error).not.toMatch(new RegExp(`${key}|help\\.tune|Account_manager_id|not authenticated`));
  },
);

test('the error contains nothing of an unreadable body', () => {
  expect(inspect(errorOf(`{"api_key":"${key}" oops`), { showHidden: true, depth: 9 })).not.toContain(key);
});

test('every code has a message', () => {
  for (const code of errorCodes) expect(failure(code).message).toMatch(/\.$/);
});

test.each([
  ['a success', `{"request":{"api_key":"${key}"},"response":{"status":1,"data":[]}}`],
  ['a failure', `{"request":{"Target":"T","api_key" : "${key}"},"response":{"status":-1}}`],
  ['a network token', '{"request":{"NetworkToken":"NET1234"},"response":{}}'],
  ['a key deep inside', `{"request":{"params":{"x":[{"api_key":"${key}"}]}},"response":{}}`],
  ['a truncated reply', `{"request":{"api_key":"${key}","Tar`],
])('detects %s that repeats the key', (_, body) => {
  expect(holdsKey(body)).toBe(true);
});

test.each([
  '{"request":{},"response":{}}',
  '{"request":{"api_key":""}}',
  '{"request":{"api_key":null}}',
  '{"request":{"api_key":"***"}}',
  `{"response":{"data":{"description":"send \\"api_key\\":\\"abc\\" along"}}}`,
  '<html>api_key</html>',
])('%j repeats no key', (body) => {
  expect(holdsKey(body)).toBe(false);
});

test.each([
  ['error-rate-limit', 'rate-limit'],
  ['error-permission', 'permission'],
  ['error-network-id', 'network-id'],
])('recognises %s on a page whose old library adds toJSON to arrays', (name, code) => {
  const prototype = Array.prototype as unknown as { toJSON?: () => string };
  prototype.toJSON = () => 'broken';
  try {
    expect(() => readEnvelope(fixtureBody(name), 200)).toThrow(expect.objectContaining({ code }));
  } finally {
    delete prototype.toJSON;
  }
});

// A text is asked of such an object in vain: JavaScript throws.
test.each([
  ['{"response":{"status":-1,"errors":[{"a":{"toString":0,"valueOf":0}}]}}', 'upstream'],
  ['{"response":{"status":-1,"errorMessage":{"toString":0,"valueOf":0}}}', 'upstream'],
  ['{"response":{"status":{"toString":0,"valueOf":0}}}', 'invalid-response'],
])('recognises %s by its status alone', (body, code) => {
  expect(() => readEnvelope(body, 200)).toThrow(expect.objectContaining({ code }));
  expect(() => readEnvelope(body, 502)).toThrow(expect.objectContaining({ code: 'upstream' }));
});
