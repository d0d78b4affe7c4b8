import type { OfferRelation } from '../api/offers.js';
import { getCategories, getTargetCountries, getThumbnails } from '../api/relations.js';
import type { ApiRequest, Send } from '../api/request.js';
import type { Offer } from '../api/types.js';

interface Complement {
  readonly relation: OfferRelation;
  readonly member: keyof Offer;
  readonly request: (ids: readonly string[]) => ApiRequest<ReadonlyMap<string, unknown>>;
}

/** Relations that can be requested later, for many offers at once. Tracking links are requested one by one, on use. */
const complements: readonly Complement[] = [
  { relation: 'Thumbnail', member: 'thumbnail', request: getThumbnails },
  { relation: 'OfferCategory', member: 'categories', request: getCategories },
  { relation: 'Country', member: 'countries', request: getTargetCountries },
];

/** Offers with the relations that did not come along with them, one request for each. What fails stays unknown. */
export async function completeOffers(
  offers: readonly Offer[],
  relations: readonly OfferRelation[],
  send: Send,
): Promise<readonly Offer[]> {
  const isMissing = ({ relation, member }: Complement): boolean =>
    relations.includes(relation) &&
    offers.length > 0 &&
    // Where some offers have it, the network knows the relation and leaves it out of offers that have none.
    offers.every((offer) => offer[member] === undefined);

  const ids = offers.map(({ id }) => id);
  const found = await Promise.all(
    complements.filter(isMissing).map(async ({ member, request }) => {
      try {
        return { member, values: await send(request(ids)) };
      } catch {
        // Offers without pictures are better than no offers.
        return { member, values: new Map<string, unknown>() };
      }
    }),
  );
  if (!found.length) return offers;
  return offers.map((offer) => ({
    ...offer,
    ...Object.fromEntries(found.map(({ member, values }) => [member, values.get(offer.id)])),
  }));
}
