import type { Offer } from '../../shared/api/types.js';
import { fill } from '../../shared/messages.js';
import { showBone } from '../../shared/ui/Bone.js';
import type { Look } from './look.js';
import { columns, showBadge, showLink, showPayout, showStatus, showThumbnail, showWords } from './OfferParts.js';
import { toExpiryWords } from './wording.js';

/** One offer in a grid or list. */
export function showCard(offer: Offer | undefined, look: Look) {
  const when = offer && look.shows('expiry') && toExpiryWords(offer, look.language);
  const meta = (['category', 'country'] as const).filter(look.shows);
  return (
    <article part="offer" class="card offer" aria-label={offer?.name}>
      {showThumbnail(offer, look)}
      <div class="text">
        {showWords(offer, look)}
        {meta[0] && (
          <div part="meta" class="meta muted">
            {offer ? meta.map((name) => columns[name](offer, look)) : showBone()}
          </div>
        )}
      </div>
      <p class="badges">
        {offer && [
          offer.featured && showBadge('featured', look.t.featured),
          showStatus(offer, look),
          when && showBadge('ends', fill(look.t.ends, { when })),
        ]}
      </p>
      <div class="foot">
        {look.shows('payout') && showPayout(offer, look)}
        {offer && showLink(offer, look)}
      </div>
    </article>
  );
}
