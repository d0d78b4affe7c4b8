import { day, flag, line, match, number, record, text, type Wire } from './decode.js';
import { toOfferStatus } from './offer-status.js';
import { toCategories, toCountries, toThumbnail } from './relations.js';
import { toText } from './text.js';
import { toTrackingLink } from './tracking-link.js';
import { type Offer, type Payout, type PayoutType, payoutTypes } from './types.js';
import { toHttpUrl } from './url.js';

/** What {@link toOffer} reads of the model `Offer`, and so the fields that have to be requested. */
export const offerFields: readonly string[] = [
  'id',
  'name',
  'description',
  'preview_url',
  'expiration_date',
  'is_expired',
  'featured',
  'currency',
  'payout_type',
  'default_payout',
  'percent_payout',
  'require_approval',
  'require_terms_and_conditions',
  'approval_status',
  'has_goals_enabled',
  'allow_website_links',
];

/**
 * `{Offer: {…}, AffiliateOffer?, Thumbnail?, …}` as one domain object; `null` when it is no offer. A relation that
 * upstream did not send is `undefined`, one that it sent empty is `null` or `[]`.
 *
 * @param assumed - See {@link toOfferStatus}.
 */
export function toOffer(row: Wire, assumed?: string): Offer | null {
  const offer = record(row.Offer);
  const id = text(offer.id);
  if (!id) return null;
  const related = <Value>(relation: string, read: (value: unknown) => Value): Value | undefined =>
    relation in row ? read(row[relation]) : undefined;
  return {
    id,
    name: line(offer.name),
    description: toText(text(offer.description)),
    previewUrl: toHttpUrl(offer.preview_url),
    payout: toPayout(offer),
    hasGoals: flag(offer.has_goals_enabled),
    allowsDeepLinks: flag(offer.allow_website_links),
    expiresOn: day(offer.expiration_date),
    featured: Boolean(day(offer.featured)),
    status: toOfferStatus(offer, row.AffiliateOffer, assumed),
    thumbnail: related('Thumbnail', toThumbnail),
    categories: related('OfferCategory', toCategories),
    countries: related('Country', toCountries),
    trackingLink: related('TrackingLink', toTrackingLink),
  };
}

/** Which of the two values a type uses. */
const usedValues: Readonly<Record<PayoutType, { readonly amount: boolean; readonly percent: boolean }>> = {
  cpa_flat: { amount: true, percent: false },
  cpa_percentage: { amount: false, percent: true },
  cpa_both: { amount: true, percent: true },
  cpc: { amount: true, percent: false },
  cpm: { amount: true, percent: false },
};

/** Follows `payout_type` strictly: the amount that a type does not use can be stale on the wire (recorded). */
export function toPayout({ payout_type, default_payout, percent_payout, currency }: Wire): Payout {
  const type = payoutTypes.find((known) => known === payout_type) ?? null;
  return {
    type,
    amount: type && usedValues[type].amount ? number(default_payout) : null,
    percent: type && usedValues[type].percent ? number(percent_payout) : null,
    currency: match(/^[A-Z]{3}$/, currency),
  };
}
