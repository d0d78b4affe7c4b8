import { type Offer, type Payout, payoutAbbreviations } from '../api/types.js';
import type { WidgetContextValue } from '../element/widget-context.js';
import { formatMessage } from '../i18n/format-message.js';
import type { Formatters } from '../i18n/formatters.js';

type FormatContext = Pick<WidgetContextValue, 'formatters' | 'messages' | 'currency'>;

/** A payout in words. */
export interface FormattedPayout {
  /** "€2.00 + 5%"; a dash where the network says nothing. */
  readonly amount: string;
  /** "of the sale"; empty for a type that is not known. */
  readonly unit: string;
  /** The field's abbreviation: "CPA + CPS". */
  readonly abbreviation: string;
}

/** Follows the payout's type strictly. Without any currency the amount is a plain number, never dollars. */
export function formatPayout(payout: Payout, { formatters, messages, currency }: FormatContext): FormattedPayout {
  const { type, amount, percent } = payout;
  const parts: string[] = [];
  if (amount !== null) parts.push(formatters.money(amount, payout.currency ?? currency));
  if (percent !== null) parts.push(formatters.percent(percent));
  return {
    amount: parts.join(' + ') || '\u2013',
    unit: type ? messages[type] : '',
    abbreviation: type ? payoutAbbreviations[type] : '',
  };
}

const dayLength = 24 * 60 * 60 * 1000;
/** What ends in more than five years is not meant to end. */
const farthestDays = 5 * 365 + 1;
/** A day more or less is no lie there. */
const countedDays = { min: 2, max: 14 };

/**
 * When an offer ends: "in 3 days", "Jan 31, 2027"; empty where it does not. The day belongs to the network's time zone,
 * which the API does not include, so days are counted only where one more or less does not matter.
 */
export function formatExpiry(
  { expiresOn }: Pick<Offer, 'expiresOn'>,
  formatters: Formatters,
  now: Date = new Date(),
): string {
  if (!expiresOn) return '';
  const end = Date.parse(expiresOn);
  // From midnight, so that today is day 0.
  const days = Math.ceil((end - now.getTime() + now.getTimezoneOffset() * 60_000) / dayLength);
  if (!(days >= 0 && days <= farthestDays)) return '';
  if (days >= countedDays.min && days <= countedDays.max) return formatters.daysFromNow(days);
  return formatters.day(end);
}

/** "Ends in 3 days"; empty where the offer does not end. */
export function formatExpiryMessage(offer: Offer, { formatters, messages }: FormatContext): string {
  const when = formatExpiry(offer, formatters);
  return when && formatMessage(messages.ends, { when });
}

export const formatCategories = ({ categories = [] }: Offer): string => categories.map(({ name }) => name).join(', ');

export interface FormattedCountries {
  /** "Germany, France +2" */
  readonly short: string;
  readonly full: string;
}

const maxCountries = 2;

/** An offer's countries; "All countries" where it has none; empty where that is not known. */
export function formatCountries({ countries }: Offer, { formatters, messages }: FormatContext): FormattedCountries {
  if (!countries) return { short: '', full: '' };
  const names = countries.map((country) => formatters.name(country));
  const full = names.join(', ') || messages.allCountries;
  const rest = names.length - maxCountries;
  const short = rest > 0 ? `${names.slice(0, maxCountries).join(', ')} +${formatters.number(rest)}` : full;
  return { short, full };
}
