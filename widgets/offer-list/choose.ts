import type { OfferQuery } from '../../shared/api/offers.js';
import type { Offer, Page } from '../../shared/api/types.js';

const { compare } = new Intl.Collator();

/** Without case and accents, as the API's own search. */
const toPlain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Does in the page what the API does elsewhere, for lists that come whole: restrict, sort, cut out one page.
 *
 * An offer without countries runs everywhere, so it is in every country's list. What is not known of an offer cannot
 * exclude it.
 */
export function choosePage(rows: readonly Offer[], query: OfferQuery): Page<Offer> {
  const { search = '', categories, countries, payoutTypes, ids, sort = '', limit, page = 1 } = query;
  const wanted = toPlain(search.trim());
  /** One of the wanted values is among those of the offer, or nothing is wanted. */
  const meets = (asked: readonly string[] | undefined, own: readonly string[] | undefined) =>
    !asked?.[0] || !own || own.some((value) => asked.includes(value));
  const chosen = rows.filter(
    ({ name, id, payout, categories: own, countries: places }) =>
      toPlain(name).includes(wanted) &&
      meets(
        categories,
        own?.map((category) => category.id),
      ) &&
      meets(countries, places?.[0] && places.map(({ code }) => code)) &&
      meets(payoutTypes, [`${payout.type}`]) &&
      meets(ids, [id]),
  );
  const sign = /^-|newest/.test(sort) ? -1 : 1;
  const weigh = ({ id, payout: { amount, percent } }: Offer): number =>
    /payout/.test(sort) ? Number(amount) * 1e5 + Number(percent) : !sort && ids ? ids.indexOf(id) : Number(id);
  chosen.sort((one, other) => sign * (/name/.test(sort) ? compare(one.name, other.name) : weigh(one) - weigh(other)));
  const start = (page - 1) * limit;
  return {
    rows: chosen.slice(start, start + limit),
    page,
    total: chosen.length,
    pageCount: Math.ceil(chosen.length / limit),
    complete: false,
  };
}
