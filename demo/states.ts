import type { SampleKeyName } from './network/keys.js';

/** One endpoint of the demo per situation, so that a page can show several side by side. */
export interface Situation {
  readonly key: SampleKeyName;
  /** A fault of the sample network, as in `delay-1500`. */
  readonly fault?: string;
}

/** By the last part of the endpoint's path: `/hasoffers/no-manager`. */
export const situations = {
  'no-manager': { key: 'noManager' },
  empty: { key: 'empty' },
  slow: { key: 'active', fault: 'delay-1500' },
  waiting: { key: 'active', fault: 'hang' },
  broken: { key: 'active', fault: 'http-502' },
  garbled: { key: 'active', fault: 'half-json' },
  busy: { key: 'throttled' },
  'key-refused': { key: 'rejected' },
  'no-links': { key: 'noTrackingLinks' },
  'no-relations': { key: 'refusesRelations' },
  many: { key: 'many' },
} as const satisfies Readonly<Record<string, Situation>>;
