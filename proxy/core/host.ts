/**
 * What the host application hands over may throw, reject, hang or answer nonsense. Its log and its clock are asked in
 * passing, so their failure is nobody's answer: it is ignored here, once, and not where they are used.
 */
import type { Log } from './log.js';

/** For results nobody waits for: a function that is declared to return nothing may be asynchronous all the same. */
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
      // There is nowhere left to say so.
    }
  };
}

/**
 * A clock that always answers and never goes back: what was stored would else be fresh for as long as the clock was set
 * back, and the budget's calls would never leave the window. While the host's fails, the platform's goes on from there.
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
    if (typeof time === 'number' && Number.isFinite(time)) return time;
    ignoreRejection(time);
  } catch {
    // As if it had said nothing.
  }
  return undefined;
}
