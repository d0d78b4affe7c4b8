/** The id of the sample network, where the real API has the first label of its host. */
export const sampleNetworkId = 'sample';

/** A network whose owner switched the Affiliate API off. */
export const disabledNetworkId = 'sample-disabled';

/** Well-formed (64 lower-case hex characters) and yet nothing that anyone could take for a real secret. */
function inventedKey(serial: number): string {
  return 'fa4e'.repeat(15) + String(serial).padStart(4, '0');
}

export type SampleKeyName =
  | 'active'
  | 'second'
  | 'noStats'
  | 'pending'
  | 'rejected'
  | 'noManager'
  | 'bareManager'
  | 'throttled'
  | 'empty'
  | 'refusesRelations'
  | 'noTrackingLinks'
  | 'many';

export const sampleKeys: Readonly<Record<SampleKeyName, string>> = {
  active: inventedKey(1),
  second: inventedKey(2),
  noStats: inventedKey(3),
  pending: inventedKey(4),
  rejected: inventedKey(5),
  noManager: inventedKey(6),
  bareManager: inventedKey(7),
  throttled: inventedKey(8),
  empty: inventedKey(9),
  refusesRelations: inventedKey(10),
  noTrackingLinks: inventedKey(11),
  many: inventedKey(12),
};

/** One line each, for the start message and for people who choose a key. */
export const sampleKeyPurposes: Readonly<Record<SampleKeyName, string>> = {
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
  many: '3,000 approved offers',
};
