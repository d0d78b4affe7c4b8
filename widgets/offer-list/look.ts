import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { createHref } from './links.js';
import type { OfferField, OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';
import type { Values } from './question.js';

type Props = ViewProps<OfferListAttributes, OfferListModel>;

/** How offers are shown: what all the small pieces of one list have in common. */
export interface Look extends Props, Omit<Values, 'attributes'> {
  /** Whether a field is shown; a link always has its place. */
  readonly shows: (field: OfferField | 'link') => boolean;
  /** Where an offer's link goes; empty = it has yet to be made, `null` = there is none. */
  readonly hrefOf: (offer: Offer) => string | null;
  /** A number as the language writes it. */
  readonly write: (number: number) => string;
  /** The author's own look of an offer. */
  readonly template: HTMLTemplateElement | null;
  /** Rows of a table and not items of a list. */
  readonly isTable: boolean;
}

export function toLook(props: Props): Look {
  const { attributes, host, model, language } = props;
  const { fields, layout } = attributes;
  const shown: readonly string[] = ['link', ...fields];
  const toHref = createHref(attributes);
  // Read anew each time: a script in the page's head runs before the element's children are there.
  const template = host.querySelector<HTMLTemplateElement>(':scope > template');
  return {
    ...props,
    ...attributes,
    shows: (field) => shown.includes(field),
    hrefOf: (offer) => toHref(offer, model.links.made.value),
    write: (number) => number.toLocaleString(language),
    template,
    isTable: layout === 'table' && !template,
  };
}
