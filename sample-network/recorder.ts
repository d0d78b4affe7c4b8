import type { PhpArray, PhpValue } from './wire/php-params.js';

/** A parameter as plain data: text, lists (keys 0..n-1) and maps. */
export type ParamValue = string | readonly ParamValue[] | { readonly [key: string]: ParamValue };

/** One API call as it arrived. */
export interface RecordedCall {
  readonly target: string;
  readonly method: string;
  /** Without Target, Method, api_key and NetworkId. */
  readonly params: { readonly [name: string]: ParamValue };
  readonly key: string;
  readonly networkId: string | undefined;
  readonly verb: string;
  readonly path: string;
  /** Milliseconds on the network's clock. */
  readonly at: number;
}

/** A click on a tracking link, or a loaded impression pixel. */
export interface RecordedVisit {
  readonly kind: 'click' | 'impression';
  readonly params: { readonly [name: string]: ParamValue };
  readonly at: number;
}

/** A list that forgets its oldest entries. */
export class Recorder<Entry> {
  readonly entries: Entry[] = [];
  readonly #maxEntries: number;

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length > this.#maxEntries) this.entries.shift();
  }

  clear(): void {
    this.entries.length = 0;
  }
}

const namedElsewhere = new Set(['Target', 'Method', 'api_key', 'NetworkId']);

export function toPlainParams(params: PhpArray): { readonly [name: string]: ParamValue } {
  return Object.fromEntries(
    [...params].filter(([name]) => !namedElsewhere.has(name)).map(([name, value]) => [name, toPlain(value)]),
  );
}

function toPlain(value: PhpValue): ParamValue {
  if (typeof value === 'string') return value;
  const entries = [...value].map(([key, inner]) => [key, toPlain(inner)] as const);
  return entries.every(([key], position) => key === String(position))
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries);
}
