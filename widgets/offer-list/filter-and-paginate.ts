import { fold } from '../../shared/api/fold.js';
import { toOrder } from '../../shared/api/offers.js';
import type { Offer, Page } from '../../shared/api/types.js';
import type { OfferListQuery } from './offer-query.js';

/** Folding 3,000 names takes longer than searching them, and a search is typed letter by letter. */
const foldedNames = new WeakMap<Offer, string>();

function foldedName(offer: Offer): string {
  const folded = foldedNames.get(offer) ?? fold(offer.name);
  foldedNames.set(offer, folded);
  return folded;
}

/** Whether one of the wanted values is among the offer's own. What is not known of an offer (`undefined`) cannot exclude it. */
const meets = (wanted: readonly string[], own: readonly string[] | undefined): boolean =>
  !wanted.length || !own || own.some((value) => wanted.includes(value));

function matches(offer: Offer, query: OfferListQuery, search: string): boolean {
  const { payout, categories, countries } = offer;
  // An offer without countries runs everywhere, so it is in every country's list.
  const runsEverywhere = countries?.length === 0;
  return (
    meets(query.ids, [offer.id]) &&
    meets(query.payoutTypes, [payout.type ?? '']) &&
    meets(query.countries, runsEverywhere ? undefined : countries?.map(({ code }) => code)) &&
    meets(
      query.categories,
      categories?.map(({ id }) => id),
    ) &&
    foldedName(offer).includes(search)
  );
}

/**
 * Filters, sorts and paginates in the page what the API would, for lists that are complete.
 *
 * @param language - BCP 47; decides the order of names.
 */
export function filterAndPaginate(
  allOffers: readonly Offer[],
  query: OfferListQuery,
  language: string,
): Omit<Page<Offer>, 'complete'> {
  const { page, pageSize } = query;
  const search = fold(query.search);
  const found = allOffers.filter((offer) => matches(offer, query, search)).sort(toOrder(query, language));
  const start = (page - 1) * pageSize;
  return {
    rows: found.slice(start, start + pageSize),
    page,
    total: found.length,
    pageCount: Math.ceil(found.length / pageSize),
  };
}
