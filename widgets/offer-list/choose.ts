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
  const { search, categories, countries, payoutTypes, ids, limit, page } = query;
  const wanted = search.trim().toLowerCase();
  /** One of the wanted values is among those of the offer, or nothing is wanted. */
  const meets = (asked: readonly string[] | undefined, own: readonly string[] | undefined) =>
    !asked?.[0] || !own || own.some((value) => asked.includes(value));
  const chosen = rows
    .filter(
      ({ name, id, payout, categories: own, countries: places }) =>
        name.toLowerCase().includes(wanted) &&
        meets(
          categories,
          own?.map((category) => category.id),
        ) &&
        meets(countries, places?.[0] && places.map(({ code }) => code)) &&
        meets(payoutTypes, [`${payout.type}`]) &&
        meets(ids, [id]),
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
