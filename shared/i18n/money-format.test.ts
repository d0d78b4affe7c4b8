import { expect, it } from 'vitest';
import { createMoneyFormat } from './money-format.js';

it.each([
  ['en', 1234.5, 'USD', '$1,234.50'],
  ['en', -42.1, 'USD', '\u2212$42.10'],
  ['sv', -42.1, 'SEK', '\u221242,10\u00a0kr'],
  ['de', -0.005, 'EUR', '\u22120,01\u00a0€'],
  ['ja', 1200, 'JPY', '￥1,200'],
  ['he', -5, 'ILS', '\u200f\u200e\u22125.00\u00a0\u200f₪'],
  ['ar', 5, 'USD', '\u200f5.00\u00a0US$\u200e'],
  ['ar', 5, 'JPY', '\u200f5\u00a0JP¥\u200e'],
  ['ar', -5, 'USD', '\u200f\u200e\u22125.00\u00a0US$\u200e'],
  ['ar-EG', -5, 'USD', '\u061c\u2212\u200f٥٫٠٠\u00a0US$\u200e'],
  ['en', 12, null, '12.00'],
  ['en', 12, 'not a code', '12.00'],
])('writes in %s %d %s as %s', (language, value, currency, text) => {
  expect(createMoneyFormat(language, null)(value, currency)).toBe(text);
});

it('takes the currency of the network where an amount has none', () => {
  const format = createMoneyFormat('en', 'EUR');
  expect(format(1, null)).toBe('€1.00');
  expect(format(1200, null, { notation: 'compact', minimumFractionDigits: 0 })).toBe('€1.2K');
});
