import { mayPromote } from '../../shared/api/offer-status.js';
import type { Offer } from '../../shared/api/types.js';
import { fill } from '../../shared/messages.js';
import type { Look } from './look.js';
import type { OfferProps } from './OfferText.js';
import { toExpiryWords, toStatusWords } from './wording.js';

/** Short remarks: featured, the state of the offer, when it ends. */
export function OfferBadges({ offer, look }: OfferProps) {
  const expiry = offer && look.fields.includes('expiry') && toExpiryWords(offer, look.language);
  return (
    <p class="badges">
      {offer?.featured && <Badge kind="featured" words={look.t.featured} />}
      {offer && <OfferStatusBadge offer={offer} look={look} />}
      {expiry && <Badge kind="ends" words={fill(look.t.ends, { when: expiry })} />}
    </p>
  );
}

/** That an offer cannot be promoted is always said: it explains why there is no link. */
export const OfferStatusBadge = ({ offer, look }: { readonly offer: Offer; readonly look: Look }) =>
  look.fields.includes('status') || !mayPromote(offer) ? (
    <Badge kind={offer.status} words={toStatusWords(offer.status, look.t)} />
  ) : null;

const Badge = ({ kind, words }: { readonly kind: string; readonly words: string }) => (
  <span part="badge" class={`badge ${kind}`} key={words} title={words}>
    {words}
  </span>
);
