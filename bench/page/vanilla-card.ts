import type { CardOffer } from './vanilla-offer.js';

/*
 * The markup of a card and of its skeleton, as `OfferCard.tsx` and `OfferCardSkeleton` render them. When they change, change
 * these strings and what `createCard` fills in; `npm run bench -- markup` says what still differs.
 */

const cardMarkup = `<li class="item"><article part="offer" class="card offer">
<div class="text">
<div class="words"><p part="name" class="name" dir="auto"></p><p part="description" class="description muted" dir="auto"></p></div>
<div part="meta" class="meta muted"></div>
</div>
<p class="badges"></p>
<div class="foot"><p part="payout" class="payout"><strong></strong><span class="muted"></span></p></div>
</article></li>`;

const skeletonMarkup = `<li class="" aria-hidden="true"><article part="offer" class="card offer">
<span part="thumbnail" class="picture skeleton"></span>
<div class="text">
<div class="words"><p part="name" class="name"><span class="skeleton"></span></p><p part="description" class="description muted"><span class="skeleton"></span></p></div>
<div part="meta" class="meta muted"><span class="skeleton"></span></div>
</div>
<p class="badges"></p>
<div class="foot"><p part="payout" class="payout"><strong><span class="skeleton"></span></strong><span class="muted"><span class="skeleton"></span></span></p></div>
</article></li>`;

const linkMarkup =
  '<a part="link" class="link" target="_blank" rel="sponsored nofollow noopener"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 17 17 7M8 7h9v9"></path></svg><span class="label">View offer<span class="visually-hidden"></span></span></a>';

const imageMarkup = '<img part="thumbnail" alt="" loading="lazy" decoding="async">';

/** Parses markup once; cloning the result is the fastest way to make the nodes again. */
function prepare<Made extends Element>(markup: string): () => Made {
  const template = document.createElement('template');
  template.innerHTML = markup.replaceAll('\n', '');
  const [node] = template.content.children;
  return () => document.importNode(node as Made, true);
}

const cloneCard = prepare<HTMLLIElement>(cardMarkup);
const cloneLink = prepare<HTMLAnchorElement>(linkMarkup);
const cloneImage = prepare<HTMLImageElement>(imageMarkup);

/** Keeps the place of an offer that is not loaded yet. */
export const createSkeleton = prepare<HTMLLIElement>(skeletonMarkup);

const find = (root: Element, selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;

function createText(className: string, text: string): HTMLSpanElement {
  const span = document.createElement('span');
  if (className) span.className = className;
  span.textContent = text;
  return span;
}

/** A text that may be cut off shows the whole of it as a tooltip. */
function setCutText(node: HTMLElement, text: string): void {
  node.textContent = text;
  node.title = text;
}

function createPicture({ picture, isPhoto, id, name }: CardOffer): HTMLElement {
  if (picture) {
    const image = cloneImage();
    image.className = `picture ${isPhoto ? '' : 'logo'}`;
    image.src = picture;
    return image;
  }
  const words = name.split(/ [|–—-] /)[0]?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const initials = words.slice(0, 2).map(([first]) => first);
  const tile = createText(`picture tile tint-${Number(id) % 4}`, initials.join('').toUpperCase());
  tile.setAttribute('part', 'thumbnail');
  tile.ariaHidden = 'true';
  return tile;
}

function createBadge(kind: string, text: string): HTMLSpanElement {
  const badge = createText(`badge ${kind}`, text);
  badge.setAttribute('part', 'badge');
  badge.title = text;
  badge.dir = 'auto';
  return badge;
}

function createLine(text: string): HTMLSpanElement {
  const line = createText('line', text);
  line.dir = 'auto';
  line.title = text;
  return line;
}

function createCountries({ countries, allCountries }: CardOffer): HTMLSpanElement {
  const line = createText('line', '');
  line.dir = 'auto';
  line.title = allCountries;
  line.append(createText('', countries));
  if (countries !== allCountries) line.append(createText('visually-hidden', `: ${allCountries}`));
  return line;
}

/** The item of one offer. */
export function createCard(offer: CardOffer): HTMLLIElement {
  const item = cloneCard();
  const article = item.firstElementChild as HTMLElement;
  article.ariaLabel = offer.name;
  article.prepend(createPicture(offer));
  setCutText(find(article, '.name'), offer.name);
  setCutText(find(article, '.description'), offer.description);
  const meta = find(article, '.meta');
  if (offer.categories) meta.append(createLine(offer.categories));
  meta.append(createCountries(offer));
  find(article, '.badges').append(...offer.badges.map(([kind, text]) => createBadge(kind, text)));
  const [amount, unit, abbreviation] = offer.payout;
  const payout = find(article, '.payout');
  payout.title = abbreviation;
  find(payout, 'strong').textContent = amount;
  find(payout, '.muted').textContent = ` ${unit}`;
  if (offer.href !== undefined) {
    const link = cloneLink();
    link.dataset.offer = offer.id;
    link.href = offer.href;
    find(link, '.visually-hidden').textContent = `: ${offer.name} (new tab)`;
    find(article, '.foot').append(link);
  }
  return item;
}
