import { findFeaturedOfferIds, findOffers, maxIds, nextOfferPage, type OfferQuery } from '../../shared/api/offers.js';
import type { Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';
import { chunk } from '../../shared/chunk.js';
import { createAllowedRelations, isRefusal } from '../../shared/offer/allowed-relations.js';
import type { OfferListQuery } from './offer-query.js';

/** Requests offers from one network, in the ways that it accepts. Keeps no offers: `load-offers.ts` does. */
export interface OfferSource {
  /** One page as it came, or everything there is (`complete`). */
  findPage(query: OfferListQuery, send: Send): Promise<Page<Offer>>;
  findFeaturedIds(send: Send): Promise<readonly string[]>;
  /** Forgets what the network refused: it may have been down for a moment only. */
  clear(): void;
}

/**
 * `findMyApprovedOffers` returns everything at once (recorded). Where it returns pages after all, these have upstream's own
 * size, and nobody knows whether it takes another one: all of them are read in that size, and the list is complete.
 */
async function readAllPages(first: Page<Offer>, request: OfferQuery, send: Send): Promise<Page<Offer>> {
  const offers = new Map<string, Offer>();
  let page = first;
  let next: OfferQuery | null = request;
  while (next) {
    const known = offers.size;
    for (const offer of page.rows) offers.set(offer.id, offer);
    // A network that ignores the page's number would go on for ever.
    next = offers.size > known ? nextOfferPage(next, page) : null;
    if (next) page = await send(findOffers(next));
  }
  const rows = [...offers.values()];
  return { rows, page: 1, total: rows.length, pageCount: 1, complete: true };
}

export function createOfferSource(): OfferSource {
  const allowedRelations = createAllowedRelations();

  /** Requests one page, without the relations that the network refuses. */
  const requestPage = (query: OfferListQuery, send: Send): Promise<Page<Offer>> =>
    allowedRelations.send(query.relations, async (relations) => {
      // An empty list of ids would find nothing.
      const ids = query.ids.length ? query.ids : undefined;
      const request = { ...query, ids, limit: query.pageSize, relations };
      const page = await send(findOffers(request));
      return query.source === 'approved' && !page.complete ? readAllPages(page, request, send) : page;
    });

  /** All offers of a list of ids: upstream cannot sort by it, so that its pages can only be cut out here. */
  const requestIds = async (query: OfferListQuery, send: Send): Promise<Page<Offer>> => {
    const found = await Promise.all(
      chunk(query.ids, maxIds).map((ids) => requestPage({ ...query, ids, page: 1, pageSize: maxIds }, send)),
    );
    const rows = found.flatMap((page) => page.rows);
    return { rows, page: 1, total: rows.length, pageCount: 1, complete: true };
  };

  return {
    findPage: (query, send) => (query.ids.length ? requestIds(query, send) : requestPage(query, send)),
    async findFeaturedIds(send) {
      try {
        return await send(findFeaturedOfferIds());
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // The network does not return the ids: featured offers are recognised by their own dates.
        const { rows } = await send(findOffers({ limit: maxIds, sort: 'newest' }));
        return rows.filter((offer) => offer.featured).map(({ id }) => id);
      }
    },
    clear: allowedRelations.clear,
  };
}
