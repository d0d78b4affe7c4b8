export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/** "Configured: 50/10s window". */
export const documentedRateLimit: RateLimit = { calls: 50, windowMs: 10_000 };

/**
 * Counts calls per key.
 *
 * Invention: the window slides, is counted per key, and refused calls do not fill it. None of the three is known.
 */
export class RateWindow {
  readonly #accepted = new Map<string, number[]>();
  readonly #limit: RateLimit;
  readonly #now: () => number;

  constructor(limit: RateLimit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** True when the call is within the limit. Only known keys come here, so the map stays small. */
  accept(key: string): boolean {
    const now = this.#now();
    const recent = (this.#accepted.get(key) ?? []).filter((at) => now - at < this.#limit.windowMs);
    this.#accepted.set(key, recent);
    if (recent.length >= this.#limit.calls) return false;
    recent.push(now);
    return true;
  }

  clear(): void {
    this.#accepted.clear();
  }

  /** The recorded wording, double blanks included; its redacted prefix is assumed to be the network id. */
  message(networkId: string): string {
    const { calls, windowMs } = this.#limit;
    return (
      `${networkId}.  API usage exceeded rate limit.  Configured: ${calls}/${windowMs / 1000}s window; ` +
      `Your usage: ${calls + 1}.  See https://help.tune.com/hasoffers/rate-limit-error/ for guidance.`
    );
  }
}
