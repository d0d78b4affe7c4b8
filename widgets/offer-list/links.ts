import { type ReadonlySignal, signal } from '@preact/signals';
import { mayPromote } from '../../shared/api/offer-status.js';
import type { Send } from '../../shared/api/request.js';
import { generateTrackingLink } from '../../shared/api/tracking-link.js';
import type { Offer } from '../../shared/api/types.js';
import type { OfferListAttributes } from './offer-list.js';

/** Tracking links that did not come with their offers, by offer id; `null` where none could be had. */
export type Made = { readonly [id: string]: string | null };

export interface Links {
  readonly made: ReadonlySignal<Made>;
  /** Makes the link of an offer when a visitor is about to use it, once; what failed is tried again. */
  make(offer: Offer): Promise<string | null>;
}

export function createLinks(send: () => Send): Links {
  const made = signal<Made>({});
  const running: { [id: string]: Promise<string | null> | null } = {};

  const make = ({ id }: Offer): Promise<string | null> => {
    running[id] ??= send()(generateTrackingLink(id))
      // A failure is told as "no link": the visitor reads that it did not work and can try again.
      .catch(() => null)
      .then((link) => {
        if (!link) running[id] = null;
        made.value = { ...made.peek(), [id]: link };
        return link;
      });
    return running[id];
  };

  return { made, make };
}

/**
 * Tells where an offer's link goes: to its own tracking link, or to the one made for it; empty = that has yet to be made,
 * `null` = there is none. The sub-ids are noted on it, each exactly once; what else its query and fragment say stays.
 *
 * @param attributes - Those of the element: `affSub2` is `aff_sub2` of the link, `affSource` its `source`.
 */
export function createHref(attributes: Pick<OfferListAttributes, 'link'>): (offer: Offer, made: Made) => string | null {
  const { link } = attributes;
  const noted = Object.entries(attributes).filter(([name, value]) => value && /^aff/.test(name));
  return (offer, made) => {
    if (link === 'preview') return offer.previewUrl;
    if (link === 'none' || !mayPromote(offer)) return null;
    const known = offer.trackingLink ?? made[offer.id];
    if (!known) return '';
    const url = new URL(known);
    for (const [name, value] of noted) url.searchParams.set(name.replace('affS', 's').replace('sub', 'aff_sub'), value);
    return url.href;
  };
}
