import type { Call } from '../policy/policy.js';
import { createMemoryStore } from '../stores/memory.js';
import type { StoredResponse } from '../stores/store.js';
import { type CacheEntry, isClean, totalLifetime } from './cache-entry.js';
import type { CachePolicy } from './cache-policy.js';
import type { Counters } from './counters.js';
import { createInFlightRequests, type InFlightRequest } from './in-flight.js';
import type { Keys } from './keys.js';
import type { OriginFetcher } from './origin-fetcher.js';

export interface ServedResponse {
  readonly stored: StoredResponse;
  readonly from: 'HIT' | 'MISS' | 'STALE';
  readonly cachePolicy: CachePolicy;
  /** Milliseconds it stays fresh; 0 when it no longer is. */
  readonly freshFor: number;
  /** Only for visitors whom the host application let in. */
  readonly isPrivate: boolean;
}

export interface ResponseCache {
  /** At once where something is stored that may be served, else a promise that rejects with a ProxyError. */
  readonly find: (call: Call, waitUntil?: (work: Promise<unknown>) => void) => ServedResponse | Promise<ServedResponse>;
  readonly size: () => { readonly entries: number; readonly bytes: number };
}

export interface ResponseCacheOptions {
  readonly originFetcher: OriginFetcher;
  /** There is a common store to look into. */
  readonly isShared: boolean;
  readonly keys: Keys;
  readonly counters: Counters;
  readonly now: () => number;
}

const limits = { maxEntries: 5000, maxBytes: 64_000_000, bytesOf: ({ stored }: CacheEntry) => stored.body.byteLength };
/** How long somebody waits for a renewal when something is there to serve. */
const timeout = 300;

/**
 * The cache of responses: ttl, stale-while-revalidate, stale-if-error; requests coalesced; a pause after a failed renewal.
 *
 * Only answers that were understood are stored. A generic cache in this place stores HasOffers' errors, which come with
 * HTTP 200 and the key in their text (measured with nginx and Varnish).
 */
export function createResponseCache({
  originFetcher,
  isShared,
  keys,
  counters,
  now,
}: ResponseCacheOptions): ResponseCache {
  const cache = createMemoryStore<CacheEntry>(limits);
  const loads = new Map<string, Promise<void>>();
  const keep = (call: Call, entry: CacheEntry): void => cache.set(call.query, entry);
  const inFlight = createInFlightRequests({ originFetcher, keep, now });

  function lookUp(call: Call): CacheEntry | undefined {
    const entry = cache.get(call.query);
    if (entry === undefined || isClean(entry, keys)) return entry;
    cache.delete(call.query);
    return undefined;
  }

  /** Takes over what another instance has, once for all who ask at this moment. */
  function load(call: Call): Promise<void> {
    const underWay = loads.get(call.query);
    if (underWay !== undefined) return underWay;
    const work = originFetcher
      .load(call)
      .then((entry) => {
        if (entry !== undefined) keep(call, entry);
      })
      .finally(() => loads.delete(call.query));
    loads.set(call.query, work);
    return work;
  }

  function serve(entry: CacheEntry, from: ServedResponse['from']): ServedResponse {
    const { stored, cachePolicy, isPrivate } = entry;
    const freshFor = Math.max(0, cachePolicy.ttl * 1000 - (now() - stored.storedAt));
    return { stored, from, cachePolicy, freshFor, isPrivate };
  }

  function serveStale(entry: CacheEntry): ServedResponse {
    counters.staleAnswers += 1;
    return serve(entry, 'STALE');
  }

  async function serveRenewed(call: Call, old: CacheEntry | undefined): Promise<ServedResponse> {
    const entry = await inFlight.join(call, old).answer;
    counters.misses += 1;
    return serve(entry, 'MISS');
  }

  /** Whoever comes late to a call that hangs does not wait anew. */
  async function renewOrStale(inFlightRequest: InFlightRequest, entry: CacheEntry): Promise<ServedResponse> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<undefined>((resolve) => {
      const left = Math.max(0, inFlightRequest.startedAt + timeout - Date.now());
      timer = setTimeout(() => resolve(undefined), left);
    });
    const renewed = await Promise.race([inFlightRequest.answer.catch(() => undefined), enough]);
    clearTimeout(timer);
    if (renewed === undefined) return serveStale(entry);
    counters.misses += 1;
    return serve(renewed, 'MISS');
  }

  function decide(
    call: Call,
    entry: CacheEntry | undefined,
    waitUntil: ((work: Promise<unknown>) => void) | undefined,
  ): ServedResponse | Promise<ServedResponse> {
    if (entry === undefined) return serveRenewed(call, undefined);
    const { ttl, staleWhileRevalidate } = entry.cachePolicy;
    const age = (now() - entry.stored.storedAt) / 1000;
    if (age < ttl) {
      counters.hits += 1;
      return serve(entry, 'HIT');
    }
    if (age >= totalLifetime(entry.cachePolicy)) return serveRenewed(call, entry);
    if (now() < entry.retryAt) return serveStale(entry);
    const inFlightRequest = inFlight.join(call, entry);
    // Its failure is everybody's stale answer, and nobody's unhandled rejection.
    const settled = inFlightRequest.answer.catch(() => undefined);
    waitUntil?.(settled);
    return age < ttl + staleWhileRevalidate ? serveStale(entry) : renewOrStale(inFlightRequest, entry);
  }

  return {
    find: (call, waitUntil) => {
      const entry = lookUp(call);
      if (entry !== undefined || !isShared) return decide(call, entry, waitUntil);
      return load(call).then(() => decide(call, lookUp(call), waitUntil));
    },
    size: cache.size,
  };
}
