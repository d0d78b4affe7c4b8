import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Offer } from '../api/types.js';
import { useWidget, type WidgetContextValue } from '../element/widget-context.js';
import type { OfferView } from './offer-events.js';

/** An offer counts as seen when this part of it has been on screen for so many milliseconds. */
const visiblePart = 0.5;
const visibleTime = 1000;

/** Ids of the offers that an element has reported, also while it was out of the page for a moment. */
const reported = new WeakMap<HTMLElement, Set<string>>();

/**
 * Tells the page which offers a visitor saw: `hasoffers-offer-view`, once for each offer and element. Nothing is sent.
 *
 * @param container - Holds one `.item` for each offer, in their order; what follows are skeletons.
 * @param before - How many offers stand before the first of these, on other pages.
 */
export function useOfferViews(
  container: RefObject<HTMLElement | null>,
  offers: readonly Offer[],
  before: number,
): void {
  const { host, emit } = useWidget();
  const views = useRef<OfferViews | null>(null);
  useEffect(() => {
    // Missing in jsdom.
    if (typeof IntersectionObserver === 'undefined') return undefined;
    views.current = watchViews(host, emit);
    return views.current.stop;
  }, [host, emit]);
  // One observer for all pages of a list that grows: a new one would look at every offer again.
  useEffect(() => {
    const items = container.current?.querySelectorAll('.item') ?? [];
    // Old Prototype.js brings an `entries` of its own, which is not iterable.
    offers.forEach((offer, index) => {
      const item = items[index];
      if (item) views.current?.watch(item, { offer, position: before + index + 1 });
    });
  }, [container, host, emit, offers, before]);
}

interface OfferViews {
  /** Watches an element until its offer was seen. An element that shows another offer than before counts anew. */
  watch(item: Element, view: OfferView): void;
  stop(): void;
}

function watchViews(host: HTMLElement, emit: WidgetContextValue['emit']): OfferViews {
  const seen = reported.get(host) ?? new Set();
  reported.set(host, seen);
  const shown = new WeakMap<Element, OfferView>();
  const waiting = new Map<Element, ReturnType<typeof setTimeout>>();

  const report = (item: Element): void => {
    waiting.delete(item);
    observer.unobserve(item);
    const view = shown.get(item);
    if (!view || seen.has(view.offer.id)) return;
    seen.add(view.offer.id);
    emit('hasoffers-offer-view', view);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        clearTimeout(waiting.get(target));
        if (intersectionRatio >= visiblePart) waiting.set(target, setTimeout(report, visibleTime, target));
      }
    },
    { threshold: visiblePart },
  );

  return {
    watch(item, view) {
      const isAnother = shown.get(item)?.offer.id !== view.offer.id;
      shown.set(item, view);
      if (!isAnother || seen.has(view.offer.id)) return;
      clearTimeout(waiting.get(item));
      // Observed from the beginning, so that it is told where the element is.
      observer.unobserve(item);
      observer.observe(item);
    },
    stop() {
      observer.disconnect();
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
