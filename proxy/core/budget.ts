import { ProxyError } from '../policy/proxy-error.js';
import type { BudgetReply } from '../stores/store.js';

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
  /** What the common budget of all instances has said: kept for the time when it is gone. */
  readonly noteShared: (reply: BudgetReply) => void;
  /** The common budget does not answer: until it has been back for a whole window only this instance's share is used. */
  readonly loseShared: () => void;
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
  let calls: { readonly at: number; readonly known: boolean }[] = [];
  let pausedUntil = 0;
  /** As of the last word of the common budget; alone, as long as there was none. */
  let shared = { used: 0, instances: 1, at: Number.NEGATIVE_INFINITY };
  let sharedLostAt = 0;
  let shareEndsAt = Number.NEGATIVE_INFINITY;
  /** What may be in the window while the others' last calls are still in it. */
  let firstShare = limit;

  /**
   * With the common budget gone each instance has an equal share. In the first window that is not enough: another may
   * just have used more than its own, so nobody takes more than an equal part of what was left at the last word.
   */
  function currentLimit(): number {
    if (now() >= shareEndsAt) return limit;
    const share = Math.max(1, Math.floor(limit / shared.instances));
    return now() < sharedLostAt + budgetWindow ? Math.min(share, firstShare) : share;
  }

  function prune(): void {
    const start = now() - budgetWindow;
    const first = calls.findIndex((call) => call.at >= start);
    if (first !== 0) calls = first === -1 ? [] : calls.slice(first);
  }

  function untilFree(log: readonly { readonly at: number }[], max: number): number {
    if (max <= 0) return log.length === 0 ? 1000 : budgetWindow;
    const blocking = log[log.length - max];
    return blocking === undefined ? 0 : Math.max(1, blocking.at + budgetWindow + 1 - now());
  }

  return {
    take: (known) => {
      if (now() < pausedUntil) {
        throw new ProxyError('COOLING_DOWN', { retryAfter: Math.ceil((pausedUntil - now()) / 1000) });
      }
      prune();
      const most = currentLimit();
      const fresh = known ? [] : calls.filter((call) => !call.known);
      const wait = Math.max(untilFree(calls, most), untilFree(fresh, most === 0 ? 0 : limitOfNew(most)));
      if (wait === 0) calls.push({ at: now(), known });
      return wait;
    },
    noteShared: ({ used, instances }) => {
      // A server that comes back empty has not met the others yet.
      const known = now() < shareEndsAt ? shared.instances : 1;
      shared = { used, instances: Math.max(instances, known), at: now() };
    },
    loseShared: () => {
      prune();
      if (now() >= shareEndsAt) {
        sharedLostAt = now();
        const isRecent = now() - shared.at < budgetWindow;
        const left = isRecent ? Math.max(0, limit - shared.used) : limit;
        firstShare = calls.length + Math.floor(left / shared.instances);
      }
      shareEndsAt = now() + budgetWindow;
    },
    pause: () => {
      pausedUntil = now() + upstreamWindow;
    },
    left: () => {
      prune();
      return now() < pausedUntil ? 0 : Math.max(0, currentLimit() - calls.length);
    },
  };
}
