import { type OfferRelation, offerRelations } from '../api/offers.js';
import type { OfferAttributes } from './offer-attributes.js';

/**
 * What has to come along with offers, so that they can be shown.
 *
 * @param others - What is needed for something else than showing them.
 */
export function neededRelations(
  { fields, link }: Pick<OfferAttributes, 'fields' | 'link'>,
  others: Partial<Record<OfferRelation, boolean>> = {},
): readonly OfferRelation[] {
  const needed: Readonly<Record<OfferRelation, boolean>> = {
    Thumbnail: fields.includes('thumbnail'),
    OfferCategory: fields.includes('category'),
    Country: fields.includes('country'),
    TrackingLink: link === 'tracking',
  };
  return offerRelations.filter((relation) => needed[relation] || others[relation]);
}
