import type { CardOffer } from './vanilla-offer.js';

/** Makes nodes of markup once; whoever needs them clones them, which is the fastest way there is. */
function prepare<Node extends Element>(markup: string): Node {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild as Node;
}

const line = prepare<HTMLElement>('<span class="line" dir="auto"></span>');
const badge = prepare<HTMLElement>('<span part="badge" dir="auto"></span>');
const image = prepare<HTMLImageElement>('<img part="thumbnail" alt="" loading="lazy" decoding="async">');
const tile = prepare<HTMLElement>('<span part="thumbnail" aria-hidden="true"></span>');
const link = prepare<HTMLAnchorElement>(
  '<a part="link" class="link" target="_blank" rel="sponsored nofollow noopener"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 17 17 7M8 7h9v9"></path></svg><span class="label">View offer<span class="hidden"></span></span></a>',
);
const card = prepare<HTMLLIElement>(
  '<li class="" aria-hidden="false"><article part="offer" class="card offer"><div class="text"><div class="words"><p part="name" class="name " dir="auto"></p><p part="description" class="description muted" dir="auto"></p></div><div part="meta" class="meta muted"></div></div><p class="badges"></p><div class="foot"><p part="payout" class="payout"><strong></strong><span class="muted"></span></p></div></article></li>',
);
const bones = prepare<HTMLLIElement>(
  '<li class="" aria-hidden="true"><article part="offer" class="card offer"><span part="thumbnail" class="picture bone"></span><div class="text"><div class="words"><p part="name" class="name " dir="auto"><span class="bone"></span></p><p part="description" class="description muted" dir="auto"><span class="bone"></span></p></div><div part="meta" class="meta muted"><span class="bone"></span></div></div><p class="badges"></p><div class="foot"><p part="payout" class="payout"><strong><span class="bone"></span></strong><span class="muted"> <span class="bone"></span></span></p></div></article></li>',
);

const copy = <Node extends Element>(node: Node): Node => document.importNode(node, true);
const inside = (node: Element, ...steps: readonly number[]): HTMLElement =>
  steps.reduce((at, step) => at.children[step] as Element, node) as HTMLElement;

function write(node: HTMLElement, words: string): void {
  node.textContent = words;
  node.title = words;
}

function toLine(words: string, all: string): HTMLElement {
  const node = copy(line);
  node.textContent = words;
  node.title = all;
  if (words !== all) {
    const rest = document.createElement('span');
    rest.className = 'hidden';
    rest.textContent = `: ${all}`;
    node.append(rest);
  }
  return node;
}

function toPicture({ picture, isPhoto, id, name }: CardOffer): HTMLElement {
  if (picture) {
    const node = copy(image);
    node.className = `picture ${isPhoto ? '' : 'logo'}`;
    node.src = picture;
    return node;
  }
  const node = copy(tile);
  node.className = `picture tile h${Number(id) % 4}`;
  const words = name.split(/ [|–—-] /)[0]?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const initials = words.slice(0, 2).map(([first]) => first);
  node.textContent = initials.join('').toUpperCase();
  return node;
}

/** Stands for an offer that is not here yet. */
export const toBones = (): HTMLLIElement => copy(bones);

/** The item of one offer. */
export function toCard(offer: CardOffer): HTMLLIElement {
  const item = copy(card);
  const article = inside(item, 0);
  const text = inside(article, 0);
  const badges = inside(article, 1);
  const foot = inside(article, 2);
  article.ariaLabel = offer.name;
  article.prepend(toPicture(offer));
  for (const [kind, words] of offer.badges) {
    const node = copy(badge);
    node.className = `badge ${kind}`;
    write(node, words);
    badges.append(node);
  }
  write(inside(text, 0, 0), offer.name);
  write(inside(text, 0, 1), offer.description);
  const meta = inside(text, 1);
  if (offer.categories) meta.append(toLine(offer.categories, offer.categories));
  meta.append(toLine(offer.countries, offer.allCountries));
  const [value, unit, abbreviation] = offer.payout;
  const payout = inside(foot, 0);
  payout.title = abbreviation;
  inside(payout, 0).textContent = value;
  inside(payout, 1).textContent = ` ${unit}`;
  if (offer.href !== undefined) {
    const node = copy(link);
    node.dataset.offer = offer.id;
    node.href = offer.href;
    inside(node, 1, 0).textContent = `: ${offer.name} (new tab)`;
    foot.append(node);
  }
  return item;
}
