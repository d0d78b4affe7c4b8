import type { SubIds } from '../api/tracking-link.js';
import { type Attribute, text } from '../element/attributes.js';

/** What an element notes on its tracking links, as attributes. */
export interface SubIdAttributes {
  readonly affSub: string | null;
  readonly affSub2: string | null;
  readonly affSub3: string | null;
  readonly affSub4: string | null;
  readonly affSub5: string | null;
  readonly affSource: string | null;
}

/** Their parsers. Each element documents them by itself: what they mean depends on what it shows. */
export const subIdAttributes: { readonly [Name in keyof SubIdAttributes]: Attribute<SubIdAttributes[Name]> } = {
  affSub: text,
  affSub2: text,
  affSub3: text,
  affSub4: text,
  affSub5: text,
  affSource: text,
};

/** The sub-ids under the API's names; `undefined` where none is set. */
export const toSubIds = ({ affSub, affSub2, affSub3, affSub4, affSub5, affSource }: SubIdAttributes): SubIds => ({
  aff_sub: affSub || undefined,
  aff_sub2: affSub2 || undefined,
  aff_sub3: affSub3 || undefined,
  aff_sub4: affSub4 || undefined,
  aff_sub5: affSub5 || undefined,
  source: affSource || undefined,
});
