/**
 * One line of the log: a fixed event name, codes and numbers. No URL, header, body or error message of another party
 * is ever logged, since each of them can hold the key.
 */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  /** For the operator: what happened and what to do. */
  readonly message?: string;
  readonly code?: string;
  readonly methodId?: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

export type Log = (line: LogLine) => void;

/** One JSON object per line on standard output, which needs no logging library. */
export const logJson: Log = (line) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), ...line }));
};

const minute = 60_000;
const maxPerMinute = 10;

/**
 * Logs at most ten lines of a kind (same event, same code) per minute, and adds to the next one how many were left
 * out: a flood of requests must not fill the disk.
 */
export function createThrottledLog(log: Log, now: () => number): Log {
  const kinds = new Map<string, { start: number; written: number; left: number }>();
  return (line) => {
    const name = `${line.event} ${line.code ?? ''}`;
    const kind = kinds.get(name) ?? { start: now(), written: 0, left: 0 };
    kinds.set(name, kind);
    if (now() - kind.start >= minute) {
      kind.start = now();
      kind.written = 0;
    }
    if (kind.written >= maxPerMinute) {
      kind.left += 1;
      return;
    }
    kind.written += 1;
    log(kind.left === 0 ? line : { ...line, leftOut: kind.left });
    kind.left = 0;
  };
}
