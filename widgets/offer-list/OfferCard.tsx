import type { Offer } from '../../shared/api/types.js';
import type { Look } from './look.js';
import {
  showBadges,
  showBone,
  showCategories,
  showCountries,
  showLink,
  showPayout,
  showThumbnail,
  showWords,
} from './OfferParts.js';

/** One offer in a grid or list. */
export const showCard = (offer: Offer | undefined, look: Look) => (
  <article part="offer" class="card offer" aria-label={offer?.name}>
    {showThumbnail(offer, look)}
    <div class="text">
      {showWords(offer, look)}
      {(look.has('category') || look.has('country')) && (
        <div part="meta" class="meta muted">
          {!offer && showBone()}
          {offer && look.has('category') && showCategories(offer, look)}
          {offer && look.has('country') && showCountries(offer, look)}
        </div>
      )}
    </div>
    {showBadges(offer, look)}
    <div class="foot">
      {look.has('payout') && showPayout(offer, look)}
      {offer && showLink(offer, look)}
    </div>
  </article>
);
