import { ProxyError } from '../policy/proxy-error.js';
import type { BudgetReply } from '../stores/store.js';

export interface Budget {
  /**
   * Takes one call out of the budget, or says how long to wait.
   *
   * @param known the cache has, or had, a response to this query. New queries may use only a part of the budget, so that
   *   a flood of invented ones cannot keep the known ones from being refreshed.
   * @returns 0 = go ahead; else milliseconds until a call may be free
   * @throws ProxyError COOLING_DOWN after HasOffers itself has said that its limit is reached
   */
  readonly take: (known: boolean) => number;
  /** Remembers the last reply of the budget that all instances share, for the time when it is unreachable. */
  readonly noteShared: (reply: BudgetReply) => void;
  /** The shared budget is unreachable: until it has been back for a whole window, only this instance's share is used. */
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
/** HasOffers counts a call when it arrives, and two calls may arrive closer together than they were sent. */
const slack = 500;
export const budgetWindow = upstreamWindow + slack;
const shareOfNew = 0.75;

/** How many calls of a budget may be for new queries. */
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
  /** The last reply of the shared budget; this instance alone before the first one. */
  let shared = { used: 0, instances: 1, at: Number.NEGATIVE_INFINITY };
  let sharedLostAt = 0;
  let shareEndsAt = Number.NEGATIVE_INFINITY;
  /** The limit in the first window after the loss, while the other instances' last calls still count. */
  let firstShare = limit;

  /**
   * Without the shared budget each instance has an equal share of the limit. In the first window that is not enough:
   * another instance may just have used more than its share, so each takes an equal part of what the last reply left.
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
      const max = currentLimit();
      const fresh = known ? [] : calls.filter((call) => !call.known);
      const wait = Math.max(untilFree(calls, max), untilFree(fresh, max === 0 ? 0 : limitOfNew(max)));
      if (wait === 0) calls.push({ at: now(), known });
      return wait;
    },
    noteShared: ({ used, instances }) => {
      // A Redis server that restarts empty does not know the other instances yet.
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
