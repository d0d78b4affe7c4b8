/** Making an Intl format takes longer than using it a hundred times, so each is made once. */
const formats = new Map<string, unknown>();

function reuse<Format>(
  kind: string,
  language: string,
  make: new (language: string, options: never) => Format,
  options = {},
): Format {
  const key = kind + language;
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
  return reuse(`${currency}${form.minimumFractionDigits}`, language, Intl.NumberFormat, {
    ...form,
    maximumFractionDigits: 5,
  }).format(amount);
}

/** 8.5 is "8.5%". */
export const formatPercent = (percent: number, language: string): string =>
  reuse('%', language, Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);

/** A calendar day `YYYY-MM-DD`, which belongs to no time zone: it is read and written in UTC. */
export const formatDay = (day: string, language: string): string =>
  reuse('day', language, Intl.DateTimeFormat, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));

/** "in 5 days" */
export const formatDaysAhead = (days: number, language: string): string =>
  reuse('in', language, Intl.RelativeTimeFormat).format(days, 'day');

/** A country's name in the language; the network's own where the code is none of ISO's. */
export const formatCountry = ({ code, name }: { readonly code: string; readonly name: string }, language: string) =>
  (code[2] ? '' : reuse('at', language, Intl.DisplayNames, { type: 'region', fallback: 'none' }).of(code)) || name;
