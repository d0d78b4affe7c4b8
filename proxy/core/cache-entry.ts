import type { Call } from '../policy/policy.js';
import type { StoredResponse } from '../stores/store.js';
import type { CachePolicy, CachePolicyFor } from './cache-policy.js';
import type { Keys } from './keys.js';
import { readRowCount } from './row-count.js';
import type { SecretScan } from './secret-scan.js';

/** A cached response and what this instance knows about it. */
export interface CacheEntry {
  readonly stored: StoredResponse;
  readonly cachePolicy: CachePolicy;
  readonly isPrivate: boolean;
  /** For private responses that hold fewer rows than HasOffers counted, as `100/180`. */
  readonly rowCount: string | undefined;
  /** The scan that found no secret in the response; replaced when the keys change. */
  scan: SecretScan;
  failures: number;
  /** Before this time nobody tries to renew it. */
  retryAt: number;
}

const decoder = new TextDecoder();

/** @returns `undefined` when the response holds a key that is in use now; the response may be older than that key */
export function createCacheEntry(
  call: Call,
  stored: StoredResponse,
  policyFor: CachePolicyFor,
  keys: Keys,
): CacheEntry | undefined {
  const { kind, isPrivate } = call.method;
  const scan = keys.scan();
  const text = decoder.decode(stored.body);
  if (scan(text)) return undefined;
  return {
    stored,
    cachePolicy: policyFor(kind, stored.empty),
    isPrivate,
    rowCount: isPrivate ? readRowCount(text) : undefined,
    scan,
    failures: 0,
    retryAt: 0,
  };
}

/** Scans the response again when the keys have changed since the last scan. */
export function isClean(entry: CacheEntry, keys: Keys): boolean {
  const scan = keys.scan();
  if (entry.scan === scan) return true;
  if (scan(decoder.decode(entry.stored.body))) return false;
  entry.scan = scan;
  return true;
}

/** Seconds after which a response is never served, not even when upstream fails. */
export function totalLifetime({ ttl, staleWhileRevalidate, staleIfError }: CachePolicy): number {
  return ttl + staleWhileRevalidate + staleIfError;
}
