import { type Attribute, oneOf, text, tokens } from '../element/attributes.js';
import { defaultOfferFields, type OfferField, offerFieldNames } from './offer-fields.js';
import { type SubIdAttributes, subIdAttributes } from './sub-ids.js';

/** How offers are shown and where they lead: attributes that every element with offers has, parsed. */
export interface OfferAttributes extends SubIdAttributes {
  readonly fields: readonly OfferField[];
  readonly link: 'tracking' | 'preview' | 'none';
  readonly target: '_blank' | '_self';
  readonly disclosure: string | null;
}

/** Their parsers. Each element documents them by itself: what they mean depends on what it shows. */
export const offerAttributes: { readonly [Name in keyof OfferAttributes]: Attribute<OfferAttributes[Name]> } = {
  fields: tokens(offerFieldNames, defaultOfferFields),
  link: oneOf('tracking', 'preview', 'none'),
  ...subIdAttributes,
  target: oneOf('_blank', '_self'),
  disclosure: text,
};
