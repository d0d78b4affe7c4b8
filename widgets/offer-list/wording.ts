import { type Offer, type Payout, payoutAbbreviations } from '../../shared/api/types.js';
import { formatMoney, formatName, type Named, toFormat } from '../../shared/ui/format.js';
import type { Look } from './look.js';

/** A payout in words: "€2.00 + 5%" "of the sale", and the field's abbreviation for it. */
export type PayoutWords = readonly [value: string, unit: string, abbreviation: string];

type Words = Pick<Look, 'language' | 't'>;

/** Follows the payout's type strictly. Without any currency the amount is a plain number, never dollars. */
export function toPayoutWords(
  { type, amount, percent, currency }: Payout,
  look: Words & Pick<Look, 'currency'>,
): PayoutWords {
  const { language, t } = look;
  const parts = [
    amount !== null && formatMoney(amount, currency ?? look.currency, language),
    // 8.5 is "8.5%".
    percent !== null &&
      toFormat(Intl.NumberFormat, language, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100),
  ].filter(Boolean);
  return [parts.join(' + ') || '–', type ? t[type] : '', type ? payoutAbbreviations[type] : ''];
}

/**
 * When an offer ends; empty where it does not. Its day belongs to the network's time zone, which nobody tells, so days are counted only where
 * one more or less is no lie; what ends in more than five years is not meant to end.
 */
export function toExpiryWords({ expiresOn }: Offer, language: string, now = new Date()): string {
  const end = Date.parse(`${expiresOn}`);
  // From midnight, so that today is day 0.
  const days = Math.ceil((end - now.getTime() + now.getTimezoneOffset() * 6e4) / 864e5);
  if (!(days >= 0 && days < 1826)) return '';
  return days > 1 && days < 15
    ? toFormat(Intl.RelativeTimeFormat, language).format(days, 'day')
    : // A calendar day belongs to no time zone: it is read and written in UTC.
      toFormat(Intl.DateTimeFormat, language, { dateStyle: 'medium', timeZone: 'UTC' }).format(end);
}

const toNames = (of: readonly Named[] | undefined, language: string): string =>
  (of ?? []).map((each) => formatName(each, language)).join(', ');

export const toCategoryWords = ({ categories }: Offer, { language }: Words): string => toNames(categories, language);

/** The names of all of an offer's countries, or of the first ones. */
export const toCountryWords = ({ countries }: Offer, { language, t }: Words, most?: number): string =>
  toNames(countries?.slice(0, most), language) || (countries ? t.allCountries : '');
