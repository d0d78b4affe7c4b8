import type { Log } from '../core/log.js';
import type { StoredResponse } from './memory.js';

/**
 * What several instances of the proxy share. Every member may reject or hang: the proxy then goes on with its own
 * memory alone, and says so in the log.
 */
export interface Store {
  readonly read: (key: string) => Promise<StoredResponse | undefined>;
  /** Kept for that many seconds; the ages are in the answer's own time stamp. */
  readonly write: (key: string, answer: StoredResponse, seconds: number) => Promise<void>;
  /** The right to fetch an answer, for that many milliseconds. `false` = another instance is at it. */
  readonly acquireLease?: (key: string, milliseconds: number) => Promise<boolean>;
  readonly releaseLease?: (key: string) => Promise<void>;
  /** One upstream call out of the common budget: see `Budget.take`. @throws ProxyError COOLING_DOWN */
  readonly takeCall?: (known: boolean) => Promise<number>;
  /** No call by any instance for ten seconds. */
  readonly pauseCalls?: () => Promise<void>;
}

/** A store whose failures are somebody else's worry: every call ends soon, and without an error of the store's. */
export interface SafeStore {
  readonly read: (key: string) => Promise<StoredResponse | undefined>;
  readonly write: (key: string, answer: StoredResponse, seconds: number) => Promise<void>;
  /** `true` also where there is nothing to claim. */
  readonly acquireLease: (key: string, milliseconds: number) => Promise<boolean>;
  readonly releaseLease: (key: string) => Promise<void>;
  /** 0 also where there is no common budget. @throws ProxyError COOLING_DOWN */
  readonly takeCall: (known: boolean) => Promise<number>;
  readonly pauseCalls: () => Promise<void>;
  /** For the health report. */
  readonly state: () => 'ok' | 'unreachable';
}

export interface SafeStoreOptions {
  readonly now: () => number;
  readonly log: Log;
  /** Errors that are answers and pass; the others are the store's own failures. */
  readonly isAnswer: (error: unknown) => boolean;
}

/** A store that needs longer than this costs more than it saves. */
const timeout = 250;
/** After a failure the store is left alone for a while, so that one that hangs delays one visitor and not all. */
const pauseAfterFailure = 5000;

export function createSafeStore(store: Store, { now, log, isAnswer }: SafeStoreOptions): SafeStore {
  let leftAloneUntil = 0;
  let reachable = true;

  function report(isReachable: boolean): void {
    if (isReachable === reachable) return;
    reachable = isReachable;
    if (isReachable) log({ level: 'info', event: 'store-reachable', message: 'The shared store is back.' });
    else log({ level: 'error', event: 'store-unreachable', message: unreachable });
  }

  async function attempt<Value>(work: (() => Promise<Value>) | undefined, otherwise: Value): Promise<Value> {
    if (work === undefined || now() < leftAloneUntil) return otherwise;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), timeout);
    });
    try {
      const value = await Promise.race([work(), late]);
      report(true);
      return value;
    } catch (error) {
      if (isAnswer(error)) throw error;
      leftAloneUntil = now() + pauseAfterFailure;
      report(false);
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  const { acquireLease, releaseLease, takeCall, pauseCalls } = store;
  return {
    read: (key) => attempt(() => store.read(key), undefined),
    write: (key, answer, seconds) => attempt(() => store.write(key, answer, seconds), undefined),
    acquireLease: (key, milliseconds) => attempt(acquireLease && (() => acquireLease(key, milliseconds)), true),
    releaseLease: (key) => attempt(releaseLease && (() => releaseLease(key)), undefined),
    takeCall: (known) => attempt(takeCall && (() => takeCall(known)), 0),
    pauseCalls: () => attempt(pauseCalls && (() => pauseCalls()), undefined),
    state: () => (reachable ? 'ok' : 'unreachable'),
  };
}

const unreachable =
  'The shared store (HASOFFERS_REDIS_URL on Node, the Cache API on a worker) does not answer. Each instance now uses its own cache and its own whole ' +
  'upstream budget: with several instances the network may be called too often. Nothing is lost; it is tried again.';
