/** The id of the sample network, where the real API has the first label of its host. */
export const sampleNetworkId = 'sample';

/** A network whose owner switched the Affiliate API off. */
export const disabledNetworkId = 'sample-disabled';

/** Well-formed (64 lower-case hex characters) and yet nothing that anyone could take for a real secret. */
function inventedKey(serial: number): string {
  return 'fa4e'.repeat(15) + String(serial).padStart(4, '0');
}

/** One line each, for the start message and for people who choose a key. */
export const sampleKeyPurposes = {
  active: 'an ordinary affiliate: a manager and the whole catalogue',
  second: 'the same affiliate, another key: for key rotation',
  noStats: 'may not read reports',
  pending: 'requested, not yet approved by the network',
  rejected: 'request denied by the network',
  noManager: 'no account manager assigned (data: false)',
  bareManager: 'a manager of whom only the name and title are known',
  throttled: 'always over the rate limit',
  empty: 'a new affiliate: a manager, but not one offer',
  refusesRelations: 'every call with contain fails: the features are off on this network',
  noTrackingLinks: 'relation TrackingLink is empty and generateTrackingLink fails',
  many: '3,000 approved offers, 300 messages',
  noInvoices: 'traffic, but not one invoice yet',
  twoCurrencies: 'traffic and invoices in US dollars and in euros',
  awkward: 'nothing but awkward offers: long names, markup in names, four currencies',
} as const;

export type SampleKeyName = keyof typeof sampleKeyPurposes;

export const sampleKeyNames = Object.keys(sampleKeyPurposes) as readonly SampleKeyName[];

/** The keys themselves, numbered in the order above. */
export const sampleKeys = Object.fromEntries(
  sampleKeyNames.map((name, index) => [name, inventedKey(index + 1)]),
) as Readonly<Record<SampleKeyName, string>>;
