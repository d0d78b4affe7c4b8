import type { Offer } from '../../shared/api/types.js';
import { fill } from '../../shared/messages.js';
import { formatList } from '../../shared/ui/format.js';
import { toShowable } from '../../shared/ui/Picture.js';
import type { Look } from './look.js';
import { toCountryNames } from './OfferCountries.js';
import { rel } from './OfferLink.js';
import { toExpiryWords, toPayoutWords, toStatusWords } from './wording.js';

/** An offer as words, by the names that an author's template uses. What it has not is empty. */
export function toValues(offer: Offer, look: Look) {
  const { language, t } = look;
  const { payout, thumbnail, categories, previewUrl } = offer;
  const { value, unit, abbreviation } = toPayoutWords(payout, look);
  const ends = toExpiryWords(offer, language);
  return {
    id: offer.id,
    name: offer.name,
    description: offer.description,
    payout: `${value} ${unit}`.trim(),
    amount: value,
    unit,
    'payout-type': abbreviation,
    currency: payout.currency ?? look.currency ?? '',
    category: formatList(categories?.map(({ name }) => name) ?? [], language),
    country: formatList(toCountryNames(offer, look), language),
    expiry: ends ? fill(t.ends, { when: ends }) : '',
    featured: offer.featured ? t.featured : '',
    status: toStatusWords(offer.status, t),
    thumbnail: thumbnail ? toShowable(thumbnail.url) : '',
    preview: previewUrl ?? '',
    link: look.hrefOf(offer),
  };
}

type Values = ReturnType<typeof toValues>;

/** A copy of an author's template, and how to write an offer into it. */
export interface Bound {
  /** Holds the copy until it is put somewhere. */
  readonly content: DocumentFragment;
  /** Without values each text gets one blank line, so that the copy has the height it will have. */
  write(values: Values | undefined, target: string): void;
  remove(): void;
}

/**
 * Copies the template and finds what is bound: `data-bind` (text), `data-bind-href` on `a`, `data-bind-src` on `img`,
 * `data-bind-alt`, `data-if`. Nothing is parsed and no other attribute can be bound, so an offer's text stays text.
 * Writing again changes what is there, so that a link keeps its focus.
 */
export function bindTemplate(template: HTMLTemplateElement, slot: string): Bound {
  const content = template.ownerDocument.importNode(template.content, true);
  content.replaceChildren(...content.children);
  const own: ChildNode[] = [...content.children];
  for (const child of content.children) child.slot = slot;
  const writers: Bound['write'][] = [];
  for (const node of content.querySelectorAll<HTMLElement>('*')) {
    const { bind, bindHref, bindSrc, bindAlt, if: condition } = node.dataset;
    const on = (name: string | undefined, write: (value: string | null | undefined) => void) => {
      if (!name) return;
      writers.push((values) => {
        if (!values) write('\u00a0');
        else if (Object.hasOwn(values, name)) write(values[name as keyof Values]);
      });
    };
    on(bind, (value) => {
      if (node.textContent !== value) node.textContent = value ?? '';
    });
    on(bindAlt, (value) => node.setAttribute('alt', value ?? ''));
    if (node.localName === 'img') {
      if (bindSrc === 'thumbnail') writers.push((values) => setAttribute(node, 'src', values?.thumbnail));
      node.addEventListener('error', () => node.removeAttribute('src'));
    }
    if (node.localName === 'a' && (bindHref === 'link' || bindHref === 'preview')) {
      writers.push((values, target) => values && writeLink(node, values[bindHref], values.id, target));
    }
    const place = new Comment();
    own.push(place);
    on(condition, (value) => {
      if (value === '' || value === undefined) node.replaceWith(place);
      else place.replaceWith(node);
    });
  }
  return {
    content,
    write(values, target) {
      for (const each of writers) each(values, target);
    },
    remove() {
      for (const node of own) node.remove();
    },
  };
}

/** The link policy of the list, on the author's own anchor. A link that has yet to be made is one for the keyboard too. */
function writeLink(anchor: HTMLElement, url: string | null | undefined, id: string, target: string): void {
  setAttribute(anchor, 'href', url);
  setAttribute(anchor, 'data-offer', url === null || url ? id : '');
  setAttribute(anchor, 'role', url === null ? 'link' : '');
  setAttribute(anchor, 'tabindex', url === null ? '0' : '');
  anchor.setAttribute('target', target);
  anchor.setAttribute('rel', rel);
}

function setAttribute(node: HTMLElement, name: string, value: string | null | undefined): void {
  if (!value) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
