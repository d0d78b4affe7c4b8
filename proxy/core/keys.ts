import { ProxyError } from '../policy/proxy-error.js';
import type { Log } from './log.js';
import { createSecretScan, type SecretScan } from './secret-scan.js';

export interface Keys {
  /** The key for the next call. @throws ProxyError KEYS_REJECTED while every key is known to be rejected */
  readonly choose: () => string;
  readonly accepted: (key: string) => void;
  /** HasOffers replied "not authenticated". @returns whether another key may be tried now */
  readonly rejected: (key: string) => boolean;
  /** Finds any key in use, and the ones used lately. Replaced by a new function when the keys change. */
  readonly scan: () => SecretScan;
  /** 1-based position of the key in use; `null` while all are rejected. */
  readonly position: () => number | null;
}

export interface KeysOptions {
  /** The keys in order of preference. Called often and expected to be cheap; the result may change over time. */
  readonly read: () => readonly string[];
  readonly now: () => number;
  readonly log: Log;
}

interface Rejection {
  count: number;
  until: number;
  /** One call is in flight to find out whether the key works again. */
  probing: boolean;
}

/** A rejected key is tried again after a minute, then after two, and so on: HasOffers approves keys by hand. */
const minPause = 60_000;
const maxPause = 600_000;
/** How long one call may take to probe a rejected key before the next call may. */
const probeTime = 30_000;
const maxRetired = 16;

/**
 * Key rotation. HasOffers invalidates a replaced key at once, so a rejection is remembered, the next key is
 * used from then on, and when none is left nothing is sent until a pause is over or the list has changed.
 */
export function createKeys({ read, now, log }: KeysOptions): Keys {
  let listed: readonly string[] = [];
  let active = 0;
  let allRejected = false;
  let secrets: readonly string[] = [];
  let scan = createSecretScan([]);
  const rejections = new Map<string, Rejection>();

  /** @returns `undefined` when the host's function fails: the last good keys then stay in use */
  function readSafely(): readonly string[] | undefined {
    try {
      const keys: unknown = read();
      const isList = Array.isArray(keys) && keys.every((key) => typeof key === 'string');
      return isList ? keys : undefined;
    } catch {
      return undefined;
    }
  }

  function refresh(): void {
    const fresh = readSafely() ?? listed;
    if (fresh.length === listed.length && fresh.every((key, index) => key === listed[index])) return;
    const changed = listed.length > 0;
    // A key that was just replaced may still be echoed by a response in flight.
    secrets = [...new Set([...fresh, ...secrets])].slice(0, fresh.length + maxRetired);
    scan = createSecretScan(secrets);
    listed = fresh;
    active = 0;
    allRejected = false;
    rejections.clear();
    if (changed)
      log({ level: 'info', event: 'keys-changed', message: 'The API keys were replaced.', keys: fresh.length });
  }

  function isUsable(key: string): boolean {
    const rejection = rejections.get(key);
    return rejection === undefined || rejection.until <= now();
  }

  /** Searches from the active key onwards, so that a working key stays in use after its predecessor's pause is over. */
  function findUsable(): number {
    const order = listed.map((_, index) => (active + index) % listed.length);
    return order.find((index) => isUsable(listed[index] ?? '')) ?? -1;
  }

  function reportAllRejected(): void {
    if (allRejected) return;
    allRejected = true;
    log({
      level: 'error',
      event: 'keys-rejected',
      code: 'UPSTREAM_AUTH',
      message:
        'HasOffers rejects every configured API key: replaced ("Invalidate and Request A New Key" ends the old one at ' +
        'once), waiting for approval, denied, or the network has switched the API off. Put a valid key into ' +
        'HASOFFERS_API_KEY (then restart) or into the file named by HASOFFERS_API_KEY_FILE (no restart). Until then ' +
        'cached responses are served and the keys are tried again every few minutes.',
      keys: listed.length,
    });
  }

  refresh();
  return {
    choose: () => {
      refresh();
      const index = findUsable();
      const key = listed[index];
      if (key === undefined) {
        const ends = [...rejections.values()].map((rejection) => rejection.until);
        const until = Math.min(now() + maxPause, ...ends);
        throw new ProxyError('KEYS_REJECTED', { retryAfter: Math.max(1, Math.ceil((until - now()) / 1000)) });
      }
      active = index;
      const rejection = rejections.get(key);
      // Half open, as in a circuit breaker: this call probes alone; for the others the key is still rejected.
      if (rejection !== undefined) {
        rejection.until = now() + probeTime;
        rejection.probing = true;
      }
      return key;
    },
    accepted: (key) => {
      rejections.delete(key);
      if (!allRejected) return;
      allRejected = false;
      log({ level: 'info', event: 'keys-accepted', message: 'HasOffers accepts an API key again.' });
    },
    rejected: (key) => {
      if (!listed.includes(key)) return true; // replaced while the call was in flight
      const before = rejections.get(key);
      // Concurrent calls meet the same rejected key; that is one rejection.
      const isNew = before === undefined || before.probing;
      if (isNew) {
        const count = (before?.count ?? 0) + 1;
        const until = now() + Math.min(minPause * 2 ** (count - 1), maxPause);
        rejections.set(key, { count, until, probing: false });
      }
      if (findUsable() === -1) {
        reportAllRejected();
        return false;
      }
      if (!isNew) return true;
      const message = 'HasOffers rejects an API key; the next one is used. Replace the rejected one.';
      log({ level: 'warn', event: 'key-rejected', code: 'UPSTREAM_AUTH', message, position: listed.indexOf(key) + 1 });
      return true;
    },
    scan: () => {
      refresh();
      return scan;
    },
    position: () => {
      const index = findUsable();
      return index === -1 ? null : index + 1;
    },
  };
}
