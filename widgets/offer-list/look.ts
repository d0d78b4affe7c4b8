import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import type { Messages } from '../../shared/messages.js';
import { trackingLinkOf, withSubIds } from './links.js';
import type { OfferField, OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';

/** How offers are shown: what all the small components of one list have in common. */
export interface Look {
  readonly fields: readonly OfferField[];
  readonly language: string;
  /** For payouts whose currency upstream does not name. */
  readonly currency: string | null;
  readonly t: Messages;
  readonly target: string;
  /** Where an offer's link goes; `null` = it has yet to be made, `undefined` = there is none. */
  readonly hrefOf: (offer: Offer) => string | null | undefined;
  /** Its link could not be made. */
  readonly hasFailed: (offer: Offer) => boolean;
}

type Source = Pick<ViewProps<OfferListAttributes, OfferListModel>, 'model' | 'attributes' | 'language' | 't'>;

export function toLook({ model, attributes, language, t }: Source): Look {
  const made = model.links.made.value;
  const kind = attributes.link.value;
  const subIds = {
    aff_sub: attributes.affSub.value,
    aff_sub2: attributes.affSub2.value,
    aff_sub3: attributes.affSub3.value,
    aff_sub4: attributes.affSub4.value,
    aff_sub5: attributes.affSub5.value,
    source: attributes.affSource.value,
  };
  return {
    fields: attributes.fields.value,
    language,
    currency: attributes.currency.value,
    t,
    target: attributes.target.value,
    hasFailed: (offer) => made.get(offer.id) === null,
    hrefOf(offer) {
      if (kind === 'none') return undefined;
      if (kind === 'preview') return offer.previewUrl ?? undefined;
      const link = trackingLinkOf(offer, made);
      return link && withSubIds(link, subIds);
    },
  };
}
