/** Making an Intl format takes longer than using it a hundred times, so each is made once: their options tell them apart. */
const formats = new Map<string, unknown>();

export function toFormat<Format>(
  make: new (language: string, options: never) => Format,
  language: string,
  options = {},
): Format {
  const key = [language, ...Object.values(options)].join();
  const format = (formats.get(key) as Format | undefined) ?? new make(language, options as never);
  formats.set(key, format);
  return format;
}

/**
 * An amount of money. Rates per click have more decimals than their currency (0.035), which rounding would falsify.
 *
 * @param currency - ISO 4217; what is none gives a plain number.
 */
export function formatMoney(amount: number, currency: string | null, language: string): string {
  const form = /^[a-z]{3}$/i.test(`${currency}`)
    ? { style: 'currency', currency }
    : { minimumFractionDigits: amount % 1 && 2 };
  return toFormat(Intl.NumberFormat, language, { ...form, maximumFractionDigits: 5 }).format(amount);
}

/** A country, or something that has no code. */
export interface Named {
  readonly code?: string;
  readonly name: string;
}

/** A country's name in the language; the network's own where the code is none of ISO's. */
export const formatName = ({ code, name }: Named, language: string): string =>
  (code?.length === 2 && toFormat(Intl.DisplayNames, language, { type: 'region', fallback: 'none' }).of(code)) || name;
