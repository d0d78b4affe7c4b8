import type { DataKind } from '../policy/method.js';

/** How long a response is served, in seconds; each span begins where the one before it ends. */
export interface CachePolicy {
  /** Fresh: served without a call to HasOffers. */
  readonly ttl: number;
  /** Stale: served at once and revalidated in the background. */
  readonly staleWhileRevalidate: number;
  /** Stale: revalidated first, and served when that fails or takes long. */
  readonly staleIfError: number;
  /** The longest `max-age` that a browser is given. */
  readonly browserTtl: number;
}

export type CachePolicyOverrides = { readonly [Kind in DataKind | 'empty']?: Partial<CachePolicy> };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A catalogue changes by the hour and a list of countries hardly ever; a wrong payout on a page costs more than a call. */
export const defaults: Readonly<Record<DataKind | 'empty', CachePolicy>> = {
  manager: { ttl: hour, staleWhileRevalidate: day, staleIfError: 7 * day, browserTtl: 5 * minute },
  offers: { ttl: 10 * minute, staleWhileRevalidate: 30 * minute, staleIfError: day, browserTtl: minute },
  links: { ttl: hour, staleWhileRevalidate: 6 * hour, staleIfError: 7 * day, browserTtl: 5 * minute },
  static: { ttl: day, staleWhileRevalidate: 7 * day, staleIfError: 30 * day, browserTtl: hour },
  private: { ttl: 5 * minute, staleWhileRevalidate: 5 * minute, staleIfError: hour, browserTtl: 0 },
  // Requesting a balance makes HasOffers compute it anew from all invoices.
  balance: { ttl: 15 * minute, staleWhileRevalidate: 15 * minute, staleIfError: hour, browserTtl: 0 },
  // An empty result of any kind: soon it may have rows.
  empty: { ttl: minute, staleWhileRevalidate: minute, staleIfError: day, browserTtl: 30 },
};

export type CachePolicyFor = (kind: DataKind, empty: boolean) => CachePolicy;

export function createCachePolicy(overrides: CachePolicyOverrides = {}): CachePolicyFor {
  const kinds = Object.keys(defaults) as (DataKind | 'empty')[];
  const policies = new Map(kinds.map((kind) => [kind, { ...defaults[kind], ...overrides[kind] }]));
  return (kind, empty) =>
    policies.get(empty && kind !== 'private' && kind !== 'balance' ? 'empty' : kind) ?? defaults[kind];
}
