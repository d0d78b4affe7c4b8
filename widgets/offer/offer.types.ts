import type { Offer } from '../../shared/api/types.js';
import type { LinkResolver } from '../../shared/offer/link-resolver.js';
import type { OfferAttributes } from '../../shared/offer/offer-attributes.js';
import type { Resource } from '../../shared/resource.js';

/** The attributes of the element, parsed. */
export interface SingleOfferAttributes extends OfferAttributes {
  readonly offer: string | null;
  readonly layout: 'card' | 'row' | 'detail' | 'button';
  readonly label: string | null;
}

/** The offer that is shown, and its tracking link. */
export interface SingleOfferModel extends Resource<Offer> {
  readonly links: LinkResolver;
}
