import type { Call } from '../policy/policy.js';
import type { StoredAnswer } from '../stores/memory.js';
import type { Ages, AgesOf } from './cache-policy.js';
import type { Keys } from './keys.js';
import type { SecretScan } from './secret-scan.js';

/** A stored answer and what this instance knows about it. */
export interface Entry {
  readonly stored: StoredAnswer;
  readonly ages: Ages;
  readonly isPrivate: boolean;
  /** The scan that found no secret in it; a new set of keys brings a new one. */
  scan: SecretScan;
  failures: number;
  /** Before this time nobody tries to renew it. */
  retryAt: number;
}

const decoder = new TextDecoder();

/** @returns `undefined` when the answer holds a key that is in use now; it may be older than that key */
export function createEntry(call: Call, stored: StoredAnswer, agesOf: AgesOf, keys: Keys): Entry | undefined {
  const { kind } = call.method;
  const scan = keys.scan();
  if (scan(decoder.decode(stored.body))) return undefined;
  return { stored, ages: agesOf(kind, stored.empty), isPrivate: kind === 'private', scan, failures: 0, retryAt: 0 };
}

/** Looks again when the keys have changed since. */
export function isClean(entry: Entry, keys: Keys): boolean {
  const scan = keys.scan();
  if (entry.scan === scan) return true;
  if (scan(decoder.decode(entry.stored.body))) return false;
  entry.scan = scan;
  return true;
}

/** Seconds after which an answer serves no more, not even for want of a better one. */
export function lifeOf({ fresh, staleWhileRevalidate, staleIfError }: Ages): number {
  return fresh + staleWhileRevalidate + staleIfError;
}
