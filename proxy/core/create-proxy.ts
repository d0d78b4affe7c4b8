import { createPolicy } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import { createSafeStore } from '../stores/safe-store.js';
import { createBudget } from './budget.js';
import { createCachePolicy } from './cache-policy.js';
import { checkOptions } from './check-options.js';
import { toBaseUrl } from './config-schema.js';
import { createOriginCheck } from './cors.js';
import { createCounters } from './counters.js';
import { createHealth } from './health.js';
import { createKeys } from './keys.js';
import { createThrottledLog, logJson } from './log.js';
import { defaults, type ProxyOptions } from './options.js';
import { createOriginFetcher } from './origin-fetcher.js';
import {
  type ProxyRequest,
  type ProxyResponse,
  type RequestContext,
  toProxyRequest,
  toResponse,
} from './proxy-request.js';
import { createRateLimit } from './rate-limit.js';
import { createResponseCache } from './response-cache.js';
import { createRouter } from './router.js';
import { createUpstream } from './upstream.js';

/** A handler for every platform that speaks `Request` and `Response`. Never rejects. */
export interface ProxyHandler {
  (request: Request, context?: RequestContext): Promise<Response>;
  /** The same without `Request` and `Response`, for adapters that can do without. */
  readonly answer: (question: ProxyRequest) => ProxyResponse | Promise<ProxyResponse>;
}

/**
 * Creates the proxy between pages and the HasOffers Affiliate API.
 *
 * Nothing of a request is forwarded and nothing of an answer is passed on as it came: requests are checked against a
 * list and written anew, answers are copied field by field. Starts no timer and opens no connection by itself.
 *
 * @throws ConfigurationError naming every option that is missing or malformed
 */
export function createProxy(options: ProxyOptions): ProxyHandler {
  checkOptions(options);
  const { networkId, keys: fixedKeys = [], upstream, now = Date.now } = options;
  const { clientLimit, trustedHops, upstreamBudget, upstreamTimeout, path } = { ...defaults, ...options };

  const log = createThrottledLog(options.log ?? logJson, now);
  const counters = createCounters();
  const keys = createKeys({ read: options.readKeys ?? (() => fixedKeys), now, log });
  const budget = createBudget({ limit: upstreamBudget, now });
  const isAnswer = (error: unknown): boolean => error instanceof ProxyError;
  const store = options.store && createSafeStore(options.store, { now, log, isAnswer });
  const ask = createUpstream({
    baseUrl: toBaseUrl(networkId, upstream),
    networkIdParameter: upstream === undefined ? undefined : networkId,
    timeout: upstreamTimeout,
    keys,
    budget,
    store,
    counters,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    log,
  });
  const policyFor = createCachePolicy(options.cachePolicy);
  const originFetcher = createOriginFetcher({ policyFor, ask, keys, store, leaseTime: upstreamTimeout, now });
  const responseCache = createResponseCache({ originFetcher, isShared: store !== undefined, keys, counters, now });
  const answer = createRouter({
    path,
    checkOrigin: createOriginCheck({ allowed: options.allowedOrigins, trustedHops }),
    limitRate: createRateLimit({ limit: clientLimit, trustedHops, now, log }),
    policy: createPolicy({ linkHosts: options.linkHosts ?? [], allow: options.allow ?? [] }),
    responseCache,
    authorize: options.authorize,
    holdsSecret: (text) => keys.scan()(text),
    readHealth: createHealth({ responseCache, budget, counters, keys, store, limit: upstreamBudget }),
    counters,
    log,
  });

  const handler = async (request: Request, context?: RequestContext): Promise<Response> =>
    toResponse(await answer(toProxyRequest(request, context)));
  return Object.assign(handler, { answer });
}
