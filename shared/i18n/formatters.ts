import { collatorOf } from '../api/collate.js';
import { holdSymbol } from './currency-symbol.js';

/** A country, or something else that has a name but no ISO code. */
export interface Named {
  readonly code?: string;
  readonly name: string;
}

/** Numbers, money, dates and names as one language writes them. */
export interface Formatters {
  /** BCP 47. */
  readonly language: string;
  number(value: number): string;
  /** @param percent - 8.5 is "8.5%". */
  percent(percent: number): string;
  /** @param currency - ISO 4217; anything else gives a plain number. */
  money(amount: number, currency: string | null): string;
  /** @param time - Milliseconds since 1970 of a calendar day in UTC, such as `Date.parse('2027-01-31')`. */
  day(time: number): string;
  /** @param time - Milliseconds since 1970: "10:42" today, with its date on another day, by the visitor's clock. */
  time(time: number): string;
  /** @param days - From now: 2 is "in 2 days". */
  daysFromNow(days: number): string;
  /** A country's name in this language; its own name where the code is not one of ISO 3166. */
  name(named: Named): string;
  /** The order of two names, in this language. */
  compare(one: string, other: string): number;
  pluralCategory(count: number): Intl.LDMLPluralRule;
  /** Creates the formats that a list of offers needs. The first use of Intl in a page takes tens of milliseconds. */
  prepare(): void;
}

/** Creates a value when it is first needed. */
function lazy<Value>(create: () => Value): () => Value {
  let created: { readonly value: Value } | undefined;
  return () => {
    created ??= { value: create() };
    return created.value;
  };
}

function createFormatters(language: string): Formatters {
  const number = lazy(() => new Intl.NumberFormat(language));
  const percent = lazy(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }));
  // A calendar day belongs to no time zone: it is parsed and formatted in UTC.
  const day = lazy(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));
  const relative = lazy(() => new Intl.RelativeTimeFormat(language));
  const plural = lazy(() => new Intl.PluralRules(language));
  const regions = lazy(() => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  // Rates per click have more decimals than their currency (0.035); rounding would falsify them.
  const amount = lazy(() => new Intl.NumberFormat(language, { maximumFractionDigits: 5 }));
  const fraction = lazy(() => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 5 }));
  const currencies = new Map<string, Intl.NumberFormat>();

  const currencyFormat = (currency: string): Intl.NumberFormat => {
    const format =
      currencies.get(currency) ??
      new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 5 });
    currencies.set(currency, format);
    return format;
  };

  const regionNames = new Map<string, string | undefined>();
  const regionName = (code: string): string | undefined => {
    const known = regionNames.get(code) ?? regions().of(code);
    regionNames.set(code, known);
    return known;
  };

  return {
    language,
    number: (value) => number().format(value),
    percent: (value) => percent().format(value / 100),
    money(value, currency) {
      if (currency && /^[a-z]{3}$/i.test(currency)) return holdSymbol(currencyFormat(currency).format(value));
      return (Number.isInteger(value) ? amount() : fraction()).format(value);
    },
    day: (time) => day().format(time),
    time(time) {
      const date = new Date(time);
      const isToday = date.toDateString() === new Date().toDateString();
      return date.toLocaleString(language, { dateStyle: isToday ? undefined : 'medium', timeStyle: 'short' });
    },
    daysFromNow: (days) => relative().format(days, 'day'),
    name: ({ code, name }) => (code?.length === 2 && regionName(code)) || name,
    compare: (one, other) => collatorOf(language).compare(one, other),
    pluralCategory: (count) => plural().select(count),
    prepare() {
      number().format(1);
      currencyFormat('USD').format(1);
      regions().of('US');
      day().format(0);
      plural().select(1);
    },
  };
}

const formattersByLanguage = new Map<string, Formatters>();

/** The formatters of a language, created once: making an Intl format takes longer than using it a hundred times. */
export function formattersFor(language: string): Formatters {
  let formatters = formattersByLanguage.get(language);
  if (!formatters) {
    formatters = createFormatters(language);
    formattersByLanguage.set(language, formatters);
  }
  return formatters;
}
