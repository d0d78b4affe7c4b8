import type { OfferSeed } from '../data/offer-seed.js';
import { readContain } from '../query/contain.js';
import { find } from '../query/find.js';
import { readList, readRequired } from '../query/params.js';
import { QueryError } from '../query/query-error.js';
import { readSelection, writeRow } from '../query/write-row.js';
import { answer, failure } from '../wire/envelope.js';
import type { Context, Method } from './context.js';
import { offerEntity } from './offer-entity.js';
import { approvalOf, requiresApproval } from './offer-fields.js';
import { offerModel } from './offer-model.js';

export const findAll: Method = (context, params) => {
  const entities = context.offers.map((seed) => offerEntity(seed, context, false));
  return answer(find(entities, offerModel, params, { relationsAvailable: context.relations }));
};

/**
 * Private offers the affiliate is approved for, and any with its own stats in the last 7 days.
 *
 * Invention: which offers have such stats, and that the shape follows `limit` (both shapes are seen in use).
 */
export const findMyOffers: Method = (context, params) => {
  const entities = context.offers.filter(isMine).map((seed) => offerEntity(seed, context, true));
  return answer(find(entities, offerModel, params, { relationsAvailable: context.relations, defaultLimit: 50 }));
};

function isMine(seed: OfferSeed): boolean {
  const approved = approvalOf(seed) === 'approved';
  return approved && (requiresApproval(seed) || seed.id % 4 !== 0);
}

export const findMyApprovedOffers: Method = (context, params) => {
  const entities = context.offers
    .filter((seed) => approvalOf(seed) === 'approved')
    .map((seed) => offerEntity(seed, context, true));
  return answer(find(entities, offerModel, params, { relationsAvailable: context.relations, alwaysUnpaged: true }));
};

export const findById: Method = (context, params) => {
  const id = readRequired(params, 'id');
  // The recorded answer to a negative id.
  if (id.startsWith('-')) throw new QueryError(failure('Row id is negative'), 'Row id is negative');
  const contained = readContain(params, offerModel, context.relations);
  const selection = readSelection(readList(params, 'fields'), offerModel);
  const seed = findOffer(context, id);
  if (!seed) return answer(null);
  return answer(writeRow(offerEntity(seed, context, true), offerModel, selection, contained));
};

/** Invention: how long "featured" lasts. Every offer with a real date in `featured` counts. */
export const findAllFeaturedOfferIds: Method = (context) =>
  answer(context.offers.filter((seed) => seed.featured).map((seed) => String(seed.id)));

export function findOffer(context: Context, id: string): OfferSeed | undefined {
  return context.offers.find((seed) => String(seed.id) === id);
}
