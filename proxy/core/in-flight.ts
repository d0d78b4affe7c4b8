import type { Call } from '../policy/policy.js';
import { Refusal } from '../policy/proxy-error.js';
import { createCache } from '../stores/memory.js';
import type { Entry } from './cache-entry.js';
import type { Fetching } from './origin-fetcher.js';

/** A call under way. */
export interface Flight {
  readonly answer: Promise<Entry>;
  /** By the real clock, whatever the proxy's own says. */
  readonly startedAt: number;
}

export interface Flights {
  /** Joins the call under way for the same question, or makes one. `old` is what it is to replace. */
  readonly join: (call: Call, old: Entry | undefined) => Flight;
}

export interface FlightsOptions {
  readonly fetching: Fetching;
  readonly keep: (call: Call, entry: Entry) => void;
  readonly now: () => number;
}

const firstCoolDown = 5000;
const longestCoolDown = 60_000;
/** HasOffers will say the same again, for a while. */
const lastingRefusals = new Set(['UPSTREAM_VALIDATION', 'UPSTREAM_PERMISSION', 'UPSTREAM_NETWORK_ID']);
const refusalLasts = 5000;

/** Calls under way, one for each question, and what is remembered of those that failed. */
export function createFlights({ fetching, keep, now }: FlightsOptions): Flights {
  const flights = new Map<string, Flight>();
  const refused = createCache<{ readonly refusal: Refusal; readonly until: number }>({
    entries: 1000,
    bytes: 5_000_000,
    bytesOf: () => 0,
  });

  /** The pause grows while upstream fails; for want of a free call it ends when one may be free. */
  function coolDown(entry: Entry, error: unknown): void {
    if (error instanceof Refusal && error.code === 'BUDGET_EXHAUSTED') {
      entry.retryAt = now() + Math.min((error.retryAfter ?? 1) * 1000, firstCoolDown);
      return;
    }
    entry.retryAt = now() + Math.min(firstCoolDown * 2 ** entry.failures, longestCoolDown);
    entry.failures += 1;
  }

  async function fly(call: Call, old: Entry | undefined): Promise<Entry> {
    const recent = refused.get(call.query);
    if (recent !== undefined && now() < recent.until) throw recent.refusal;
    try {
      const entry = await fetching.fetch(call, old);
      keep(call, entry);
      return entry;
    } catch (error) {
      if (old !== undefined) coolDown(old, error);
      if (error instanceof Refusal && lastingRefusals.has(error.code)) {
        refused.set(call.query, { refusal: error, until: now() + refusalLasts });
      }
      throw error;
    }
  }

  return {
    join: (call, old) => {
      const underWay = flights.get(call.query);
      if (underWay !== undefined) return underWay;
      const answer = fly(call, old).finally(() => flights.delete(call.query));
      const flight = { answer, startedAt: Date.now() };
      flights.set(call.query, flight);
      return flight;
    },
  };
}
