import { drawStill, isDrawn, match } from '../../shared/element/still.js';
import { isBroken, toShowable } from '../../shared/ui/Picture.js';
import type { Look } from './look.js';
import { showCard } from './OfferCard.js';
import type { Place } from './OfferListView.js';
import { showCells } from './OfferTable.js';
import { keyOf } from './question.js';
import { fillTemplate, toValues } from './template.js';

/**
 * Draws each offer into its place, where something of it has changed: by our own look into the list, or by the author's
 * template into the element's light DOM, so that the page's stylesheet reaches it and the list shows it through a slot.
 *
 * Copies of the template for other places go.
 */
export function drawOffers(root: ShadowRoot, places: readonly Place[], look: Look): void {
  const { host, language, t, target, model, attributes, template, isTable } = look;
  // All that an offer looks by. Nothing else draws one again: no theme, no endpoint, no other page.
  const own = Object.entries(attributes).filter(([name]) => /^(fields|link|currency|target|aff)/.test(name));
  const looks = own.join() + isTable + language + keyOf(t);
  const children = [...host.children];
  const kept = new Set(template && places.map(([name]) => name));

  const nodes = root.querySelectorAll('.items > li, tbody > tr');
  // Not by `entries`: old Prototype.js has one of its own.
  places.forEach(([name, offer], index) => {
    const node = nodes[index] as Element;
    const made = model.links.made.value[`${offer?.id}`];
    const broken = isBroken(toShowable(`${offer?.thumbnail?.url}`));
    if (isDrawn(node, [offer, made, broken, looks, template])) return;
    if (template) {
      const copy = children.filter(({ slot }) => slot === name);
      match(host, copy, fillTemplate(template, name, offer && toValues(offer, look), target));
    } else drawStill(node, isTable ? showCells(offer, look) : showCard(offer, look));
  });
  for (const child of children) if (/^offer-/.test(child.slot) && !kept.has(child.slot)) child.remove();
}
