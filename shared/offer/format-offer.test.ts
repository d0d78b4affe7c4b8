import { describe, expect, it } from 'vitest';
import type { Offer, Payout } from '../api/types.js';
import { formattersFor } from '../i18n/formatters.js';
import { messages } from '../i18n/messages.js';
import { formatExpiry, formatPayout } from './format-offer.js';

const context = (language = 'en', currency: string | null = null) => ({
  formatters: formattersFor(language),
  currency,
  messages,
});
const payout = (
  type: Payout['type'],
  amount: number | null,
  percent: number | null = null,
  currency: string | null = 'EUR',
) => ({ type, amount, percent, currency }) satisfies Payout;
const words = (given: Payout, where = context()) => {
  const { amount, unit, abbreviation } = formatPayout(given, where);
  return `${amount} ${unit} (${abbreviation})`.replaceAll('\u00a0', ' ');
};

describe('a payout', () => {
  it.each([
    [payout('cpa_flat', 14), '€14.00 per sale (CPA)'],
    [payout('cpa_percentage', null, 8.5), '8.5% of the sale (CPS)'],
    [payout('cpa_both', 2, 5), '€2.00 + 5% of the sale (CPA + CPS)'],
    [payout('cpc', 0.035), '€0.035 per click (CPC)'],
    [payout('cpm', 1.2), '€1.20 per 1,000 views (CPM)'],
    [payout('cpa_flat', 1500, null, 'JPY'), '¥1,500 per sale (CPA)'],
    [payout('cpa_flat', 12.5, null, 'KWD'), 'KWD 12.500 per sale (CPA)'],
    [payout(null, null), '–  ()'],
    [payout('cpa_flat', null), '– per sale (CPA)'],
    [payout('cpa_flat', 0), '€0.00 per sale (CPA)'],
  ])('%j is "%s"', (given, expected) => {
    expect(words(given)).toBe(expected);
  });

  it.each([
    [null, 14, '14 per sale (CPA)'],
    [null, 14.5, '14.50 per sale (CPA)'],
    ['CHF', 14, 'CHF 14.00 per sale (CPA)'],
    ['dollars', 14, '14 per sale (CPA)'],
  ])('without a currency follows the attribute %j and never assumes one', (currency, amount, expected) => {
    expect(words(payout('cpa_flat', amount, null, null), context('en', currency))).toBe(expected);
  });

  it.each([
    ['de', '14,00 €'],
    ['ja', '€14.00'],
    ['ar-EG', '‏١٤٫٠٠ €'],
  ])('is written as in %s', (language, expected) => {
    expect(words(payout('cpa_flat', 14), context(language))).toContain(expected);
  });
});

describe('the end of an offer', () => {
  const now = new Date(2026, 6, 10, 23, 30);
  it.each([
    [null, ''],
    ['2026-07-09', ''],
    ['2026-07-10', 'Jul 10, 2026'],
    ['2026-07-11', 'Jul 11, 2026'],
    ['2026-07-12', 'in 2 days'],
    ['2026-07-24', 'in 14 days'],
    ['2026-07-25', 'Jul 25, 2026'],
    ['2031-07-09', 'Jul 9, 2031'],
    ['2031-12-31', ''],
    ['2026-02-31', 'Mar 3, 2026'],
  ])('%s reads %j', (expiresOn, expected) => {
    const offer = { expiresOn } as Offer;
    expect(formatExpiry(offer, formattersFor('en'), expiresOn === '2026-02-31' ? new Date(2026, 1, 1) : now)).toBe(
      expected,
    );
  });
});
