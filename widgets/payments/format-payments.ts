import type { Amount } from '../../shared/api/decimal.js';
import { type Day, toTime } from '../../shared/calendar.js';
import { formattersFor } from '../../shared/i18n/formatters.js';
import { createMoneyFormat } from '../../shared/i18n/money-format.js';

/** Amounts and days as one language writes them. */
export interface PaymentFormats {
  /** As exact as the network writes it: rounding would falsify an invoice. */
  amount(amount: Amount): string;
  day(day: Day): string;
}

/** @param fallbackCurrency - See `createMoneyFormat`. */
export function createPaymentFormats(language: string, fallbackCurrency: string | null): PaymentFormats {
  const money = createMoneyFormat(language, fallbackCurrency);
  return {
    amount: ({ value, currency }) => money(value, currency, { maximumFractionDigits: 5 }),
    day: (day) => formattersFor(language).day(toTime(day)),
  };
}

/** Names that are the same in every language. */
const brands: ReadonlyMap<string, string> = new Map([
  ['paypal', 'PayPal'],
  ['payoneer', 'Payoneer'],
  ['payquicker', 'PayQuicker'],
]);

/** Ways of payment that have a message. */
const methods = ['wire', 'check', 'direct_deposit', 'other'] as const;

/**
 * A way of payment in words. One that this version does not know is written as the network calls it.
 *
 * @param messages - Those of `paymentsMessages`.
 */
export function formatMethod(
  method: string,
  messages: Readonly<Record<`method:${(typeof methods)[number]}`, string>>,
): string {
  const known = methods.find((each) => each === method);
  return known ? messages[`method:${known}`] : (brands.get(method) ?? method.replaceAll('_', ' '));
}
