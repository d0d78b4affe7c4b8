import type { Offer } from '../../shared/api/types.js';
import { fill } from '../../shared/messages.js';
import { toShowable } from '../../shared/ui/Picture.js';
import type { Look } from './look.js';
import { toAnchor } from './OfferParts.js';
import { toCategoryWords, toCountryWords, toExpiryWords, toPayoutWords } from './wording.js';

/** Texts of an offer by the names that an author's template uses. What it has not is empty. */
export type TemplateValues = { readonly [name: string]: string };

/** Not known yet: the height of a text, and the true of a condition. */
const pending = '\u00a0';

export function toValues(offer: Offer, look: Look): TemplateValues {
  const { t } = look;
  const { payout, thumbnail } = offer;
  const [value, unit, abbreviation] = toPayoutWords(payout, look);
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
    category: toCategoryWords(offer, look),
    country: toCountryWords(offer, look)[1],
    expiry: when && fill(t.ends, { when }),
    featured: offer.featured ? t.featured : '',
    status: t[offer.status],
    thumbnail: thumbnail ? toShowable(thumbnail.url) : '',
    preview: offer.previewUrl ?? '',
    link: href === null ? '' : href || pending,
  };
}

/**
 * A copy of an author's template with an offer in it: `data-bind` (text), `data-bind-href` on `a`, `data-bind-src` on
 * `img`, `data-bind-alt`, `data-if`. Nothing is parsed and no other attribute can be bound, so an offer's text stays
 * text.
 *
 * @param values - `undefined` for an offer that is not here yet.
 */
export function fillTemplate(
  template: HTMLTemplateElement,
  slot: string,
  values: TemplateValues | undefined,
  target: Look['target'],
): Iterable<ChildNode> {
  const copy = document.importNode(template.content, true);
  for (const node of copy.querySelectorAll<HTMLElement>('*')) {
    const { bind = '', bindHref = '', bindSrc, bindAlt = '', if: condition = '' } = node.dataset;
    const read = (name: string) => (values ? values[name] : name && pending);
    if (bind) node.textContent = read(bind) ?? node.textContent;
    if (bindAlt) node.setAttribute('alt', read(bindAlt) ?? '');
    if (bindSrc === 'thumbnail' && node.localName === 'img') {
      if (values?.thumbnail) node.setAttribute('src', values.thumbnail);
      else node.removeAttribute('src');
    }
    // The link policy of the list, on the author's own anchor.
    if (node.localName === 'a' && /^(link|preview)$/.test(bindHref) && values) {
      const url = values[bindHref];
      node.removeAttribute('href');
      for (const [name, value] of url ? Object.entries(toAnchor(`${values.id}`, url.trim(), target)) : []) {
        node.setAttribute(name, `${value}`);
      }
    }
    // The comment keeps the place, so that what follows is still found in its own.
    if (condition && !read(condition)) node.replaceWith(new Comment());
  }
  for (const child of copy.children) child.slot = slot;
  return copy.children;
}
