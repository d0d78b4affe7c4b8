import { type SampleKeyName, sampleKeyNames, sampleKeys } from './keys.js';

/** What the simulated network knows about the holder of a key. */
export interface Account {
  readonly name: SampleKeyName;
  readonly key: string;
  readonly affiliateId: string;
  readonly status: 'active' | 'pending' | 'rejected';
  readonly manager: 'full' | 'bare' | 'none';
  readonly offers: 'all' | 'none' | 'many';
  readonly mayReadStats: boolean;
  readonly alwaysThrottled: boolean;
  readonly relations: boolean;
  readonly trackingLinks: boolean;
}

const ordinary = {
  affiliateId: '94',
  status: 'active',
  manager: 'full',
  offers: 'all',
  mayReadStats: true,
  alwaysThrottled: false,
  relations: true,
  trackingLinks: true,
} as const;

const differences: Readonly<Record<SampleKeyName, Partial<Omit<Account, 'name' | 'key'>>>> = {
  active: {},
  second: {},
  noStats: { affiliateId: '95', mayReadStats: false },
  pending: { affiliateId: '96', status: 'pending' },
  rejected: { affiliateId: '97', status: 'rejected' },
  noManager: { affiliateId: '98', manager: 'none' },
  bareManager: { affiliateId: '99', manager: 'bare' },
  throttled: { affiliateId: '100', alwaysThrottled: true },
  empty: { affiliateId: '101', offers: 'none' },
  refusesRelations: { affiliateId: '102', relations: false },
  noTrackingLinks: { affiliateId: '103', trackingLinks: false },
  many: { affiliateId: '104', offers: 'many' },
};

const accounts: ReadonlyMap<string, Account> = new Map(
  sampleKeyNames.map((name) => [sampleKeys[name], { ...ordinary, ...differences[name], name, key: sampleKeys[name] }]),
);

export function findAccount(key: string): Account | undefined {
  return accounts.get(key);
}
