import { readFileSync, statSync } from 'node:fs';
import { toKeys } from '../core/config.js';
import { type Check, checkKeys } from '../core/config-schema.js';
import type { Log } from '../core/log.js';

export interface KeyFileOptions {
  readonly now: () => number;
  readonly log: Log;
}

/** Milliseconds between two looks at the file's date. */
const pollInterval = 1000;

/**
 * Reads API keys, one per line or comma separated, from a file that may be replaced at any time.
 *
 * The file is checked when a key is needed, so there is no watcher to fail silently on network drives and mounted
 * secrets. A file that is gone or malformed, as in the middle of being written, leaves the last good keys in use.
 *
 * @returns the `readKeys` of `createProxy`; `[]` until the file could be read once
 */
export function createKeyFile(path: string, { now, log }: KeyFileOptions): () => readonly string[] {
  let keys: readonly string[] = [];
  let checkedAt = Number.NEGATIVE_INFINITY;
  let version = '';
  let reported = '';

  /** Once per state of the file, not once per call. */
  function report(problem: string): void {
    if (reported === problem + version) return;
    reported = problem + version;
    const message = `HASOFFERS_API_KEY_FILE ${problem}. The last good keys stay in use.`;
    log({ level: 'error', event: 'key-file-unusable', message });
  }

  return () => {
    if (now() - checkedAt < pollInterval) return keys;
    checkedAt = now();
    try {
      const { mtimeMs, size, ino } = statSync(path);
      const seen = `${mtimeMs} ${size} ${ino}`;
      if (seen === version) return keys;
      const fresh = toKeys(readFileSync(path, 'utf8'));
      const problem = checkKeys(fresh);
      version = seen;
      if (problem === undefined) keys = fresh;
      else report(problem);
    } catch {
      // The error's message is left out: it names a path of the server.
      report('cannot be read');
    }
    return keys;
  };
}

/** Checks the file at start, where a problem with it is a problem with the configuration. */
export const checkKeyFile: Check<string> = (path) => {
  try {
    const problem = checkKeys(toKeys(readFileSync(path, 'utf8')));
    return problem && `names a file that ${problem}`;
  } catch {
    return 'names a file that cannot be read';
  }
};
