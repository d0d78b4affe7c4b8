/** Making an Intl format takes longer than using it a hundred times, so each is made once. */
const formats = new Map<string, unknown>();

function reuse<Format>(key: string, make: () => Format): Format {
  const format = (formats.get(key) as Format | undefined) ?? make();
  formats.set(key, format);
  return format;
}

/**
 * An amount of money. Rates per click have more decimals than their currency (0.035), which rounding would falsify.
 *
 * @param currency - ISO 4217; what is none gives a plain number.
 */
export function formatMoney(amount: number, currency: string | null, language: string): string {
  const options: Intl.NumberFormatOptions =
    currency && /^[a-z]{3}$/i.test(currency)
      ? { style: 'currency', currency }
      : { minimumFractionDigits: amount % 1 ? 2 : 0 };
  return reuse(
    `${language} ${currency} ${options.minimumFractionDigits}`,
    () => new Intl.NumberFormat(language, { ...options, maximumFractionDigits: 5 }),
  ).format(amount);
}

/** 8.5 is "8.5%". */
export const formatPercent = (percent: number, language: string): string =>
  reuse(
    `${language} percent`,
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }),
  ).format(percent / 100);

/** @param signed - "+2" */
export const formatNumber = (value: number, language: string, signed = false): string =>
  reuse(
    `${language} number ${signed}`,
    () => new Intl.NumberFormat(language, { signDisplay: signed ? 'always' : 'auto' }),
  ).format(value);

/** A calendar day `YYYY-MM-DD`, which belongs to no time zone: it is read and written in UTC. */
export const formatDay = (day: string, language: string): string =>
  reuse(`${language} day`, () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })).format(
    Date.parse(day),
  );

/** "in 5 days" */
export const formatDaysAhead = (days: number, language: string): string =>
  reuse(`${language} ahead`, () => new Intl.RelativeTimeFormat(language)).format(days, 'day');

/** "Germany, Austria", with the language's own comma. */
export const formatList = (items: readonly string[], language: string): string =>
  reuse(`${language} list`, () => new Intl.ListFormat(language, { type: 'unit', style: 'short' })).format(items);

/** A country's name in the language; `name` where the code is none of ISO's two letters. */
export function formatCountry({ code, name }: { readonly code: string; readonly name: string }, language: string) {
  if (!/^[A-Z]{2}$/.test(code)) return name;
  const known = reuse(`${language} region`, () => new Intl.DisplayNames(language, { type: 'region' })).of(code);
  return known && known !== code ? known : name;
}
