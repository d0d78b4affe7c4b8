import type { ServedAnswer } from './answers.js';
import type { Answer, AnswerHeaders, Question } from './exchange.js';
import { type Refusal, toEnvelope } from './refusal.js';

const encoder = new TextEncoder();

/** On every answer, whatever it says. */
const commonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  // No other site may embed an answer as a script or an image; pages that may read it use CORS, which this leaves alone.
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Also where the answer is the same for everybody: a cache in between must not hand one origin's answer to another.
  vary: 'Origin',
} as const;

export const allowedMethods = 'GET, HEAD, OPTIONS';

/** For an origin that passed the check; `undefined` = the question came without one. */
export function corsHeaders(allowOrigin: string | undefined): AnswerHeaders {
  if (allowOrigin === undefined) return {};
  return { 'access-control-allow-origin': allowOrigin, 'access-control-expose-headers': 'Retry-After' };
}

export function toAnswer(status: number, text: string, headers: AnswerHeaders): Answer {
  return { status, headers: { ...commonHeaders, ...headers }, body: encoder.encode(text) };
}

/** A stored answer, or 304 when the client has it already. */
export function toServedAnswer(question: Question, served: ServedAnswer, cors: AnswerHeaders): Answer {
  const { stored, from } = served;
  const headers: Record<string, string> = {
    ...commonHeaders,
    ...cors,
    'cache-control': toCacheControl(served),
    etag: stored.etag,
  };
  // Tells what others have looked at: harmless for a public catalogue, but no foreign page's business.
  if (cors['access-control-allow-origin'] === undefined) headers['x-cache'] = from;
  // Exact text is enough: entity tags are quoted, and a weakened one (W/) still contains it.
  if (question.header('if-none-match')?.includes(stored.etag)) return { status: 304, headers, body: null };
  return { status: 200, headers, body: stored.body };
}

/** Browsers keep it briefly, a CDN as long as this proxy would. Nothing that only some visitors may see is kept anywhere. */
function toCacheControl({ ages, freshFor, isPrivate }: ServedAnswer): string {
  if (isPrivate) return 'private, no-store';
  const seconds = Math.floor(freshFor / 1000);
  return `public, max-age=${Math.min(ages.browser, seconds)}, s-maxage=${seconds}`;
}

export function toRefusedAnswer(refusal: Refusal, cors: AnswerHeaders): Answer {
  const { status, retryAfter } = refusal;
  return toAnswer(status, toEnvelope(refusal), {
    ...cors,
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(status === 405 ? { allow: allowedMethods } : {}),
  });
}

/**
 * The answer to a CORS preflight: always the same. The widgets need none; pages whose monitoring adds headers to every
 * request do. What is asked for is not even read: parsing it was a denial of service in a well-known library.
 */
export function toPreflightAnswer(cors: AnswerHeaders): Answer {
  const { 'content-type': _, ...headers } = commonHeaders;
  const allowed =
    cors['access-control-allow-origin'] === undefined
      ? {}
      : {
          'access-control-allow-methods': 'GET',
          'access-control-allow-headers': '*',
          'access-control-max-age': '86400',
        };
  return { status: 204, headers: { ...headers, ...cors, ...allowed, allow: allowedMethods }, body: null };
}
