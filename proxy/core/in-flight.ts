import { LRUCache } from 'lru-cache';
import type { Call } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import type { CacheEntry } from './cache-entry.js';
import type { OriginFetcher } from './origin-fetcher.js';

/** A call under way. */
export interface InFlightRequest {
  readonly answer: Promise<CacheEntry>;
  /** By the real clock, whatever the proxy's own says. */
  readonly startedAt: number;
}

export interface InFlightRequests {
  /** Joins the call under way for the same question, or makes one. `old` is what it is to replace. */
  readonly join: (call: Call, old: CacheEntry | undefined) => InFlightRequest;
}

export interface InFlightOptions {
  readonly originFetcher: OriginFetcher;
  readonly keep: (call: Call, entry: CacheEntry) => void;
  readonly now: () => number;
}

const minCoolDown = 5000;
const maxCoolDown = 60_000;
/** HasOffers will say the same again, for a while. */
const persistentErrors = new Set(['UPSTREAM_VALIDATION', 'UPSTREAM_PERMISSION', 'UPSTREAM_NETWORK_ID']);
const persistentErrorTime = 5000;

/** Calls under way, one for each question, and what is remembered of those that failed. */
export function createInFlightRequests({ originFetcher, keep, now }: InFlightOptions): InFlightRequests {
  const inFlight = new Map<string, InFlightRequest>();
  const refused = new LRUCache<string, { readonly refusal: ProxyError; readonly until: number }>({ max: 1000 });

  /** The pause grows while upstream fails; for want of a free call it ends when one may be free. */
  function coolDown(entry: CacheEntry, error: unknown): void {
    if (error instanceof ProxyError && error.code === 'BUDGET_EXHAUSTED') {
      entry.retryAt = now() + Math.min((error.retryAfter ?? 1) * 1000, minCoolDown);
      return;
    }
    entry.retryAt = now() + Math.min(minCoolDown * 2 ** entry.failures, maxCoolDown);
    entry.failures += 1;
  }

  async function run(call: Call, old: CacheEntry | undefined): Promise<CacheEntry> {
    const recent = refused.get(call.query);
    if (recent !== undefined && now() < recent.until) throw recent.refusal;
    try {
      const entry = await originFetcher.fetch(call, old);
      keep(call, entry);
      return entry;
    } catch (error) {
      if (old !== undefined) coolDown(old, error);
      if (error instanceof ProxyError && persistentErrors.has(error.code)) {
        refused.set(call.query, { refusal: error, until: now() + persistentErrorTime });
      }
      throw error;
    }
  }

  return {
    join: (call, old) => {
      const underWay = inFlight.get(call.query);
      if (underWay !== undefined) return underWay;
      const answer = run(call, old).finally(() => inFlight.delete(call.query));
      const inFlightRequest = { answer, startedAt: Date.now() };
      inFlight.set(call.query, inFlightRequest);
      return inFlightRequest;
    },
  };
}
