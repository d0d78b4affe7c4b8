import { flag, record, type Wire } from './decode.js';
import type { Offer, OfferStatus } from './types.js';

/**
 * Whether this affiliate may run an offer, worst first.
 *
 * Read from `AffiliateOffer` where upstream sends it (it does so by itself when approval matters), else from
 * `Offer.approval_status` (recorded, undocumented). Assumption: an approved offer that comes without `AffiliateOffer`
 * has its terms accepted, because the network requires them before it approves.
 *
 * @param assumed - The approval to believe when upstream says nothing: `findMyApprovedOffers` gives "approved" ones only.
 */
export function toOfferStatus(offer: Wire, affiliateOffer: unknown, assumed?: string): OfferStatus {
  const own = record(affiliateOffer);
  const approval = own.approval_status || offer.approval_status || assumed;
  const approved = approval === 'approved';
  const agreed = own.agreed_terms_and_conditions || (approved && !own.approval_status);
  if (flag(offer.is_expired)) return 'expired';
  if (approval === 'rejected' || approval === 'pending') return approval;
  if (flag(offer.require_approval) && !approved) return 'apply';
  if (flag(offer.require_terms_and_conditions) && !agreed) return 'terms';
  return approved ? 'approved' : 'open';
}

const promotable: Readonly<Record<OfferStatus, boolean>> = {
  open: true,
  approved: true,
  pending: false,
  rejected: false,
  apply: false,
  terms: false,
  expired: false,
};

/** An offer's tracking link may be shown: no application, acceptance or new date is missing. */
export const mayPromote = ({ status }: Pick<Offer, 'status'>): boolean => promotable[status];
