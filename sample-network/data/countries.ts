import rows from './countries.json' with { type: 'json' };

export interface CountrySeed {
  /** ISO 3166, and `UK` beside `GB`: networks have both. */
  readonly code: string;
  /** The ISO number without leading zeros. */
  readonly id: string;
  readonly name: string;
}

export const countries: readonly CountrySeed[] = rows;
