/** Counts since the start, as `/health` reports them. */
export interface Counters {
  /** Calls made to HasOffers. */
  calls: number;
  /** Responses served from the cache while fresh. */
  hits: number;
  /** Responses that had to be fetched first. */
  misses: number;
  /** Responses served from the cache although no longer fresh. */
  staleAnswers: number;
  /** Requests refused by the policy, the origin rules or the client limit. */
  refusals: number;
  /** Calls to HasOffers without a usable response. */
  upstreamFailures: number;
  /** Requests answered with 5xx, because nothing usable was cached either. */
  errors: number;
}

export function createCounters(): Counters {
  return { calls: 0, hits: 0, misses: 0, staleAnswers: 0, refusals: 0, upstreamFailures: 0, errors: 0 };
}
