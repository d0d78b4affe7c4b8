import type { Offer, OfferStatus, Payout, PayoutType } from '../../shared/api/types.js';
import type { Messages } from '../../shared/messages.js';
import { formatDay, formatDaysAhead, formatMoney, formatPercent } from '../../shared/ui/format.js';
import type { Look } from './look.js';

/** A payout in words: "€2.00 + 5%" "of the sale", and the field's abbreviation for it. */
export interface PayoutWords {
  readonly value: string;
  readonly unit: string;
  readonly abbreviation: string;
}

/** What each type of payout is paid for, and the field's abbreviation. */
export const toPayoutKinds = (
  t: Messages,
): { readonly [Type in PayoutType]: readonly [unit: string, kind: string] } => ({
  cpa_flat: [t.perSale, 'CPA'],
  cpa_percentage: [t.ofSale, 'CPS'],
  cpa_both: [t.ofSale, 'CPA + CPS'],
  cpc: [t.perClick, 'CPC'],
  cpm: [t.perThousand, 'CPM'],
});

/** Follows the payout's type strictly. Without any currency the amount is a plain number, never dollars. */
export function toPayoutWords({ type, amount, percent, currency }: Payout, look: Look): PayoutWords {
  const { language, t } = look;
  const [unit, abbreviation] = type ? toPayoutKinds(t)[type] : ['', ''];
  const parts = [
    amount !== null && formatMoney(amount, currency ?? look.currency, language),
    percent !== null && formatPercent(percent, language),
  ].filter(Boolean);
  return { value: parts.join(' + ') || '–', unit, abbreviation };
}

const day = 86_400_000;

/**
 * When an offer ends. Its day belongs to the network's time zone, which nobody tells, so days are counted only where
 * one more or less is no lie; what ends in more than five years is not meant to end.
 */
export function toExpiryWords({ expiresOn }: Offer, language: string, now = new Date()): string | null {
  if (!expiresOn) return null;
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.round((Date.parse(expiresOn) - today) / day);
  if (!(days >= 0 && days < 5 * 365.25)) return null;
  return days > 1 && days < 15 ? formatDaysAhead(days, language) : formatDay(expiresOn, language);
}

export const toStatusWords = (status: OfferStatus, t: Messages): string =>
  ({
    open: t.statusOpen,
    approved: t.statusApproved,
    pending: t.statusPending,
    rejected: t.statusRejected,
    apply: t.statusApply,
    terms: t.statusTerms,
    expired: t.statusExpired,
  })[status];
