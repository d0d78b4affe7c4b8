import { LRUCache } from 'lru-cache';
import type { Call, Policy } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import type { Tokens } from '../tokens/tokens.js';
import type { CheckAuthorized } from './authorize.js';
import type { OriginCheck } from './cors.js';
import type { Counters } from './counters.js';
import type { Log } from './log.js';
import type { ProxyRequest, ProxyResponse } from './proxy-request.js';
import type { RateLimit } from './rate-limit.js';
import type { ResponseCache, ServedResponse } from './response-cache.js';
import { toCachedResponse, toErrorResponse, toJsonResponse, toPreflightResponse, varyByToken } from './responses.js';
import type { SecretScan } from './secret-scan.js';
import { parseForToken, readBearerToken } from './signed-in.js';

export interface RouterOptions {
  readonly path: string;
  readonly checkOrigin: OriginCheck;
  readonly limitRate: RateLimit;
  readonly policy: Policy;
  readonly responseCache: ResponseCache;
  /** Text of the health report. */
  readonly readHealth: () => string;
  readonly authorize: CheckAuthorized;
  /** `undefined` = tokens are not accepted, and the header `Authorization` is not read. */
  readonly tokens: Tokens | undefined;
  /** Completes calls about the user of the API key. */
  readonly addUserId: (call: Call) => Promise<Call>;
  readonly holdsSecret: SecretScan;
  readonly counters: Counters;
  readonly log: Log;
}

export type Router = (request: ProxyRequest) => ProxyResponse | Promise<ProxyResponse>;

const maxParsed = 1000;

/** Routes a request through every check, the cheap ones first. Never throws. */
export function createRouter(options: RouterOptions): Router {
  const {
    path,
    checkOrigin,
    limitRate,
    policy,
    responseCache,
    readHealth,
    authorize,
    tokens,
    addUserId,
    holdsSecret,
    counters,
    log,
  } = options;
  const base = path === '/' ? '' : path;
  const isEndpoint = (requestedPath: string): boolean => requestedPath === path || requestedPath === `${base}/`;
  const isHealth = (requestedPath: string): boolean => requestedPath === `${base}/health`;
  const parsed = new LRUCache<string, Call>({ max: maxParsed });

  /** Visitors of one page send the same query, so parsed queries are remembered. */
  function parse(query: string): Call {
    const known = parsed.get(query);
    if (known !== undefined) return known;
    const call = policy.parse(query);
    // A report without dates is about other days tomorrow.
    if (!call.method.isPrivate) parsed.set(query, call);
    return call;
  }

  function refuse(error: unknown, allowOrigin: string | undefined): ProxyResponse {
    let proxyError = error instanceof ProxyError ? error : new ProxyError('INTERNAL_ERROR');
    // A client may send a key as a parameter's name: neither the response nor the log repeats it.
    if (proxyError.parameter !== undefined && holdsSecret(proxyError.message))
      proxyError = new ProxyError(proxyError.code);
    if (proxyError.status < 500) {
      counters.refusals += 1;
      log({ level: 'info', event: 'refused', code: proxyError.code, parameter: proxyError.parameter });
    } else counters.errors += 1;
    if (!(error instanceof ProxyError)) {
      // The stack frame names our own code; the message may hold anything and is left out.
      const where = error instanceof Error ? error.stack?.split('\n').find((line) => /^\s+at /.test(line)) : undefined;
      log({ level: 'error', event: 'internal-error', code: 'INTERNAL_ERROR', where: where?.trim() });
    }
    return toErrorResponse(proxyError, allowOrigin);
  }

  function find(request: ProxyRequest): ServedResponse | Promise<ServedResponse> {
    const { query, waitUntil } = request;
    const token = tokens && readBearerToken(request);
    if (tokens !== undefined && token !== undefined) {
      return parseForToken(tokens, policy, token, query).then((call) => findSignedIn(request, call));
    }
    const call = parse(query);
    if (!call.method.isPrivate) return responseCache.find(call, waitUntil);
    return authorize(request, call.method.methodId).then(() => findSignedIn(request, call));
  }

  async function findSignedIn(request: ProxyRequest, call: Call): Promise<ServedResponse> {
    return responseCache.find(await addUserId(call), request.waitUntil);
  }

  function route(request: ProxyRequest, allowOrigin: string | undefined): ProxyResponse | Promise<ProxyResponse> {
    const { method } = request;
    if (method === 'OPTIONS') return toPreflightResponse(allowOrigin);
    if (method !== 'GET' && method !== 'HEAD') throw new ProxyError('HTTP_METHOD_NOT_ALLOWED');
    if (isHealth(request.path)) return toJsonResponse(200, readHealth(), allowOrigin, { 'cache-control': 'no-store' });
    const retryAfter = limitRate(request);
    if (retryAfter > 0) throw new ProxyError('CLIENT_LIMIT', { retryAfter });
    const served = find(request);
    if (!(served instanceof Promise)) return toCachedResponse(request, served, allowOrigin);
    return served
      .then((settled) => toCachedResponse(request, settled, allowOrigin))
      .catch((error: unknown) => refuse(error, allowOrigin));
  }

  function respond(request: ProxyRequest): ProxyResponse | Promise<ProxyResponse> {
    let allowOrigin: string | undefined;
    try {
      if (!isEndpoint(request.path) && !isHealth(request.path)) throw new ProxyError('NOT_FOUND');
      allowOrigin = checkOrigin(request);
      return route(request, allowOrigin);
    } catch (error) {
      return refuse(error, allowOrigin);
    }
  }

  return (request) => {
    const response = respond(request);
    if (tokens === undefined) return response;
    const hasToken = readBearerToken(request) !== undefined;
    if (response instanceof Promise) return response.then((settled) => varyByToken(settled, hasToken));
    return varyByToken(response, hasToken);
  };
}
