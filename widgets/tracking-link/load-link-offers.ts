import { findFeaturedOfferIds, findOffers, maxIds, nextOfferPage, type OfferQuery } from '../../shared/api/offers.js';
import type { ApiClient, Send } from '../../shared/api/request.js';
import type { Offer } from '../../shared/api/types.js';
import { loadOffer } from '../../shared/offer/load-offer.js';
import type { TrackingLinkAttributes } from './tracking-link.types.js';

export type LinkOffersQuery = Pick<TrackingLinkAttributes, 'offer' | 'offers' | 'source'>;

/** Pages of 100 that are read of a source which has pages: more offers than this are no list to choose from. */
const maxPages = 10;

/**
 * The one offer, with its picture, or those to choose from. `findMyApprovedOffers` and lists of ids need one request, other
 * sources one for each 100 offers.
 *
 * @throws ApiError `not-found` where the account does not see the one offer.
 */
export async function loadLinkOffers(
  { offer, offers: ids, source }: LinkOffersQuery,
  client: ApiClient,
  signal: AbortSignal,
): Promise<readonly Offer[]> {
  if (offer) return [await loadOffer(offer, ['Thumbnail'], client, signal)];
  const send: Send = (request) => client.send(request, { signal });
  if (ids.length) return findByIds(ids, send);
  if (source === 'featured') return findByIds(await send(findFeaturedOfferIds()), send);

  const found: Offer[] = [];
  let query: OfferQuery | null = { source, limit: maxIds, sort: 'name' };
  while (query && found.length < maxPages * maxIds) {
    const page: Awaited<ReturnType<typeof findPage>> = await findPage(query, send);
    found.push(...page.rows);
    query = nextOfferPage(query, page);
  }
  return found;
}

const findPage = (query: OfferQuery, send: Send) => send(findOffers(query));

async function findByIds(ids: readonly string[], send: Send): Promise<readonly Offer[]> {
  if (!ids.length) return [];
  const wanted = ids.slice(0, maxIds);
  return (await send(findOffers({ ids: wanted, limit: wanted.length }))).rows;
}
