import type { Offer } from '../../shared/api/types.js';
import { fill } from '../../shared/messages.js';
import { toShowable } from '../../shared/ui/Picture.js';
import type { Look } from './look.js';
import { rel } from './OfferParts.js';
import { toCategoryWords, toCountryWords, toExpiryWords, toPayoutWords } from './wording.js';

/** Texts of an offer by the names that an author's template uses. What it has not is empty. */
export type TemplateValues = { readonly [name: string]: string };

/** Not known yet: the height of a text, and the true of a condition. */
const pending = '\u00a0';

export function toValues(offer: Offer, look: Look): TemplateValues {
  const { t } = look;
  const { payout, thumbnail } = offer;
  const { value, unit, abbreviation } = toPayoutWords(payout, look);
  const when = toExpiryWords(offer, look.language);
  const href = look.hrefOf(offer);
  return {
    id: offer.id,
    name: offer.name,
    description: offer.description,
    payout: `${value} ${unit}`.trim(),
    amount: value,
    unit,
    'payout-type': abbreviation,
    currency: payout.currency ?? look.currency ?? '',
    category: toCategoryWords(offer),
    country: toCountryWords(offer, look),
    expiry: when ? fill(t.ends, { when }) : '',
    featured: offer.featured ? t.featured : '',
    status: t[offer.status],
    thumbnail: thumbnail ? toShowable(thumbnail.url) : '',
    preview: offer.previewUrl ?? '',
    link: href === undefined ? '' : href || pending,
  };
}

/**
 * Writes an offer into a copy of an author's template: `data-bind` (text), `data-bind-href` on `a`, `data-bind-src` on
 * `img`, `data-bind-alt`, `data-if`. Nothing is parsed and no other attribute can be bound, so an offer's text stays
 * text. Writing again changes what is there, so that a link keeps its focus.
 */
export function writeOffer(
  nodes: readonly (readonly [HTMLElement, Comment])[],
  values: TemplateValues | undefined,
  target: string,
): void {
  for (const [node, place] of nodes) {
    const { bind = '', bindHref = '', bindSrc, bindAlt = '', if: condition = '' } = node.dataset;
    const read = (name: string) => (values ? values[name] : name && pending);
    const set = (name: string, value: string | false | undefined) => {
      if (!value) node.removeAttribute(name);
      else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    };
    const text = read(bind);
    if (bind && text !== undefined && node.textContent !== text) node.textContent = text;
    if (bindAlt) node.setAttribute('alt', read(bindAlt) ?? '');
    if (bindSrc === 'thumbnail' && node.localName === 'img') set('src', read(bindSrc)?.trim());
    // The link policy of the list, on the author's own anchor. A link that has yet to be made is one for the keyboard too.
    if (node.localName === 'a' && /^(link|preview)$/.test(bindHref) && values) {
      const value = values[bindHref];
      const url = value?.trim();
      set('href', url);
      set('data-offer', value && values.id);
      set('role', value && !url && 'link');
      set('tabindex', value && !url && '0');
      set('target', target);
      set('rel', rel);
    }
    if (condition) {
      if (read(condition)) place.replaceWith(node);
      else node.replaceWith(place);
    }
  }
}
