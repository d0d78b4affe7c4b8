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
  /** Milliseconds for which it is still fresh; 0 when it is stale. */
  readonly freshFor: number;
  /** Only for visitors whom the host application has authorized. */
  readonly isPrivate: boolean;
  /** See {@link CacheEntry}. */
  readonly rowCount: string | undefined;
}

export interface ResponseCache {
  /** Synchronous when a cached response may be served, else a promise that may reject with a ProxyError. */
  readonly find: (call: Call, waitUntil?: (work: Promise<unknown>) => void) => ServedResponse | Promise<ServedResponse>;
  readonly size: () => { readonly entries: number; readonly bytes: number };
}

export interface ResponseCacheOptions {
  readonly originFetcher: OriginFetcher;
  /** There is a store that several instances share. */
  readonly isShared: boolean;
  readonly keys: Keys;
  readonly counters: Counters;
  readonly now: () => number;
}

const limits = { maxEntries: 5000, maxBytes: 64_000_000, bytesOf: ({ stored }: CacheEntry) => stored.body.byteLength };
/** Milliseconds to wait for a revalidation when a stale response could be served instead. */
const timeout = 300;

/**
 * The cache of responses: ttl, stale-while-revalidate, stale-if-error. Requests are coalesced, and after a failed
 * revalidation there is a pause.
 *
 * Only responses that match their schema are stored. A generic cache in this place stores HasOffers' errors, which come
 * with HTTP 200 and the key in their text (measured with nginx and Varnish).
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
  const store = (call: Call, entry: CacheEntry): void => cache.set(call.key, entry);
  const inFlight = createInFlightRequests({ originFetcher, store, now });

  function lookUp(call: Call): CacheEntry | undefined {
    const entry = cache.get(call.key);
    if (entry === undefined || isClean(entry, keys)) return entry;
    cache.delete(call.key);
    return undefined;
  }

  /** Copies another instance's response into memory; concurrent requests share one look into the store. */
  function load(call: Call): Promise<void> {
    const pending = loads.get(call.key);
    if (pending !== undefined) return pending;
    const work = originFetcher
      .load(call)
      .then((entry) => {
        if (entry !== undefined) store(call, entry);
      })
      .finally(() => loads.delete(call.key));
    loads.set(call.key, work);
    return work;
  }

  function serve(entry: CacheEntry, from: ServedResponse['from']): ServedResponse {
    const { stored, cachePolicy, isPrivate, rowCount } = entry;
    const freshFor = Math.max(0, cachePolicy.ttl * 1000 - (now() - stored.storedAt));
    return { stored, from, cachePolicy, freshFor, isPrivate, rowCount };
  }

  function serveStale(entry: CacheEntry): ServedResponse {
    counters.staleAnswers += 1;
    return serve(entry, 'STALE');
  }

  async function serveFetched(call: Call, old: CacheEntry | undefined): Promise<ServedResponse> {
    const entry = await inFlight.join(call, old).response;
    counters.misses += 1;
    return serve(entry, 'MISS');
  }

  /** The wait counts from the start of the call, so that a request that joins a hanging call late waits for less. */
  async function revalidateOrServeStale(inFlightRequest: InFlightRequest, entry: CacheEntry): Promise<ServedResponse> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timedOut = new Promise<undefined>((resolve) => {
      const left = Math.max(0, inFlightRequest.startedAt + timeout - Date.now());
      timer = setTimeout(() => resolve(undefined), left);
    });
    const fetched = await Promise.race([inFlightRequest.response.catch(() => undefined), timedOut]);
    clearTimeout(timer);
    if (fetched === undefined) return serveStale(entry);
    counters.misses += 1;
    return serve(fetched, 'MISS');
  }

  function decide(
    call: Call,
    entry: CacheEntry | undefined,
    waitUntil: ((work: Promise<unknown>) => void) | undefined,
  ): ServedResponse | Promise<ServedResponse> {
    if (entry === undefined) return serveFetched(call, undefined);
    const { ttl, staleWhileRevalidate } = entry.cachePolicy;
    const age = (now() - entry.stored.storedAt) / 1000;
    if (age < ttl) {
      counters.hits += 1;
      return serve(entry, 'HIT');
    }
    if (age >= totalLifetime(entry.cachePolicy)) return serveFetched(call, entry);
    if (now() < entry.retryAt) return serveStale(entry);
    const inFlightRequest = inFlight.join(call, entry);
    // When the call fails, the stale response is served; the failure must not be an unhandled rejection.
    const settled = inFlightRequest.response.catch(() => undefined);
    waitUntil?.(settled);
    return age < ttl + staleWhileRevalidate ? serveStale(entry) : revalidateOrServeStale(inFlightRequest, entry);
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
