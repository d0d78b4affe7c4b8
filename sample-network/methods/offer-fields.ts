import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { OfferSeed } from '../data/offer-seed.js';
import type { Fields } from '../query/entity.js';
import { toNetworkTime } from '../time-zone.js';

const zeroDate = '0000-00-00 00:00:00';
/** What the wire shows for the zero date in `modified`, in unix seconds. */
const zeroDateSeconds = -62_169_966_000;
const day = 86_400_000;

/** The Offer model as affiliates see it, with all members in the recorded order: that of the row in the data. */
export function offerFields(seed: OfferSeed, now: number): Fields {
  const approval = seed.approval ?? 'approved';
  const expiration = expirationOf(seed, now);
  return {
    ...modelRows.Offer,
    id: String(seed.id),
    name: seed.name,
    description: seed.description,
    require_approval: requiresApproval(seed) ? '1' : '0',
    require_terms_and_conditions: approval === 'terms' || approval === 'agreed' ? 1 : 0,
    terms_and_conditions: seed.terms ?? (seed.id % 4 === 0 ? null : ''),
    preview_url: seed.preview,
    currency: seed.currency,
    default_payout: seed.payout.flat,
    protocol: seed.id % 5 === 0 ? 'http' : 'https',
    expiration_date: expiration,
    payout_type: seed.payout.type,
    percent_payout: seed.payout.percent,
    featured: seed.featured ?? (seed.id % 2 === 0 ? zeroDate : null),
    conversion_cap: seed.id % 17 === 0 ? '250' : '0',
    monthly_payout_cap: seed.id % 23 === 0 ? '5000.00' : '0.00',
    allow_website_links: seed.id % 3 === 0 ? '0' : '1',
    enforce_secure_tracking_link: seed.id % 5 === 0 ? '0' : '1',
    has_goals_enabled: seed.goal ? '1' : '0',
    link_platform: seed.universalLink ? 'branch' : '',
    modified: seed.id % 29 === 0 ? zeroDateSeconds : 1_740_000_000 + seed.id * 7_919,
    is_expired: isExpired(expiration, now) ? '1' : '0',
    approval_status: approvalStatus(seed),
  };
}

/** The value of an approval row, or one of the two ways to say that there is none. */
function approvalStatus(seed: OfferSeed): string | null {
  const status = approvalOf(seed);
  return status ?? (seed.id % 2 === 0 ? '' : null);
}

/** `AffiliateOffer.approval_status`; `null` = the affiliate has no such row. */
export function approvalOf(seed: OfferSeed): 'approved' | 'pending' | 'rejected' | null {
  const approval = seed.approval ?? 'approved';
  if (approval === 'open' || approval === 'must-apply' || approval === 'terms') return null;
  return approval === 'agreed' ? 'approved' : approval;
}

export function requiresApproval(seed: OfferSeed): boolean {
  const approval = seed.approval ?? 'approved';
  if (approval === 'approved') return seed.id % 3 === 0;
  return approval === 'pending' || approval === 'rejected' || approval === 'must-apply';
}

function expirationOf(seed: OfferSeed, now: number): string {
  if (typeof seed.expires === 'string') return seed.expires;
  if (seed.expires) return `${toNetworkTime(now + seed.expires.inDays * day).slice(0, 10)} 23:59:59`;
  return `${2029 + (seed.id % 5)}-12-31 19:59:59`;
}

/** Invention: expiry dates are in the network's zone, and an offer without one never expires. */
function isExpired(expiration: string, now: number): boolean {
  return expiration !== zeroDate && expiration < toNetworkTime(now);
}
