import type { Call } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import type { StoredResponse } from '../stores/store.js';
import { type CacheEntry, createCacheEntry, totalLifetime } from './cache-entry.js';
import type { CachePolicyFor } from './cache-policy.js';
import type { Keys } from './keys.js';
import type { SafeStore } from './safe-store.js';
import type { CallUpstream } from './upstream.js';

export interface OriginFetcherOptions {
  readonly policyFor: CachePolicyFor;
  readonly callUpstream: CallUpstream;
  readonly keys: Keys;
  readonly store: SafeStore | undefined;
  /** Milliseconds after which another instance may fetch the same response. */
  readonly leaseTime: number;
  readonly now: () => number;
}

export interface OriginFetcher {
  /** A newer response than `old`: another instance's, or HasOffers'. @throws ProxyError */
  readonly fetch: (call: Call, old: CacheEntry | undefined) => Promise<CacheEntry>;
  /** What another instance has stored, of any age. */
  readonly load: (call: Call) => Promise<CacheEntry | undefined>;
}

/** Milliseconds between two looks into the store while another instance fetches the response. */
const pollInterval = 50;

const encoder = new TextEncoder();

/** Gets a response that this instance's memory cannot serve: from the shared store or from HasOffers. */
export function createOriginFetcher({
  policyFor,
  callUpstream,
  keys,
  store,
  leaseTime,
  now,
}: OriginFetcherOptions): OriginFetcher {
  async function fetchUpstream(call: Call, known: boolean): Promise<CacheEntry> {
    const { text, empty } = await callUpstream(call, known);
    const body = encoder.encode(text);
    const entry = createCacheEntry(
      call,
      { body, etag: await createEtag(body), storedAt: now(), empty },
      policyFor,
      keys,
    );
    if (entry === undefined) throw new ProxyError('RESPONSE_BLOCKED');
    return entry;
  }

  async function load(call: Call): Promise<CacheEntry | undefined> {
    const stored = await store?.read(call.key);
    if (stored === undefined) return undefined;
    // Another machine's clock may be ahead of ours.
    const dated: StoredResponse = { ...stored, storedAt: Math.min(stored.storedAt, now()) };
    return createCacheEntry(call, dated, policyFor, keys);
  }

  /** @returns `undefined` = this instance has the lease and has to fetch */
  async function waitForLease(
    call: Call,
    old: CacheEntry | undefined,
    shared: SafeStore,
  ): Promise<CacheEntry | undefined> {
    const end = Date.now() + leaseTime;
    for (;;) {
      const hasLease = await shared.acquireLease(call.key, leaseTime);
      const found = await load(call);
      const isNewer = found !== undefined && found.stored.storedAt > (old?.stored.storedAt ?? 0);
      if (isNewer && now() - found.stored.storedAt < found.cachePolicy.ttl * 1000) {
        if (hasLease) await shared.releaseLease(call.key);
        return found;
      }
      if (hasLease || Date.now() >= end) return undefined;
      await new Promise((resolve) => setTimeout(resolve, pollInterval));
    }
  }

  return {
    load,
    fetch: async (call, old) => {
      const known = old !== undefined;
      if (store === undefined) return fetchUpstream(call, known);
      const found = await waitForLease(call, old, store);
      if (found !== undefined) return found;
      try {
        const entry = await fetchUpstream(call, known);
        await store.write(call.key, entry.stored, totalLifetime(entry.cachePolicy));
        return entry;
      } finally {
        await store.releaseLease(call.key);
      }
    },
  };
}

async function createEtag(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 15);
  return `"${btoa(String.fromCharCode(...hash))}"`;
}
