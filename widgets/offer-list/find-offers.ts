import { ApiError } from '../../shared/api/errors.js';
import { findOffers, type OfferQuery, type OfferRelation } from '../../shared/api/offers.js';
import { getCategories, getTargetCountries, getThumbnails } from '../../shared/api/relations.js';
import type { ApiRequest, Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';

/**
 * What to ask for beside the offers, in the order of trying. A network refuses the whole call for one relation that it
 * has switched off, without saying which. The tracking link is the one that HasOffers documents least.
 */
const plans: readonly ((relation: OfferRelation) => boolean)[] = [
  () => true,
  (relation) => relation !== 'TrackingLink',
  () => false,
];

/** Which of the plans the network takes; kept between calls, so that only the first one pays for finding out. */
export interface Plan {
  current: number;
}

/** The call may be all right but for what was asked along. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && /^(upstream|validation|permission|not-found|invalid-response)$/.test(error.code);

/** One page of offers with their relations: one call where the network plays along, else few, and never one per offer. */
export async function findWithRelations(
  query: OfferQuery,
  wanted: readonly OfferRelation[],
  plan: Plan,
  send: Send,
  signal: AbortSignal,
): Promise<Page<Offer>> {
  let refusal: unknown;
  let tried = -1;
  for (let index = plan.current; index < plans.length; index++) {
    const relations = wanted.filter(plans[index] ?? (() => false));
    if (relations.length === tried) continue;
    tried = relations.length;
    try {
      const page = await send(findOffers({ ...query, relations }), { signal });
      plan.current = index;
      return page;
    } catch (error) {
      refusal ??= error;
      if (signal.aborted || !isRefusal(error)) throw error;
    }
  }
  throw refusal;
}

/** Asks for what did not come along, for all rows in one call per relation. What fails again stays unknown. */
export async function fillRelations(
  rows: readonly Offer[],
  wanted: readonly OfferRelation[],
  send: Send,
  signal: AbortSignal,
): Promise<readonly Offer[]> {
  const ids = rows.map(({ id }) => id);
  // Where some rows have it the network knows the relation, and leaves it out of rows that have none.
  const isMissing = (relation: OfferRelation, member: keyof Offer) =>
    wanted.includes(relation) && rows.length > 0 && rows.every((offer) => offer[member] === undefined);
  const ask = async <Value>(
    missing: boolean,
    request: (ids: readonly string[]) => ApiRequest<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value> | undefined> => {
    if (!missing) return undefined;
    try {
      return await send(request(ids), { signal });
    } catch {
      // Offers without pictures are better than no offers.
      return undefined;
    }
  };
  const [thumbnails, categories, countries] = await Promise.all([
    ask(isMissing('Thumbnail', 'thumbnail'), getThumbnails),
    ask(isMissing('OfferCategory', 'categories'), getCategories),
    ask(isMissing('Country', 'countries'), getTargetCountries),
  ]);
  if (!thumbnails && !categories && !countries) return rows;
  return rows.map((offer) => ({
    ...offer,
    thumbnail: thumbnails ? (thumbnails.get(offer.id) ?? null) : offer.thumbnail,
    categories: categories ? (categories.get(offer.id) ?? []) : offer.categories,
    countries: countries ? countries.get(offer.id) : offer.countries,
  }));
}
