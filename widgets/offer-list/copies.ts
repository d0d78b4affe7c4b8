import type { Look } from './look.js';
import type { Place } from './OfferListView.js';
import { toValues, writeOffer } from './template.js';

/** A copy's elements, each with what keeps its place while it is left out. */
type Copy = readonly (readonly [HTMLElement, Comment])[];

const copiesOf = new WeakMap<HTMLElement, Map<string, Copy>>();

/**
 * Draws offers in the author's own look: a copy of the template for each, in the element's light DOM, so that the page's
 * stylesheet reaches it. The view shows it through a slot.
 *
 * Copies for other places go.
 */
export function drawCopies(template: HTMLTemplateElement | null, places: readonly Place[], look: Look): void {
  const { host, target } = look;
  const before = new Map(copiesOf.get(host));
  const now = new Map<string, Copy>();
  copiesOf.set(host, now);
  for (const [slot, offer] of template ? places : []) {
    const copy = before.get(slot) ?? makeCopy(template as HTMLTemplateElement, slot, host);
    before.delete(slot);
    now.set(slot, copy);
    writeOffer(copy, offer && toValues(offer, look), target);
  }
  for (const node of [...before.values()].flat(2)) node.remove();
}

function makeCopy(template: HTMLTemplateElement, slot: string, host: HTMLElement): Copy {
  // A page that comes out of a framework's snapshot brings the nodes of its former life.
  for (const old of [...host.children]) if (old.slot === slot) old.remove();
  const content = document.importNode(template.content, true);
  content.replaceChildren(...content.children);
  for (const child of content.children) child.slot = slot;
  const nodes = [...content.querySelectorAll<HTMLElement>('*')];
  host.append(content);
  return nodes.map((node) => [node, new Comment()]);
}
