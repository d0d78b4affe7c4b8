import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Offer } from '../api/types.js';
import { useWidget } from '../element/widget-context.js';

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
  useEffect(() => {
    // Missing in jsdom.
    if (!container.current || typeof IntersectionObserver === 'undefined') return undefined;
    const seen = reported.get(host) ?? new Set();
    reported.set(host, seen);
    const waiting = new Map<Offer, ReturnType<typeof setTimeout>>();
    const items = [...container.current.querySelectorAll('.item')];

    const report = (offer: Offer, index: number): void => {
      seen.add(offer.id);
      emit('hasoffers-offer-view', { offer, position: before + index + 1 });
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries) {
          const index = items.indexOf(target);
          const offer = offers[index];
          if (!offer || seen.has(offer.id)) continue;
          clearTimeout(waiting.get(offer));
          if (intersectionRatio >= visiblePart) waiting.set(offer, setTimeout(report, visibleTime, offer, index));
        }
      },
      { threshold: visiblePart },
    );
    // Old Prototype.js brings an `entries` of its own, which is not iterable.
    offers.forEach(({ id }, index) => {
      const item = items[index];
      if (item && !seen.has(id)) observer.observe(item);
    });
    return () => {
      observer.disconnect();
      for (const timer of waiting.values()) clearTimeout(timer);
    };
  }, [container, host, emit, offers, before]);
}
