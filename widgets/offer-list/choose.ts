import type { OfferQuery } from '../../shared/api/offers.js';
import type { Offer, Page } from '../../shared/api/types.js';

/**
 * Does in the page what the API does elsewhere, for lists that come whole: restrict, sort, cut out one page.
 *
 * An offer without countries runs everywhere, so it is in every country's list. What is not known of an offer cannot
 * exclude it.
 */
export function choosePage(rows: readonly Offer[], query: OfferQuery): Page<Offer> {
  const { limit, page = 1 } = query;
  const chosen = sortOffers(rows, query).filter(toTest(query));
  const pageCount = Math.ceil(chosen.length / limit);
  const start = (page - 1) * limit;
  return { rows: chosen.slice(start, start + limit), page, total: chosen.length, pageCount, complete: false };
}

function toTest({ search, categories, countries, payoutTypes, ids }: OfferQuery): (offer: Offer) => boolean {
  const wanted = toPlain(search ?? '');
  return (offer) =>
    (!wanted || toPlain(offer.name).includes(wanted)) &&
    (!categories?.length || !offer.categories || offer.categories.some(({ id }) => categories.includes(id))) &&
    (!countries?.length || !offer.countries?.length || offer.countries.some(({ code }) => countries.includes(code))) &&
    (!payoutTypes?.length || (offer.payout.type !== null && payoutTypes.includes(offer.payout.type))) &&
    (!ids || ids.includes(offer.id));
}

const plain = new Map<string, string>();

/** Without case, accents and double blanks, as the API's own search. Kept: thousands of names are asked on each key. */
function toPlain(text: string): string {
  let known = plain.get(text);
  if (known === undefined) {
    known = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
    if (plain.size > 10_000) plain.clear();
    plain.set(text, known);
  }
  return known;
}

const collator = new Intl.Collator();
const sorted = new WeakMap<readonly Offer[], Map<string, readonly Offer[]>>();

/** Sorted once per list and order: comparing thousands of names takes longer than everything else here. */
function sortOffers(rows: readonly Offer[], { sort, ids }: OfferQuery): readonly Offer[] {
  const orders = sorted.get(rows) ?? new Map<string, readonly Offer[]>();
  sorted.set(rows, orders);
  const key = sort ?? ids?.join() ?? '';
  const known = orders.get(key);
  if (known) return known;
  const sign = sort?.startsWith('-') || sort === 'newest' ? -1 : 1;
  const position = new Map(ids?.map((id, index) => [id, index]));
  const compare = (one: Offer, other: Offer): number => {
    if (sort?.endsWith('name')) return collator.compare(one.name, other.name);
    if (sort?.endsWith('payout')) {
      const difference = (one.payout.amount ?? 0) - (other.payout.amount ?? 0);
      return difference || (one.payout.percent ?? 0) - (other.payout.percent ?? 0);
    }
    const rank = sort ? 0 : (position.get(one.id) ?? 0) - (position.get(other.id) ?? 0);
    return rank || Number(one.id) - Number(other.id);
  };
  const made = [...rows].sort((one, other) => sign * compare(one, other));
  orders.set(key, made);
  return made;
}
