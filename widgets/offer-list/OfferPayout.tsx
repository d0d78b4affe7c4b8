import type { OfferProps } from './OfferText.js';
import { toPayoutWords } from './wording.js';

export function OfferPayout({ offer, look }: OfferProps) {
  const { value, unit, abbreviation } = offer ? toPayoutWords(offer.payout, look) : {};
  return (
    <p part="payout" class="payout" title={abbreviation}>
      <strong key={value}>{value ?? <span class="bone" />}</strong>
      {/* The blank stands inside: a translator wraps texts, and a text beside keyed elements is then nowhere to be found. */}
      <span key={unit} class="muted">
        {' '}
        {unit ?? <span class="bone" />}
      </span>
    </p>
  );
}
