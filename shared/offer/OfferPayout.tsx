import type { Payout } from '../api/types.js';
import { useWidget } from '../element/widget-context.js';
import { formatPayout } from './format-offer.js';

/** What an offer pays: "€2.00 + 5%", and below it what for. */
export function OfferPayout({ payout }: { readonly payout: Payout }) {
  const { amount, unit, abbreviation } = formatPayout(payout, useWidget());
  return (
    <p part="payout" class="payout" title={abbreviation}>
      <strong key={amount}>{amount}</strong>
      <span key={`unit ${unit}`} class="muted">{` ${unit}`}</span>
    </p>
  );
}

/** As high as {@link OfferPayout}. */
export const OfferPayoutSkeleton = () => (
  <p part="payout" class="payout">
    <strong>
      <span class="skeleton" />
    </strong>
    <span class="muted">
      <span class="skeleton" />
    </span>
  </p>
);
