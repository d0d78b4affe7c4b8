/** What has happened since the start. */
export interface Counters {
  /** Calls made to HasOffers. */
  calls: number;
  /** Answers served from the cache while fresh. */
  hits: number;
  /** Answers that had to be fetched first. */
  misses: number;
  /** Answers served from the cache although no longer fresh. */
  staleAnswers: number;
  /** Requests refused by the policy, the origin rules or the client limit. */
  refusals: number;
  /** Calls to HasOffers that gave nothing usable. */
  upstreamFailures: number;
  /** Requests answered with 5xx, because nothing usable was stored either. */
  errors: number;
}

export function createCounters(): Counters {
  return { calls: 0, hits: 0, misses: 0, staleAnswers: 0, refusals: 0, upstreamFailures: 0, errors: 0 };
}
