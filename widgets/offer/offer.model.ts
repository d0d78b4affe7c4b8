import { failure } from '../../shared/api/failure.js';
import { getGoalPayouts } from '../../shared/api/goal-payouts.js';
import type { OfferRelation } from '../../shared/api/offers.js';
import type { ApiClient } from '../../shared/api/request.js';
import type { Offer } from '../../shared/api/types.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createLinkResolver } from '../../shared/offer/link-resolver.js';
import { loadOffer } from '../../shared/offer/load-offer.js';
import { neededRelations } from '../../shared/offer/needed-relations.js';
import { createResource } from '../../shared/resource.js';
import type { SingleOfferAttributes, SingleOfferModel } from './offer.types.js';

/** Which offer is shown, and what has to come along with it. */
interface OfferQuery {
  readonly id: string;
  readonly relations: readonly OfferRelation[];
  readonly showsGoals: boolean;
}

/** Loads the offer, together with the others of the page, and in the layout `detail` what its goals pay. */
export function createOfferModel({
  attributes,
  client,
}: Pick<ModelContext<SingleOfferAttributes>, 'attributes' | 'client'>): SingleOfferModel {
  const resource = createResource<OfferQuery, Offer>({
    client,
    query() {
      const { offer, layout, fields, link } = attributes.value;
      return {
        id: offer?.trim() ?? '',
        relations: neededRelations({ fields: layout === 'button' ? [] : fields, link }),
        showsGoals: layout === 'detail' && fields.includes('payout'),
      };
    },
    async load({ id, relations, showsGoals }, currentClient, signal) {
      if (!/^[1-9]\d*$/.test(id)) throw failure('validation');
      const offer = await loadOffer(id, relations, currentClient, signal);
      return showsGoals && offer.hasGoals ? withGoals(offer, currentClient, signal) : offer;
    },
    isEmpty: () => false,
    // Never the name or the link of another offer.
    isShownMeanwhile: (offer, { id }) => offer.id === id,
  });
  return { ...resource, links: createLinkResolver(client) };
}

/** A proxy has to allow the method first: an offer without goals is better than no offer. */
async function withGoals(offer: Offer, client: ApiClient, signal: AbortSignal): Promise<Offer> {
  try {
    return { ...offer, goals: await client.send(getGoalPayouts(offer.id), { signal }) };
  } catch {
    return offer;
  }
}
