import { type ReadonlySignal, signal } from '@preact/signals';
import { mayPromote } from '../../shared/api/offer-status.js';
import type { Send } from '../../shared/api/request.js';
import { generateTrackingLink } from '../../shared/api/tracking-link.js';
import type { Offer } from '../../shared/api/types.js';

/** Tracking links that did not come with their offers: made when a visitor is about to use one. */
export interface Links {
  /** By offer id; `null` where none could be had. */
  readonly made: ReadonlySignal<ReadonlyMap<string, string | null>>;
  /** Makes the link of an offer, once; what failed is tried again. */
  make(offer: Offer): Promise<string | null>;
}

export function createLinks(send: ReadonlySignal<Send>): Links {
  const made = signal<ReadonlyMap<string, string | null>>(new Map());
  const running = new Map<string, Promise<string | null>>();

  const ask = async (id: string): Promise<string | null> => {
    let link: string | null = null;
    try {
      link = await send.peek()(generateTrackingLink(id));
    } catch {
      // Told as "no link": the visitor reads that it did not work and can try again.
    }
    if (!link) running.delete(id);
    made.value = new Map(made.peek()).set(id, link);
    return link;
  };

  return {
    made,
    make({ id }) {
      const promise = running.get(id) ?? ask(id);
      running.set(id, promise);
      return promise;
    },
  };
}

/** The offer's own tracking link, or the one made for it; `null` = not made yet, `undefined` = may not be promoted. */
export const trackingLinkOf = (offer: Offer, made: ReadonlyMap<string, string | null>): string | null | undefined =>
  mayPromote(offer) ? (offer.trackingLink ?? made.get(offer.id) ?? null) : undefined;

/** Notes the sub-ids on a link, each exactly once; what else its query and fragment say stays. */
export function withSubIds(link: string, subIds: { readonly [name: string]: string | null }): string {
  const url = new URL(link);
  for (const [name, value] of Object.entries(subIds)) if (value) url.searchParams.set(name, value);
  return url.href;
}
