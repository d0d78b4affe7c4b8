/**
 * One line of the log: a fixed event name, codes and numbers. No URL, no header, no body and no foreign error message
 * ever goes in, since each of them can hold the key.
 */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  /** For the operator: what happened and what to do. */
  readonly message?: string;
  readonly code?: string;
  readonly pair?: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

export type Log = (line: LogLine) => void;

/** One JSON object per line on standard output. A logging library would be the only dependency of the proxy, for this. */
export const logJson: Log = (line) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), ...line }));
};
