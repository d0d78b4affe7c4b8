import { ProxyError } from '../policy/proxy-error.js';
import { type CallLog, createCallLog } from './call-log.js';
import type { SafeStore } from './safe-store.js';

/** How many calls to HasOffers may be made, by this instance or, with a store that counts calls, by all together. */
export interface Budget {
  /**
   * Takes one call out of the budget, or says how long to wait.
   *
   * @param known the cache has, or had, a response to this query. New queries may use only a part of the budget, so that
   *   a flood of invented ones cannot keep the known ones from being refreshed.
   * @returns 0 = go ahead; else milliseconds until a call may be free
   * @throws ProxyError COOLING_DOWN after HasOffers itself has said that its limit is reached
   */
  readonly take: (known: boolean) => Promise<number>;
  /** No call at all for ten seconds. */
  readonly pause: () => Promise<void>;
  /** Calls that this instance may make at this moment, as far as it knows. */
  readonly left: () => number;
}

export interface BudgetOptions {
  /** Calls in any 10 s, of all instances together. */
  readonly limit: number;
  readonly store: Pick<SafeStore, 'takeCall' | 'pauseCalls'> | undefined;
  readonly now: () => number;
}

/** HasOffers docs: 50 requests per 10 seconds. */
const upstreamWindow = 10_000;
/** HasOffers counts a call when it arrives, and two calls may arrive closer together than they were sent. */
const slack = 500;
const budgetWindow = upstreamWindow + slack;
const partForNew = 0.75;
const sharedPart = 0.75;

/** How many calls of a budget may be for new queries. */
function limitOfNew(limit: number): number {
  return limit === 0 ? 0 : Math.max(1, Math.floor(limit * partForNew));
}

/**
 * Calls that the store grants and calls that instances make without it come out of two parts which add up to the limit.
 * So the limit holds whichever instance loses the store, and when, and nothing has to be added up afterwards.
 */
export function createBudget({ limit, store, now }: BudgetOptions): Budget {
  const granted = createCallLog(budgetWindow, now);
  const reserve = createCallLog(budgetWindow, now);
  /** What the store grants. The rest is the reserve, for the time when it cannot be asked. */
  const sharedLimit = Math.ceil(limit * sharedPart);
  const shared = { limit: sharedLimit, limitOfNew: limitOfNew(sharedLimit), window: budgetWindow };
  /** As of the last contact with the store. */
  let instances = 1;
  let source: 'memory' | 'store' | 'reserve' = 'memory';
  let pausedUntil = 0;

  const reserveLimit = (): number => Math.floor((limit - sharedLimit) / instances);
  const takeFrom = (log: CallLog, max: number, known: boolean): number =>
    log.take({ isNew: !known, max, maxNew: limitOfNew(max) });

  return {
    take: async (known) => {
      const reply = await store?.takeCall({ known, ...shared });
      const pauseLeft = pausedUntil - now();
      if (pauseLeft > 0) throw new ProxyError('COOLING_DOWN', { retryAfter: Math.ceil(pauseLeft / 1000) });
      if (reply === undefined) return takeFrom(granted, limit, known);
      if (reply === 'lost' || reply.isIncomplete) {
        source = 'reserve';
        // A store that has lost its records does not know the other instances yet.
        if (reply !== 'lost') instances = Math.max(instances, reply.instances);
        return takeFrom(reserve, reserveLimit(), known);
      }
      source = 'store';
      instances = reply.instances;
      if (reply.wait < 0) throw new ProxyError('COOLING_DOWN', { retryAfter: Math.ceil(-reply.wait / 1000) });
      return reply.wait > 0 ? reply.wait : takeFrom(granted, sharedLimit, known);
    },
    pause: async () => {
      pausedUntil = now() + upstreamWindow;
      await store?.pauseCalls(upstreamWindow);
    },
    left: () => {
      if (now() < pausedUntil) return 0;
      if (source === 'reserve') return reserve.left(reserveLimit());
      return granted.left(source === 'store' ? sharedLimit : limit);
    },
  };
}
