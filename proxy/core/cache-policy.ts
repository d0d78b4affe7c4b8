import type { DataKind } from '../policy/method.js';

/** How long an answer serves, in seconds; each span begins where the one before it ends. */
export interface Ages {
  /** Served without asking. */
  readonly fresh: number;
  /** Served at once, and renewed in the background. */
  readonly staleWhileRevalidate: number;
  /** Renewed first, and served when that fails or takes long. */
  readonly staleIfError: number;
  /** The longest a browser may keep it without asking here. */
  readonly browser: number;
}

export type AgeOverrides = { readonly [Kind in DataKind | 'empty']?: Partial<Ages> };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A catalogue changes by the hour and a list of countries hardly ever; a wrong payout on a page costs more than a call. */
const defaults: Readonly<Record<DataKind | 'empty', Ages>> = {
  manager: { fresh: hour, staleWhileRevalidate: day, staleIfError: 7 * day, browser: 5 * minute },
  offers: { fresh: 10 * minute, staleWhileRevalidate: 30 * minute, staleIfError: day, browser: minute },
  links: { fresh: hour, staleWhileRevalidate: 6 * hour, staleIfError: 7 * day, browser: 5 * minute },
  static: { fresh: day, staleWhileRevalidate: 7 * day, staleIfError: 30 * day, browser: hour },
  private: { fresh: 5 * minute, staleWhileRevalidate: 5 * minute, staleIfError: hour, browser: 0 },
  // Nothing to be had, of whatever kind: soon there may be something.
  empty: { fresh: minute, staleWhileRevalidate: minute, staleIfError: day, browser: 30 },
};

export type AgesOf = (kind: DataKind, empty: boolean) => Ages;

export function createAges(overrides: AgeOverrides = {}): AgesOf {
  const kinds = Object.keys(defaults) as (DataKind | 'empty')[];
  const ages = new Map(kinds.map((kind) => [kind, { ...defaults[kind], ...overrides[kind] }]));
  return (kind, empty) => ages.get(empty && kind !== 'private' ? 'empty' : kind) ?? defaults[kind];
}
