import type { Account } from './accounts.js';
import { awkwardOffers, catalogue, offersUpTo } from './data/catalogue.js';
import type { OfferSeed } from './data/offer-seed.js';
import type { Fields } from './query/entity.js';

const manyOffers = 3_000;

/** Which offers each account sees. */
export class OfferStore {
  /** Wire fields put over those of an offer, by its id. */
  readonly changes = new Map<string, Fields>();
  #offers: readonly OfferSeed[] = catalogue;
  #many: readonly OfferSeed[] | undefined;

  offersOf(account: Account): readonly OfferSeed[] {
    if (account.offers === 'none') return [];
    if (account.offers === 'awkward') return awkwardOffers;
    if (account.offers === 'all') return this.#offers;
    this.#many ??= offersUpTo(manyOffers).map((seed): OfferSeed => ({ ...seed, approval: 'approved' }));
    return this.#many;
  }

  setCount(count: number | null): void {
    this.#offers = count === null ? catalogue : offersUpTo(count);
  }

  reset(): void {
    this.changes.clear();
    this.setCount(null);
  }
}
