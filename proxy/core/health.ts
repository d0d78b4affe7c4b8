import type { Budget } from './budget.js';
import type { Counters } from './counters.js';
import type { Keys } from './keys.js';
import type { ResponseCache } from './response-cache.js';
import type { SafeStore } from './safe-store.js';

export interface HealthOptions {
  readonly responseCache: ResponseCache;
  readonly budget: Budget;
  readonly counters: Counters;
  readonly keys: Keys;
  readonly store: SafeStore | undefined;
  readonly limit: number;
}

/** The report for monitoring. Numbers and states only, so that it holds no secret. */
export function createHealth({ responseCache, budget, counters, keys, store, limit }: HealthOptions): () => string {
  return () => {
    const keyInUse = keys.position();
    const { entries, bytes } = responseCache.size();
    return JSON.stringify({
      // Degraded: HasOffers rejects every key, so only cached responses can be served.
      status: keyInUse === null ? 'degraded' : 'ok',
      ...counters,
      keyInUse,
      budgetLimit: limit,
      budgetLeft: budget.left(),
      store: store?.state() ?? 'none',
      cacheEntries: entries,
      cacheBytes: bytes,
    });
  };
}
