import type { ApiError, ErrorCode } from '../../shared/api/errors.js';
import { findFeaturedOfferIds, findOffers, type OfferQuery } from '../../shared/api/offers.js';
import { getCategories, getTargetCountries, getThumbnails } from '../../shared/api/relations.js';
import type { Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';
import { choosePage } from './choose.js';
import { keyOf, type OfferList, type Question } from './question.js';

/** Milliseconds an answer is good for. The network's own data is older than that anyway. */
const lifetime = 600_000;
/** The proxy that ships here takes lists of at most so many values. */
const mostIds = 100;

export interface OfferLoader {
  load(question: Question, send: Send, signal: AbortSignal): Promise<OfferList>;
  /** Everything there is, where it came whole: then the page restricts, sorts and pages by itself. */
  whole(question: Question): readonly Offer[] | undefined;
  /** The next load asks anew. */
  forget(): void;
}

/** What can be asked for later, for many offers at once. */
const batches = [
  ['Thumbnail', 'thumbnail', getThumbnails],
  ['OfferCategory', 'categories', getCategories],
  ['Country', 'countries', getTargetCountries],
] as const;

const refusals: readonly ErrorCode[] = ['upstream', 'permission', 'validation', 'not-found', 'invalid-response'];

/** The call may be all right but for what was asked along. */
const isRefusal = (error: unknown): boolean => refusals.includes((error as ApiError).code);

/** Loads pages of offers, each once: a page that was seen comes back without a call. */
export function createOfferLoader(now: () => number = Date.now): OfferLoader {
  let owner: Send | undefined;
  let until = 0;
  /** By key of the query; `whole` beside the first page of a list that came whole. */
  let memory = new Map<string, Page<Offer> & { readonly whole?: readonly Offer[] | undefined }>();
  let featuredIds: readonly string[] | undefined;
  /**
   * A network refuses the whole call for one relation that it has switched off, without saying which: 1 = do not ask for
   * the tracking link, which HasOffers documents least; 2 = for none. Only the first call pays for finding out.
   */
  let refused = 0;

  return {
    async load({ set, query }, send, signal) {
      if (owner !== send || now() >= until) {
        owner = send;
        until = now() + lifetime;
        memory = new Map();
        featuredIds = undefined;
        refused = 0;
      }
      const known = memory;

      const find = async (asked: OfferQuery, level = refused): Promise<Page<Offer>> => {
        const relations = (asked.relations ?? []).filter(
          (relation) => level < 1 || (level < 2 && relation !== 'TrackingLink'),
        );
        try {
          const page = await send(findOffers({ ...asked, relations }), { signal });
          refused = level;
          return page;
        } catch (error) {
          if (!isRefusal(error) || !relations[0]) throw error;
          return find(asked, relations.includes('TrackingLink') ? 1 : 2);
        }
      };

      /** Asks for what did not come along, for all rows in one call per relation. What fails again stays unknown. */
      const complement = async (found: readonly Offer[]): Promise<readonly Offer[]> => {
        let rows = found;
        const ids = rows.map(({ id }) => id);
        const fill = async ([relation, member, ask]: (typeof batches)[number]): Promise<void> => {
          // Where some rows have it the network knows the relation, and leaves it out of rows that have none.
          if (!query.relations?.includes(relation) || rows.some((offer) => offer[member] !== undefined)) return;
          try {
            const values = await send<ReadonlyMap<string, unknown>>(ask(ids), { signal });
            rows = rows.map((offer) => ({ ...offer, [member]: values.get(offer.id) }));
          } catch {
            // Offers without pictures are better than no offers.
          }
        };
        if (ids[0]) await Promise.all(batches.map(fill));
        return rows;
      };

      const read = async (asked: OfferQuery): Promise<Page<Offer>> => {
        const key = keyOf(asked);
        let found = known.get(key);
        if (!found) {
          let { whole } = known.get(keyOf(set)) ?? {};
          const page = whole ? undefined : await find(asked);
          if (page?.complete) whole = page.rows;
          // What comes whole may have ignored the filters.
          const shown = whole ? choosePage(whole, asked) : (page as Page<Offer>);
          found = { ...shown, whole, rows: await complement(shown.rows) };
          known.set(key, found);
        }
        const { page = 1 } = asked;
        if (found.rows[0] || page === 1) return found;
        // There are fewer pages than was thought: the last one there is.
        const last = await read({ ...asked, page: Math.min(page - 1, found.pageCount || page) });
        return { ...last, pageCount: last.pageCount ?? last.page };
      };

      if (query.featured) {
        try {
          featuredIds ??= await send(findFeaturedOfferIds(), { signal });
        } catch (error) {
          if (!isRefusal(error)) throw error;
          // The network keeps the ids to itself: they are told by their own dates.
          const { rows } = await send(findOffers({ limit: mostIds, sort: 'newest' }), { signal });
          featuredIds = rows.filter((offer) => offer.featured).map(({ id }) => id);
        }
        const ids = featuredIds.filter((id) => query.ids?.includes(id) ?? true).slice(0, mostIds);
        if (!ids[0]) return { offers: [], page: 1, pageCount: 0, total: 0 };
        set = { ...set, ids };
        query = { ...query, ids };
      }
      // This method answers all rows whatever is asked (recorded), so the first call asks for no choice.
      if (set.source === 'approved') await read(set);
      const { page = 1, accumulate } = query;
      const found = await Promise.all(
        [...Array(accumulate ? page : 1)].map((_, index) => read({ ...query, page: accumulate ? index + 1 : page })),
      );
      // Rows move between pages while they are read; twice the same one would be drawn twice.
      const offers = new Map(found.flatMap(({ rows }) => rows.map((offer) => [offer.id, offer])));
      const { page: last, pageCount, total } = found.at(-1) as Page<Offer>;
      return { offers: [...offers.values()], page: last, pageCount, total };
    },
    whole: ({ set }) => memory.get(keyOf(set))?.whole,
    forget() {
      until = 0;
    },
  };
}
