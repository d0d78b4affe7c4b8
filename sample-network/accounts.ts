import { type SampleKeyName, sampleKeyNames, sampleKeys } from './keys.js';

/** What the simulated network knows about the holder of a key. */
export interface Account {
  readonly name: SampleKeyName;
  readonly key: string;
  readonly affiliateId: string;
  /** The affiliate user whom the key belongs to. */
  readonly userId: string;
  readonly status: 'active' | 'pending' | 'rejected';
  readonly manager: 'full' | 'bare' | 'none';
  readonly offers: 'all' | 'none' | 'many' | 'awkward';
  /** Currencies of the offers that this affiliate has traffic on; the first one is the network's. */
  readonly currencies: readonly string[];
  readonly invoices: boolean;
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
  currencies: ['USD'],
  invoices: true,
  mayReadStats: true,
  alwaysThrottled: false,
  relations: true,
  trackingLinks: true,
} as const;

type Difference = Partial<Omit<Account, 'name' | 'key' | 'userId'>>;

const differences: Readonly<Record<SampleKeyName, Difference>> = {
  active: {},
  second: {},
  noStats: { affiliateId: '95', mayReadStats: false },
  pending: { affiliateId: '96', status: 'pending' },
  rejected: { affiliateId: '97', status: 'rejected' },
  noManager: { affiliateId: '98', manager: 'none' },
  bareManager: { affiliateId: '99', manager: 'bare' },
  throttled: { affiliateId: '100', alwaysThrottled: true },
  empty: { affiliateId: '101', offers: 'none', invoices: false },
  refusesRelations: { affiliateId: '102', relations: false },
  noTrackingLinks: { affiliateId: '103', trackingLinks: false },
  many: { affiliateId: '104', offers: 'many' },
  noInvoices: { affiliateId: '105', invoices: false },
  twoCurrencies: { affiliateId: '106', currencies: ['USD', 'EUR'] },
  awkward: { affiliateId: '107', offers: 'awkward', currencies: ['USD', 'EUR', 'GBP', 'AED'] },
};

const accounts: ReadonlyMap<string, Account> = new Map(
  sampleKeyNames.map((name) => {
    const account = { ...ordinary, ...differences[name], name, key: sampleKeys[name] };
    return [account.key, { ...account, userId: String(2_000 + Number(account.affiliateId)) }];
  }),
);

export function findAccount(key: string): Account | undefined {
  return accounts.get(key);
}
