import type { ComponentChildren } from 'preact';
import type { Offer } from '../api/types.js';
import { useWidget } from '../element/widget-context.js';
import { formatExpiryMessage } from './format-offer.js';
import { OfferBadge, OfferCategories, OfferCountries, OfferStatusBadge } from './OfferFacts.js';
import { OfferLinks } from './OfferLinks.js';
import { OfferPayout, OfferPayoutSkeleton } from './OfferPayout.js';
import { OfferText, OfferTextSkeleton } from './OfferText.js';
import { OfferThumbnail } from './OfferThumbnail.js';
import type { OfferFields } from './offer-fields.js';
import type { LinkSettings } from './outbound-link.js';

interface OfferCardProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  /** The tracking link, where it did not come along with the offer: `null` = there is none, `undefined` = not requested yet. */
  readonly resolvedLink: string | null | undefined;
  /** All countries by name, where there is room. */
  readonly showsAllCountries?: boolean;
  /** What stands below its text. */
  readonly children?: ComponentChildren;
}

const hasMeta = (fields: OfferFields): boolean => fields.has('category') || fields.has('country');

/** One offer in a grid or list, or alone. Its skeleton is below: a change here has to keep both equally high. */
export function OfferCard({ offer, fields, link, resolvedLink, showsAllCountries = false, children }: OfferCardProps) {
  const context = useWidget();
  const { featured } = context.messages;
  const expiry = fields.has('expiry') ? formatExpiryMessage(offer, context) : '';
  return (
    <article part="offer" class="card offer" aria-label={offer.name}>
      {fields.has('thumbnail') && <OfferThumbnail offer={offer} />}
      <div class="text">
        <OfferText offer={offer} fields={fields} />
        {hasMeta(fields) && (
          <div part="meta" class="meta muted">
            {fields.has('category') && <OfferCategories offer={offer} />}
            {fields.has('country') && <OfferCountries offer={offer} showsAll={showsAllCountries} />}
          </div>
        )}
        {children}
      </div>
      <p class="badges">
        {offer.featured && (
          <OfferBadge key={featured} kind="featured">
            {featured}
          </OfferBadge>
        )}
        <OfferStatusBadge offer={offer} fields={fields} />
        {expiry !== '' && (
          <OfferBadge key={expiry} kind="ends">
            {expiry}
          </OfferBadge>
        )}
      </p>
      <div class="foot">
        {fields.has('payout') && <OfferPayout payout={offer.payout} />}
        <OfferLinks offer={offer} fields={fields} link={link} resolvedLink={resolvedLink} />
      </div>
    </article>
  );
}

/** As high as an {@link OfferCard}, whatever the offer. */
export const OfferCardSkeleton = ({ fields }: Pick<OfferCardProps, 'fields'>) => (
  <article part="offer" class="card offer">
    {fields.has('thumbnail') && <OfferThumbnail offer={undefined} />}
    <div class="text">
      <OfferTextSkeleton fields={fields} />
      {hasMeta(fields) && (
        <div part="meta" class="meta muted">
          <span class="skeleton" />
        </div>
      )}
    </div>
    <p class="badges" />
    <div class="foot">{fields.has('payout') && <OfferPayoutSkeleton />}</div>
  </article>
);
