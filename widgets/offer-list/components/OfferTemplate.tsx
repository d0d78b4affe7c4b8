import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Offer } from '../../../shared/api/types.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { numbersBelow } from '../../../shared/numbers-below.js';
import type { ResolvedLinks } from '../../../shared/offer/link-resolver.js';
import type { LinkSettings } from '../../../shared/offer/outbound-link.js';
import { createCopy, findUnusedBindings, type TemplateCopy, updateCopy } from './template-copy.js';
import { type TemplateValues, toTemplateValues } from './template-values.js';

interface OfferTemplateProps {
  readonly template: HTMLTemplateElement;
  readonly layout: 'grid' | 'list';
  readonly offers: readonly Offer[];
  /** Items in all: those beyond the offers are skeletons. */
  readonly count: number;
  /** Skeletons are invisible and keep their place: there are fewer offers than items. */
  readonly hidesSkeletons: boolean;
  readonly link: LinkSettings;
  readonly resolvedLinks: ResolvedLinks;
}

interface TemplateItem {
  readonly slot: string;
  /** `undefined` for a skeleton. */
  readonly values: TemplateValues | undefined;
}

/**
 * All offers of a page, rendered from the integrator's template. The copies of the template stand in the element's light DOM, where the
 * page's stylesheet reaches them, and the list shows them through slots.
 */
export function OfferTemplate(props: OfferTemplateProps) {
  const { template, layout, offers, count, hidesSkeletons, link, resolvedLinks } = props;
  const context = useWidget();
  const { messages, warn } = context;
  const items = numbersBelow(Math.max(count, offers.length)).map((index): TemplateItem => {
    const offer = offers[index];
    if (!offer) return { slot: `offer-skeleton-${index}`, values: undefined };
    return { slot: `offer-${offer.id}`, values: toTemplateValues(offer, link, resolvedLinks[offer.id], context) };
  });
  useTemplateCopies(template, items, link.target);
  useEffect(() => {
    for (const problem of findUnusedBindings(template)) warn(problem);
  }, [template, warn]);

  const skeletonClass = hidesSkeletons ? 'invisible' : 'skeleton';
  return (
    <ul part="list" class={`items ${layout}`} aria-label={messages.offersLabel} aria-describedby="disclosure">
      {items.map(({ slot, values }) => (
        <li key={slot} class={`item ${values ? '' : skeletonClass}`} aria-hidden={!values}>
          <slot name={slot} />
        </li>
      ))}
    </ul>
  );
}

const isCopySlot = (slot: string): boolean => slot.startsWith('offer-');

/**
 * Keeps one copy of the template in the light DOM for each item. What the page does to the light DOM (morphing,
 * `replaceChildren`, clones) is observed, and missing copies are created again.
 */
function useTemplateCopies(
  template: HTMLTemplateElement,
  items: readonly TemplateItem[],
  target: LinkSettings['target'],
): void {
  const { host } = useWidget();
  const copies = useRef(new Map<string, TemplateCopy>());

  useLayoutEffect(() => {
    const fill = () => {
      copies.current = fillCopies(host, copies.current, template, items, target);
      // The list's own changes are not the page's.
      observer.takeRecords();
    };
    const observer = new MutationObserver(fill);
    observer.observe(host, { childList: true, subtree: true, attributeFilter: ['slot'] });
    fill();
    return () => observer.disconnect();
  });

  useLayoutEffect(
    () => () => {
      for (const child of [...host.children]) if (isCopySlot(child.slot)) child.remove();
      copies.current.clear();
    },
    [host],
  );
}

/** Makes the copies in the light DOM those of the items, and returns them by slot. Other elements in our slots go. */
function fillCopies(
  host: HTMLElement,
  previous: ReadonlyMap<string, TemplateCopy>,
  template: HTMLTemplateElement,
  items: readonly TemplateItem[],
  target: LinkSettings['target'],
): Map<string, TemplateCopy> {
  const copies = new Map<string, TemplateCopy>();
  const markup = template.innerHTML;
  for (const { slot, values } of items) {
    const source = { template, markup, values, target };
    const copy = previous.get(slot);
    const isInPlace =
      copy?.elements.every((element) => element.parentNode === host && element.slot === slot) &&
      copy.nodes.every((node) => host.contains(node));
    copies.set(slot, (copy && isInPlace && updateCopy(copy, source)) || createCopy(source, slot));
  }
  const wanted = new Set<Element>([...copies.values()].flatMap(({ elements }) => elements));
  for (const child of [...host.children]) {
    if (isCopySlot(child.slot) && !wanted.has(child)) child.remove();
  }
  for (const element of wanted) if (element.parentNode !== host) host.append(element);
  return copies;
}
