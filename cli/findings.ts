/** What one check found out. */
export interface Finding {
  readonly check: CheckName;
  /** A `problem` makes the command fail; a `note` is worth knowing, or could not be found out. */
  readonly level: 'ok' | 'note' | 'problem';
  /** Our own words and header values at most. Never text of an answer: that is where keys are. */
  readonly message: string;
  /** What to do about it; with every problem. */
  readonly hint?: string;
}

export type CheckName =
  | 'reachable'
  | 'key'
  | 'origin'
  | 'leak'
  | 'methods'
  | 'parameters'
  | 'cache'
  | 'pictures'
  | 'time';

export function ok(check: CheckName, message: string): Finding {
  return { check, level: 'ok', message };
}

export function note(check: CheckName, message: string, hint?: string): Finding {
  return { check, level: 'note', message, ...(hint && { hint }) };
}

export function problem(check: CheckName, message: string, hint: string): Finding {
  return { check, level: 'problem', message, hint };
}
