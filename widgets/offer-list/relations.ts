import { findAllCountries, findAllOfferCategories } from '../../shared/api/application.js';
import type { OfferRelation } from '../../shared/api/offers.js';
import { getCategories, getTargetCountries, getThumbnails } from '../../shared/api/relations.js';
import type { ApiRequest } from '../../shared/api/request.js';
import type { Offer } from '../../shared/api/types.js';

/** A category or a country. */
export interface Option {
  readonly id?: string;
  readonly code?: string;
  readonly name: string;
}

/** What can come along with offers. */
type Row = readonly [
  /** The field, control or link for which it does. */
  need: string,
  relation: OfferRelation,
  member: keyof Offer,
  /** Asks for it later, for many offers at once. */
  get?: (ids: readonly string[]) => ApiRequest<ReadonlyMap<string, unknown>>,
  /** All there are, to choose from. */
  findAll?: () => ApiRequest<readonly Option[]>,
];

export const relations: readonly Row[] = [
  ['thumbnail', 'Thumbnail', 'thumbnail', getThumbnails],
  ['category', 'OfferCategory', 'categories', getCategories, findAllOfferCategories],
  ['country', 'Country', 'countries', getTargetCountries, findAllCountries],
  ['tracking', 'TrackingLink', 'trackingLink'],
];
