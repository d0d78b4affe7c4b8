import type { Offer } from '../api/types.js';

/** `detail` of `hasoffers-offer-click`. */
export interface OfferClick {
  readonly offer: Offer;
  /** Where the visitor is about to go, sub-ids included. */
  readonly url: string;
}

/** `detail` of `hasoffers-offer-view`. */
export interface OfferView {
  readonly offer: Offer;
  /** 1-based, over all pages of a list. */
  readonly position: number;
}
