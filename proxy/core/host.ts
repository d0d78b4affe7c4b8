/**
 * Functions of the host application may throw, reject, hang or return nonsense. A failing log or clock must not fail a
 * request, so both are wrapped here once, and not where they are used.
 */
import type { Log } from './log.js';

/** For results that nobody awaits: a function that is declared to return nothing may be asynchronous all the same. */
export function ignoreRejection(result: unknown): void {
  if (typeof result !== 'object' || result === null || !('then' in result)) return;
  Promise.resolve(result).catch(() => undefined);
}

/** A log that cannot fail. */
export function createSafeLog(log: Log): Log {
  return (line) => {
    try {
      ignoreRejection(log(line));
    } catch {
      // There is no other place to report it.
    }
  };
}

/**
 * A clock that never fails and never goes back. With a clock that goes back, cached responses would stay fresh for that
 * long, and the budget's calls would not leave the window. While the host's clock fails, the platform's continues it.
 */
export function createSafeClock(read: () => number): () => number {
  let current: number | undefined;
  let hostBefore: number | undefined;
  let platformBefore = Date.now();

  return () => {
    const host = readNumber(read);
    const platform = Date.now();
    const elapsed = host === undefined || hostBefore === undefined ? platform - platformBefore : host - hostBefore;
    current = current === undefined ? (host ?? platform) : current + Math.max(0, elapsed);
    hostBefore = host;
    platformBefore = platform;
    return current;
  };
}

function readNumber(read: () => number): number | undefined {
  try {
    const time: unknown = read();
    if (typeof time === 'number' && Number.isFinite(time) && time >= 0) return time;
    ignoreRejection(time);
  } catch {
    // Treated like a value that is no time.
  }
  return undefined;
}
