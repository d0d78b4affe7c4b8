import { mayPromote } from '../api/offer-status.js';
import type { Offer } from '../api/types.js';
import { useWidget } from '../element/widget-context.js';
import { formatCategories, formatCountries, formatExpiry } from './format-offer.js';
import type { OfferFields } from './offer-fields.js';

interface OfferProps {
  readonly offer: Offer;
}

/** Names of the offer's categories on one line. */
export function OfferCategories({ offer }: OfferProps) {
  const categories = formatCategories(offer);
  if (!categories) return null;
  return (
    <span key={categories} class="line" dir="auto" title={categories}>
      {categories}
    </span>
  );
}

/** The first of the offer's countries and how many more; all of them for screen readers and as a tooltip. */
export function OfferCountries({ offer, showsAll = false }: OfferProps & { readonly showsAll?: boolean }) {
  const { short: shortened, full } = formatCountries(offer, useWidget());
  const short = showsAll ? full : shortened;
  if (!short) return null;
  return (
    <span class="line" title={full} dir="auto">
      <span key={short}>{short}</span>
      {short !== full && (
        <span key={full} class="visually-hidden">
          : {full}
        </span>
      )}
    </span>
  );
}

/** When the offer ends, or a dash. */
export function OfferExpiry({ offer }: OfferProps) {
  const { formatters } = useWidget();
  const when = formatExpiry(offer, formatters) || '\u2013';
  return (
    <span key={when} class="line" dir="auto" title={when}>
      {when}
    </span>
  );
}

interface BadgeProps {
  readonly kind: string;
  readonly children: string;
}

/** A short remark on an offer. Key it by its text. */
export const OfferBadge = ({ kind, children }: BadgeProps) => (
  <span part="badge" class={`badge ${kind}`} dir="auto" title={children}>
    {children}
  </span>
);

/** Whether the affiliate may run the offer. That it cannot be promoted is always said: it explains why there is no link. */
export function OfferStatusBadge({ offer, fields }: OfferProps & { readonly fields: OfferFields }) {
  const { messages } = useWidget();
  if (!fields.has('status') && mayPromote(offer)) return null;
  const status = messages[offer.status];
  return (
    <OfferBadge key={status} kind={offer.status}>
      {status}
    </OfferBadge>
  );
}
