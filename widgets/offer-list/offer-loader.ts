import type { ApiError } from '../../shared/api/errors.js';
import { findFeaturedOfferIds, findOffers } from '../../shared/api/offers.js';
import type { Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';
import { choosePage } from './choose.js';
import { keyOf, type OfferList, type Query, type Question } from './question.js';
import { relations } from './relations.js';

/** The proxy that ships here takes lists of at most so many values. */
const mostIds = 100;

/** Offers that are shown, and everything there is, where it came whole: then the page restricts, sorts and pages by itself. */
export type Loaded = readonly [list: OfferList, whole?: readonly Offer[] | undefined];

export type OfferLoader = (question: Question, signal: AbortSignal) => Promise<Loaded>;

type Known = Omit<Page<Offer>, 'complete'> & { readonly whole: readonly Offer[] | undefined };

/** The call may be all right but for what was asked along. */
const isRefusal = (error: unknown): boolean => /upstream|permission|valid|found/.test((error as ApiError).code);

/** Loads pages of offers, each once: a page that was seen comes back without a call. */
export function createOfferLoader(send: Send): OfferLoader {
  /** By key of the query; `whole` beside the first page of a list that came whole. */
  const known = new Map<string, Known>();
  let featuredIds: readonly string[] | undefined;
  /**
   * A network refuses the whole call for one relation that it has switched off, without saying which. First the tracking
   * link is left out, which HasOffers documents least; then all of them. Only the first call pays for finding out.
   */
  let refused = /^$/;

  return async ({ set, query }, signal) => {
    const ask: Send = (request) => send(request, { signal });

    const find = async (asked: Query, without = refused): Promise<Page<Offer>> => {
      const wanted = asked.relations.filter((relation) => !without.test(relation));
      try {
        const page = await ask(findOffers({ ...asked, relations: wanted }));
        refused = without;
        return page;
      } catch (error) {
        if (!isRefusal(error) || !wanted[0]) throw error;
        return find(asked, wanted.includes('TrackingLink') ? /Link/ : /./);
      }
    };

    const read = async (asked: Query): Promise<Known> => {
      const key = keyOf(asked);
      let found = known.get(key);
      if (!found) {
        let whole = known.get(keyOf(set))?.whole;
        const page = whole ? undefined : await find(asked);
        if (page?.complete) whole = page.rows;
        // What comes whole may have ignored the filters.
        const shown = whole ? choosePage(whole, asked) : (page as Page<Offer>);
        let { rows } = shown;
        const ids = rows.map(({ id }) => id);
        // What did not come along, for all rows in one call per relation.
        const complement = async ([, relation, member, get]: (typeof relations)[number]): Promise<void> => {
          // Where some rows have it the network knows the relation, and leaves it out of rows that have none.
          if (
            !get ||
            !rows[0] ||
            !query.relations.includes(relation) ||
            rows.some((offer) => offer[member] !== undefined)
          )
            return;
          try {
            const values = await ask(get(ids));
            rows = rows.map((offer) => ({ ...offer, [member]: values.get(offer.id) }));
          } catch {
            // It stays unknown: offers without pictures are better than no offers.
          }
        };
        await Promise.all(relations.map(complement));
        found = { ...shown, whole, rows };
        known.set(key, found);
      }
      const { page } = asked;
      if (found.rows[0] || page === 1) return found;
      // There are fewer pages than was thought: the last one there is.
      const last = await read({ ...asked, page: Math.min(page - 1, found.pageCount || page) });
      return { ...last, pageCount: last.pageCount ?? last.page };
    };

    if (query.featured) {
      try {
        featuredIds ??= await ask(findFeaturedOfferIds());
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // The network keeps the ids to itself: they are told by their own dates.
        const { rows } = await ask(findOffers({ limit: mostIds, sort: 'newest' }));
        featuredIds = rows.filter((offer) => offer.featured).map(({ id }) => id);
      }
      const ids = featuredIds.filter((id) => query.ids?.includes(id) ?? true).slice(0, mostIds);
      if (!ids[0]) return [{ offers: [], page: 1, pageCount: 0, total: 0 }];
      set = { ...set, ids };
      query = { ...query, ids };
    }
    // This method answers all rows whatever is asked (recorded), so the first call asks for no choice.
    if (set.source === 'approved') await read(set);
    const pages = [...Array(query.page + 1).keys()].slice(query.accumulate ? 1 : -1);
    const found = await Promise.all(pages.map((page) => read({ ...query, page })));
    // Rows move between pages while they are read; twice the same one would be drawn twice.
    const offers = new Map(found.flatMap(({ rows }) => rows.map((offer) => [offer.id, offer])));
    const { page, pageCount, total, whole } = found.at(-1) as Known;
    return [{ offers: [...offers.values()], page, pageCount, total }, whole];
  };
}
