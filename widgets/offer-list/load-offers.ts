import { maxIds, toOrder } from '../../shared/api/offers.js';
import type { ApiClient, Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';
import { numbersBelow } from '../../shared/numbers-below.js';
import { completeOffers } from '../../shared/offer/complete-offers.js';
import { createQueryCache } from '../../shared/query-cache.js';
import { filterAndPaginate } from './filter-and-paginate.js';
import type { FilterControl, OfferList } from './offer-list.types.js';
import { type OfferListQuery, queryKey } from './offer-query.js';
import { createOfferSource } from './offer-source.js';

/** Milliseconds for which a loaded page is good. The network's own data is older than that anyway. */
const lifetime = 10 * 60 * 1000;

/** The queries for the network: the requested page with the visitor's filters, and page 1 without them. */
export interface OfferListRequest {
  readonly base: OfferListQuery;
  readonly query: OfferListQuery;
  /** BCP 47; decides the order of names. */
  readonly language: string;
  /** Controls that are shown: what there is to choose from is loaded along. */
  readonly controls: readonly FilterControl[];
}

export interface LoadedOffers {
  readonly list: OfferList;
  /** All offers without the visitor's filters, where the list is complete: then the page filters by itself. */
  readonly allOffers: readonly Offer[] | undefined;
}

export interface OfferLoader {
  load(request: OfferListRequest, client: ApiClient, signal: AbortSignal): Promise<LoadedOffers>;
  /** Forgets what was loaded. */
  clear(): void;
}

type ShownPage = Omit<Page<Offer>, 'complete'>;

/** Upstream sorts names by rules of its own; within a page the element's language decides. */
const sortedByLanguage = (page: Page<Offer>, query: OfferListQuery, language: string): Page<Offer> => ({
  ...page,
  rows: [...page.rows].sort(toOrder(query, language)),
});

const noOffers: OfferList = { offers: [], page: 1, pageCount: 0, total: 0 };

/** Loads pages of offers. A page that was seen comes back without a request. */
export function createOfferLoader(now: () => number): OfferLoader {
  /** As they came. */
  const pages = createQueryCache<Page<Offer>>(lifetime, now);
  /** As they are shown: paginated, and completed with relations that did not come along. */
  const shownPages = createQueryCache<ShownPage>(lifetime, now);
  const source = createOfferSource();
  let owner: ApiClient | undefined;
  let featuredIds: readonly string[] | undefined;

  const clear = (): void => {
    pages.clear();
    shownPages.clear();
    featuredIds = undefined;
    source.clear();
  };

  /** One page as it came, or everything there is (`complete`). */
  const readPage = (query: OfferListQuery, send: Send): Promise<Page<Offer>> =>
    pages.read(queryKey(query), () => source.findPage(query, send));

  return {
    clear,
    async load({ base, query, language }, client, signal) {
      if (owner !== client) {
        owner = client;
        clear();
      }
      const send: Send = (request) => client.send(request, { signal });

      let ids = query.ids;
      if (query.featured) {
        featuredIds ??= await source.findFeaturedIds(send);
        ids = featuredIds.filter((id) => !query.ids.length || query.ids.includes(id)).slice(0, maxIds);
        if (!ids.length) return { list: noOffers, allOffers: undefined };
      }
      const unfiltered = { ...base, ids };
      const filtered = { ...query, ids };

      // These lists are complete whatever is requested (recorded for `findMyApprovedOffers`), so the first request has no filters.
      const comesWhole = query.source === 'approved' || ids.length > 0;
      if (comesWhole) await readPage(unfiltered, send);

      /** The complete list without the visitor's filters, where it is known. */
      const readCompleteList = (): Page<Offer> | undefined => {
        const known = pages.get(queryKey(unfiltered));
        return known?.complete ? known : undefined;
      };

      const findPage = async (wanted: OfferListQuery): Promise<ShownPage> => {
        const known = readCompleteList();
        const found = known ?? (await readPage(wanted, send));
        // A network that ignores the filters returns everything.
        if (!known && found.complete) pages.set(queryKey(unfiltered), found);
        const shown = found.complete
          ? filterAndPaginate(found.rows, wanted, language)
          : sortedByLanguage(found, wanted, language);
        return { ...shown, rows: await completeOffers(shown.rows, query.relations, send) };
      };

      /** The requested page, or the last one where there are fewer than expected. */
      const showPage = async (page: number): Promise<ShownPage> => {
        const wanted = { ...filtered, page };
        const shown = await shownPages.read(`${language} ${queryKey(wanted)}`, () => findPage(wanted));
        if (shown.rows.length || page === 1) return shown;
        const last = await showPage(Math.min(page - 1, shown.pageCount || page));
        return { ...last, pageCount: last.pageCount ?? last.page };
      };

      const pageNumbers = query.showsAllPages ? numbersBelow(query.page).map((index) => index + 1) : [query.page];
      const shown = await Promise.all(pageNumbers.map(showPage));
      // Offers move between pages while these are read; the same one twice would be shown twice.
      const offers = new Map(shown.flatMap(({ rows }) => rows.map((offer) => [offer.id, offer])));
      const { page, pageCount, total } = shown.at(-1) as ShownPage;
      return {
        list: { offers: [...offers.values()], page, pageCount, total },
        allOffers: readCompleteList()?.rows,
      };
    },
  };
}
