import { toOrder } from '../../shared/api/offers.js';
import type { Offer, Page } from '../../shared/api/types.js';
import type { Query } from './question.js';

/**
 * Does in the page what the API does elsewhere, for lists that come whole: restrict, sort, cut out one page.
 *
 * An offer without countries runs everywhere, so it is in every country's list. What is not known of an offer cannot
 * exclude it.
 */
export function choosePage(rows: readonly Offer[], query: Query): Omit<Page<Offer>, 'complete'> {
  const { limit, page } = query;
  const wanted = query.search.trim().toLowerCase();
  /** One of the wanted values is among those of the offer, or nothing is wanted. */
  const meets = (asked: readonly string[] | undefined, own: readonly string[] | undefined) =>
    !asked?.[0] || !own || own.some((value) => asked.includes(value));
  const chosen = rows
    .filter(
      ({ name, id, payout, categories, countries }) =>
        name.toLowerCase().includes(wanted) &&
        meets(
          query.categories,
          categories?.map((category) => category.id),
        ) &&
        meets(query.countries, countries?.[0] && countries.map(({ code }) => code)) &&
        meets(query.payoutTypes, [`${payout.type}`]) &&
        meets(query.ids, [id]),
    )
    .sort(toOrder(query));
  const start = (page - 1) * limit;
  return {
    rows: chosen.slice(start, start + limit),
    page,
    total: chosen.length,
    pageCount: Math.ceil(chosen.length / limit),
  };
}
