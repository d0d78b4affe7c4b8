import { OfferBadges } from './OfferBadges.js';
import { OfferCountries } from './OfferCountries.js';
import { OfferLink } from './OfferLink.js';
import { OfferPayout } from './OfferPayout.js';
import { OfferCategories, OfferPicture, type OfferProps, OfferText } from './OfferText.js';

/** One offer in a grid or list. */
export function OfferCard({ offer, look }: OfferProps) {
  const { fields } = look;
  const withMeta = fields.includes('category') || fields.includes('country');
  return (
    <article part="offer" class="card offer" aria-label={offer?.name}>
      <div class="media">
        <OfferPicture offer={offer} look={look} />
        <OfferBadges offer={offer} look={look} />
      </div>
      <div class="text">
        <OfferText offer={offer} look={look} />
        {withMeta && (
          <div part="meta" class="meta muted">
            {!offer && <span class="bone" />}
            {offer && fields.includes('category') && <OfferCategories offer={offer} />}
            {offer && fields.includes('country') && <OfferCountries offer={offer} look={look} />}
          </div>
        )}
      </div>
      <div class="foot">
        {fields.includes('payout') && <OfferPayout offer={offer} look={look} />}
        {offer && <OfferLink offer={offer} look={look} />}
      </div>
    </article>
  );
}
