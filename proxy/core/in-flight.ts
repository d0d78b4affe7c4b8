import { LRUCache } from 'lru-cache';
import type { Call } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import type { CacheEntry } from './cache-entry.js';
import type { OriginFetcher } from './origin-fetcher.js';

/** A call to HasOffers that is in flight. */
export interface InFlightRequest {
  readonly response: Promise<CacheEntry>;
  /** By the real clock, whatever the proxy's own says. */
  readonly startedAt: number;
}

export interface InFlightRequests {
  /** Joins the call in flight for the same query, or starts one. `old` is the entry that it replaces. */
  readonly join: (call: Call, old: CacheEntry | undefined) => InFlightRequest;
}

export interface InFlightOptions {
  readonly originFetcher: OriginFetcher;
  readonly store: (call: Call, entry: CacheEntry) => void;
  readonly now: () => number;
}

const minCoolDown = 5000;
const maxCoolDown = 60_000;
/** Errors that the next call would meet again, for a while. */
const persistentErrors = new Set(['UPSTREAM_VALIDATION', 'UPSTREAM_PERMISSION', 'UPSTREAM_NETWORK_ID']);
const persistentErrorTime = 5000;

/** Coalesces requests: one call in flight for each query. Remembers failed calls for a short time. */
export function createInFlightRequests({ originFetcher, store, now }: InFlightOptions): InFlightRequests {
  const inFlight = new Map<string, InFlightRequest>();
  const recentErrors = new LRUCache<string, { readonly error: ProxyError; readonly until: number }>({ max: 1000 });

  /** The pause grows while upstream fails; when the budget is used up, it ends when a call may be free. */
  function coolDown(entry: CacheEntry, error: unknown): void {
    if (error instanceof ProxyError && error.code === 'BUDGET_EXHAUSTED') {
      entry.retryAt = now() + Math.min((error.retryAfter ?? 1) * 1000, minCoolDown);
      return;
    }
    entry.retryAt = now() + Math.min(minCoolDown * 2 ** entry.failures, maxCoolDown);
    entry.failures += 1;
  }

  async function run(call: Call, old: CacheEntry | undefined): Promise<CacheEntry> {
    const recent = recentErrors.get(call.key);
    if (recent !== undefined && now() < recent.until) throw recent.error;
    try {
      const entry = await originFetcher.fetch(call, old);
      store(call, entry);
      return entry;
    } catch (error) {
      if (old !== undefined) coolDown(old, error);
      if (error instanceof ProxyError && persistentErrors.has(error.code)) {
        recentErrors.set(call.key, { error, until: now() + persistentErrorTime });
      }
      throw error;
    }
  }

  return {
    join: (call, old) => {
      const pending = inFlight.get(call.key);
      if (pending !== undefined) return pending;
      const response = run(call, old).finally(() => inFlight.delete(call.key));
      const inFlightRequest = { response, startedAt: Date.now() };
      inFlight.set(call.key, inFlightRequest);
      return inFlightRequest;
    },
  };
}
