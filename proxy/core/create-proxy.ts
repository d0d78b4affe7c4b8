import { createPolicy } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import { createAuthorize } from './authorize.js';
import { createBudget } from './budget.js';
import { createCachePolicy } from './cache-policy.js';
import { checkOptions } from './check-options.js';
import { toBaseUrl } from './config-schema.js';
import { createOriginCheck } from './cors.js';
import { createCounters } from './counters.js';
import { createHealth } from './health.js';
import { createSafeClock, createSafeLog } from './host.js';
import { createKeys } from './keys.js';
import { createThrottledLog, type Log, logJson } from './log.js';
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
import { toErrorResponse } from './responses.js';
import { createRouter } from './router.js';
import { createSafeStore } from './safe-store.js';
import { createUserIds } from './signed-in.js';
import type { Fetch } from './transport.js';
import { createUpstream } from './upstream.js';

export type { ProxyOptions };

/** A handler for every platform that speaks `Request` and `Response`. Never rejects. */
export interface ProxyHandler {
  (request: Request, context?: RequestContext): Promise<Response>;
  /** The same without `Request` and `Response`, for adapters that can do without. */
  readonly handle: (request: ProxyRequest) => ProxyResponse | Promise<ProxyResponse>;
}

/**
 * Creates the proxy between pages and the HasOffers Affiliate API.
 *
 * Neither a request nor a response is passed through as it is: requests are checked against a
 * list and rewritten, responses are copied field by field. Starts no timer and opens no connection by itself.
 *
 * @throws ConfigurationError naming every option that is missing or malformed
 */
export function createProxy(options: ProxyOptions): ProxyHandler {
  checkOptions(options);
  const { networkId, keys: fixedKeys = [], upstream } = options;
  const { clientLimit, trustedHops, upstreamBudget, upstreamTimeout, path } = { ...defaults, ...options };

  // Called as members of the options: a host's clock or log may need its `this`.
  const now = createSafeClock(() => (options.now === undefined ? Date.now() : options.now()));
  const writeLine: Log = (line) => (options.log === undefined ? logJson(line) : options.log(line));
  const log = createThrottledLog(createSafeLog(writeLine), now);
  const counters = createCounters();
  const keys = createKeys({ read: () => options.readKeys?.() ?? fixedKeys, now, log });
  const store = options.store ? createSafeStore(options.store, { networkId, now, log }) : undefined;
  const budget = createBudget({ limit: upstreamBudget, store, now });
  const callUpstream = createUpstream({
    baseUrl: toBaseUrl(networkId, upstream),
    networkIdParameter: upstream === undefined ? undefined : networkId,
    timeout: upstreamTimeout,
    keys,
    budget,
    counters,
    fetch: toFetch(options),
    log,
  });
  const policyFor = createCachePolicy(options.cachePolicy);
  const originFetcher = createOriginFetcher({ policyFor, callUpstream, keys, store, leaseTime: upstreamTimeout, now });
  const responseCache = createResponseCache({ originFetcher, isShared: store !== undefined, keys, counters, now });
  const handle = createRouter({
    path,
    checkOrigin: createOriginCheck({ allowed: options.allowedOrigins, trustedHops }),
    limitRate: createRateLimit({ limit: clientLimit, trustedHops, now, log }),
    policy: createPolicy({
      linkHosts: options.linkHosts ?? [],
      allow: options.allow ?? [],
      hasTokens: options.tokens !== undefined,
      now,
    }),
    responseCache,
    authorize: createAuthorize({
      authorize: options.authorize && ((request, methodId) => options.authorize?.(request, methodId) ?? false),
      timeout: upstreamTimeout,
      log,
    }),
    tokens: options.tokens,
    addUserId: createUserIds({
      userId: options.affiliateUserId,
      load: async (call) => (await responseCache.find(call)).stored,
    }),
    holdsSecret: (text) => keys.scan()(text),
    readHealth: createHealth({ responseCache, budget, counters, keys, store, limit: upstreamBudget }),
    counters,
    log,
  });

  const handler = async (request: Request, context?: RequestContext): Promise<Response> => {
    try {
      return toResponse(await handle(toProxyRequest(request, context)));
    } catch {
      return toResponse(toErrorResponse(new ProxyError('INTERNAL_ERROR'), undefined));
    }
  };
  return Object.assign(handler, { handle });
}

/** The platform's `fetch` is called as a plain function, since workerd rejects another `this`; a host's as a member. */
function toFetch(options: ProxyOptions): Fetch {
  if (options.fetch === undefined || options.fetch === globalThis.fetch) return (url, init) => fetch(url, init);
  return (url, init) => options.fetch?.(url, init) ?? fetch(url, init);
}
