/** What a token may open. The methods of each scope: proxy/policy/signed-in-methods.ts. */
export const scopes = ['stats', 'conversions', 'payments', 'messages'] as const;
export type Scope = (typeof scopes)[number];

/** An invoice or a message belongs to the account and not to one sub-id, so there is nothing that a lock could filter by. */
const scopesWithoutLock: readonly Scope[] = ['payments', 'messages'];

const subIdNames = ['aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5', 'source'] as const;
export type SubIdName = (typeof subIdNames)[number];

/** The rows that a token is restricted to: those that have every one of these values. Never empty. */
export type Lock = { readonly [Name in SubIdName]?: string } & {
  /** In ascending order, each once. */
  readonly offer_ids?: readonly string[];
};

/** A lock as the host application writes it; ids of offers also as numbers, or with commas between. */
export type LockOptions = { readonly [Name in SubIdName]?: string } & {
  readonly offer_ids?: string | readonly (string | number)[];
};

/**
 * Lower case only: a database that compares without regard to case would give the rows of `Member-42` to whoever is
 * locked to `member-42`. No letter that could end a value in a link or in a filter.
 */
export const lockValue = /^[a-z0-9._~:-]{1,64}$/;
const offerId = /^[1-9]\d{0,9}$/;
const maxOfferIds = 100;

export function isScope(word: unknown): word is Scope {
  return (scopes as readonly unknown[]).includes(word);
}

export function allowsLock(scope: Scope): boolean {
  return !scopesWithoutLock.includes(scope);
}

/**
 * Reads a lock, strictly: what is not understood is refused and never left out, because a token with one restriction
 * less shows more than it should. So is a lock without any value, such as `{ aff_sub: undefined }`.
 *
 * @returns what is wrong with it, in words that follow "lock", when it is none
 */
export function readLock(value: unknown): Lock | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be an object';
  const lock: Record<string, string | readonly string[]> = {};
  for (const [name, content] of Object.entries(value)) {
    if (name === 'offer_ids') {
      const ids = readOfferIds(content);
      if (ids === undefined) return `offer_ids must be a list of 1 to ${maxOfferIds} ids of offers`;
      lock.offer_ids = ids;
    } else if ((subIdNames as readonly string[]).includes(name)) {
      if (typeof content !== 'string' || !lockValue.test(content)) {
        return `${name} must be 1 to 64 lower case letters, digits and . _ ~ : -`;
      }
      lock[name] = content;
    } else return `may hold ${subIdNames.join(', ')} and offer_ids, and nothing else`;
  }
  return Object.keys(lock).length === 0 ? 'must hold at least one value' : (lock as Lock);
}

function readOfferIds(value: unknown): readonly string[] | undefined {
  const list: unknown = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > maxOfferIds) return undefined;
  const ids = list.map((id: unknown) => (typeof id === 'number' ? String(id) : id));
  if (!ids.every((id): id is string => typeof id === 'string' && offerId.test(id))) return undefined;
  return [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
}
