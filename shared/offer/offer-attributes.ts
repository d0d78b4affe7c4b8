import { type Attribute, oneOf, text, tokens } from '../element/attributes.js';
import { defaultOfferFields, type OfferField, offerFieldNames } from './offer-fields.js';

/** How offers are shown and where they lead: attributes that every element with offers has, parsed. */
export interface OfferAttributes {
  readonly fields: readonly OfferField[];
  readonly link: 'tracking' | 'preview' | 'none';
  readonly affSub: string | null;
  readonly affSub2: string | null;
  readonly affSub3: string | null;
  readonly affSub4: string | null;
  readonly affSub5: string | null;
  readonly affSource: string | null;
  readonly target: '_blank' | '_self';
  readonly disclosure: string | null;
}

/** Their parsers. Each element documents them by itself: what they mean depends on what it shows. */
export const offerAttributes: { readonly [Name in keyof OfferAttributes]: Attribute<OfferAttributes[Name]> } = {
  fields: tokens(offerFieldNames, defaultOfferFields),
  link: oneOf('tracking', 'preview', 'none'),
  affSub: text,
  affSub2: text,
  affSub3: text,
  affSub4: text,
  affSub5: text,
  affSource: text,
  target: oneOf('_blank', '_self'),
  disclosure: text,
};
