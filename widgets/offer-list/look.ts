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
  /** Where an offer's link goes; empty = it has yet to be made, `null` = there is none. */
  readonly hrefOf: (offer: Offer) => string | null;
  /** The author's own look of an offer. */
  readonly template: HTMLTemplateElement | null;
  /** Rows of a table and not items of a list. */
  readonly isTable: boolean;
}

export function toLook(props: Props): Look {
  const { attributes, host, model } = props;
  const { link, fields, layout } = attributes;
  // Read anew each time: a script in the page's head runs before the element's children are there.
  const template = host.querySelector<HTMLTemplateElement>(':scope > template');
  return {
    ...props,
    ...attributes,
    has: (field) => fields.includes(field),
    hrefOf(offer) {
      if (link !== 'tracking') return link === 'none' ? null : offer.previewUrl;
      const url = trackingLinkOf(offer, model.links.made.value);
      return url && withSubIds(url, attributes);
    },
    template,
    isTable: layout === 'table' && !template,
  };
}
