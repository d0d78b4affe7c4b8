/** One result of a check. */
export interface Finding {
  readonly check: CheckName;
  /** A `problem` makes the command fail; a `note` is worth knowing, or could not be checked. */
  readonly level: 'ok' | 'note' | 'problem';
  /** Our own text and at most header values. Never text of a response, which may hold a key. */
  readonly message: string;
  /** What to do about it; set for every problem. */
  readonly hint?: string;
}

export type CheckName =
  | 'reachable'
  | 'key'
  | 'origin'
  | 'leak'
  | 'methods'
  | 'parameters'
  | 'signed-in'
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
