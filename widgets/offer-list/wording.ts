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

const toNames = (of: readonly Named[] | undefined, language: string): readonly string[] =>
  (of ?? []).map((each) => formatName(each, language));

export const toCategoryWords = ({ categories }: Offer, { language }: Words): string =>
  toNames(categories, language).join(', ');

/** The first of an offer's countries and how many more, and all of them. */
export function toCountryWords(
  { countries }: Offer,
  { language, t, write }: Words & Pick<Look, 'write'>,
): readonly [first: string, all: string] {
  const names = toNames(countries, language);
  const all = names.join(', ') || (countries ? t.allCountries : '');
  const rest = names.length - 2;
  return [rest > 0 ? `${names.slice(0, 2).join(', ')} +${write(rest)}` : all, all];
}
