import { createBudget } from './budget.js';
import { checkOptions } from './check-options.js';
import { toBaseUrl } from './checks.js';
import { createOriginCheck } from './cors.js';
import {
  type Answer,
  type AnswerHeaders,
  type Question,
  type RequestContext,
  toQuestion,
  toResponse,
} from './exchange.js';
import { createKeys } from './keys.js';
import { logJson } from './log.js';
import type { ProxyOptions } from './options.js';
import { createPolicy } from './policy.js';
import { Refusal, toEnvelope } from './refusal.js';
import { createUpstream } from './upstream.js';

/** A handler for every platform that speaks `Request` and `Response`. Never rejects. */
export interface ProxyHandler {
  (request: Request, context?: RequestContext): Promise<Response>;
  /** The same without `Request` and `Response`, for adapters that can do without. */
  readonly answer: (question: Question) => Answer | Promise<Answer>;
}

const encoder = new TextEncoder();

/** On every answer, whatever it says. */
const commonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  // No other site may embed an answer as a script or an image; pages that may read it use CORS, which this leaves alone.
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  vary: 'Origin',
};

/**
 * Creates the proxy between pages and the HasOffers Affiliate API.
 *
 * Nothing of a request is forwarded and nothing of an answer is passed on as it came: requests are checked against a
 * list and written anew, answers are copied field by field.
 *
 * @throws ConfigurationError naming every option that is missing or malformed
 */
export function createProxy(options: ProxyOptions): ProxyHandler {
  checkOptions(options);
  const { networkId, keys: fixedKeys = [], upstream, now = Date.now, log = logJson, trustedHops = 0 } = options;
  const path = options.path ?? '/';
  const policy = createPolicy({ linkHosts: options.linkHosts ?? [] });
  const checkOrigin = createOriginCheck({ allowed: options.allowedOrigins, trustedHops });
  const budget = createBudget({ limit: options.upstreamBudget ?? 40, now });
  const keys = createKeys({ read: options.readKeys ?? (() => fixedKeys), now, log });
  const ask = createUpstream({
    baseUrl: toBaseUrl(networkId, upstream),
    networkIdParameter: upstream === undefined ? undefined : networkId,
    timeout: options.upstreamTimeout ?? 5000,
    keys,
    budget,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    log,
  });

  async function answer(question: Question): Promise<Answer> {
    let cors: AnswerHeaders = {};
    try {
      if (question.path !== path) throw new Refusal('NOT_FOUND');
      const allowOrigin = checkOrigin(question);
      cors = allowOrigin === undefined ? {} : { 'access-control-allow-origin': allowOrigin };
      if (question.method !== 'GET') throw new Refusal('HTTP_METHOD_NOT_ALLOWED');
      const { text } = await ask(policy.parse(question.query), false);
      return toAnswer(200, text, { ...cors, 'cache-control': 'no-store' });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('INTERNAL_ERROR');
      if (refusal.code === 'INTERNAL_ERROR') log({ level: 'error', event: 'internal-error', code: 'INTERNAL_ERROR' });
      return toAnswer(refusal.status, toEnvelope(refusal), { ...cors, ...refusalHeaders(refusal) });
    }
  }

  const handler = async (request: Request, context?: RequestContext): Promise<Response> =>
    toResponse(await answer(toQuestion(request, context)));
  return Object.assign(handler, { answer });
}

function toAnswer(status: number, text: string, headers: AnswerHeaders): Answer {
  return { status, headers: { ...commonHeaders, ...headers }, body: encoder.encode(text) };
}

function refusalHeaders({ code, retryAfter }: Refusal): AnswerHeaders {
  return {
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(code === 'HTTP_METHOD_NOT_ALLOWED' ? { allow: 'GET' } : {}),
  };
}
