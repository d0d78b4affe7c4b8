import { ProxyError } from '../policy/proxy-error.js';

export interface Budget {
  /**
   * Takes one call out of the budget, or says how long to wait.
   *
   * @param known the answer to this question was had before. New questions may use only a part, so that a flood of
   *   invented ones cannot keep the known ones from being refreshed.
   * @returns 0 = go ahead; else milliseconds until a call may be free
   * @throws ProxyError COOLING_DOWN after HasOffers itself has said that its limit is reached
   */
  readonly take: (known: boolean) => number;
  /** No call at all for ten seconds. */
  readonly pause: () => void;
  /** Calls that may be made at this moment. */
  readonly left: () => number;
}

export interface BudgetOptions {
  /** Calls in any 10 s. */
  readonly limit: number;
  readonly now: () => number;
}

/** HasOffers docs: 50 requests per 10 seconds. */
export const upstreamWindow = 10_000;
/** HasOffers counts when a call arrives, not when it leaves; two calls may come closer together than they went. */
const slack = 500;
export const budgetWindow = upstreamWindow + slack;
const shareOfNew = 0.75;

/** The most calls for new questions within a budget. */
export function limitOfNew(limit: number): number {
  return Math.max(1, Math.floor(limit * shareOfNew));
}

/**
 * A sliding log: the time of every call in the window. A token bucket of the same size lets nearly twice as many
 * through in some window (measured: 99 for 50), and so does a counter that starts anew every ten seconds.
 */
export function createBudget({ limit, now }: BudgetOptions): Budget {
  const maxNew = limitOfNew(limit);
  let calls: { readonly at: number; readonly known: boolean }[] = [];
  let pausedUntil = 0;

  function prune(): void {
    const start = now() - budgetWindow;
    const first = calls.findIndex((call) => call.at >= start);
    if (first !== 0) calls = first === -1 ? [] : calls.slice(first);
  }

  function untilFree(log: readonly { readonly at: number }[], max: number): number {
    const blocking = log[log.length - max];
    return blocking === undefined ? 0 : Math.max(1, blocking.at + budgetWindow + 1 - now());
  }

  return {
    take: (known) => {
      if (now() < pausedUntil) {
        throw new ProxyError('COOLING_DOWN', { retryAfter: Math.ceil((pausedUntil - now()) / 1000) });
      }
      prune();
      const fresh = known ? [] : calls.filter((call) => !call.known);
      const wait = Math.max(untilFree(calls, limit), untilFree(fresh, maxNew));
      if (wait === 0) calls.push({ at: now(), known });
      return wait;
    },
    pause: () => {
      pausedUntil = now() + upstreamWindow;
    },
    left: () => {
      prune();
      return now() < pausedUntil ? 0 : Math.max(0, limit - calls.length);
    },
  };
}
