import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { trackingLinkOf, withSubIds } from './links.js';
import type { OfferField, OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';
import type { Values } from './question.js';

type Props = ViewProps<OfferListAttributes, OfferListModel>;

/** How offers are shown: what all the small pieces of one list have in common. */
export interface Look extends Props, Omit<Values, 'attributes'> {
  readonly has: (field: OfferField) => boolean;
  /** Where an offer's link goes; `null` = it has yet to be made, `undefined` = there is none. */
  readonly hrefOf: (offer: Offer) => string | null | undefined;
}

export function toLook(props: Props): Look {
  const { attributes } = props;
  const { link, fields } = attributes;
  return {
    ...props,
    ...attributes,
    has: (field) => fields.includes(field),
    hrefOf(offer) {
      if (link === 'none') return;
      if (link === 'preview') return offer.previewUrl ?? undefined;
      const url = trackingLinkOf(offer, props.model.links.made.value);
      return url && withSubIds(url, attributes);
    },
  };
}
