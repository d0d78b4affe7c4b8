import { holdSymbol } from './currency-symbol.js';

/** Writes an amount in one language. */
export type MoneyFormat = (
  value: number,
  /** ISO 4217; `null` = the network's own. */
  currency: string | null,
  /** Differences from the usual way. */
  options?: Intl.NumberFormatOptions,
) => string;

/**
 * Creates a {@link MoneyFormat}, for sums of reports. An amount has as many decimals as is usual in its currency, and a real
 * minus (U+2212), which is as wide as a digit and which screen readers say. Payouts of offers are written by `money()` of
 * `formatters.ts`, with the decimals that a rate has.
 *
 * @param fallbackCurrency - ISO 4217 code of amounts whose currency is `null`, the network's own; `null` = unknown:
 * these are plain numbers.
 */
export function createMoneyFormat(language: string, fallbackCurrency: string | null): MoneyFormat {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, currency, options) => {
    const code = currency ?? fallbackCurrency;
    const style: Intl.NumberFormatOptions =
      code && /^[a-z]{3}$/i.test(code)
        ? { style: 'currency', currency: code }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    const key = JSON.stringify([style, options]);
    const format = formats.get(key) ?? new Intl.NumberFormat(language, { ...style, ...options });
    formats.set(key, format);
    const parts = format
      .formatToParts(value)
      .map((part) => (part.type === 'minusSign' ? part.value.replace('-', '\u2212') : part.value));
    return holdSymbol(parts.join(''));
  };
}
