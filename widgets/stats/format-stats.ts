import type { Amount } from '../../shared/api/decimal.js';
import { countDays, type Day, toTime } from '../../shared/calendar.js';
import { createMoneyFormat } from '../../shared/i18n/money-format.js';
import { createRangeFormat, type DayRange } from '../../shared/report/period.js';
import type { Metric, StatsData, StatValues } from './stats.types.js';

/** Numbers and days as the card writes them, in one language. */
export interface StatFormats {
  /** All amounts of a figure; "–" where there is none. */
  figure(values: StatValues, metric: Metric): readonly string[];
  /** One number of the vertical axis, short: "1.2K". */
  axis(value: number, metric: Metric, currency: string | null): string;
  /** A number of the chart in full. */
  value(value: number | null, metric: Metric, currency: string | null): string;
  /** "12 Jun"; with the year where the data has more than one of them. */
  shortDay(day: Day, data: Pick<StatsData, 'range' | 'previousRange'>): string;
  /** "Friday, 12 June 2026". */
  longDay(day: Day): string;
  /** "1–30 June 2026". */
  range(range: DayRange): string;
  /** `YYYY-MM` as "June 2026". */
  month(month: string): string;
  /** 12.34 is "12%". */
  change(percent: number): string;
}

const none = '\u2013';

/**
 * @param fallbackCurrency - ISO 4217 code of amounts whose currency is `null`, the network's own; `null` = unknown:
 * these are plain numbers.
 */
export function createStatFormats(language: string, fallbackCurrency: string | null): StatFormats {
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const wholePercent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  // Round numbers, which two digits tell apart: 150, 0.02.
  const compact: Intl.NumberFormatOptions = { notation: 'compact', maximumSignificantDigits: 2 };
  const compactCount = new Intl.NumberFormat(language, compact);
  const compactPercent = new Intl.NumberFormat(language, { ...compact, style: 'percent' });
  // Calendar days belong to no time zone: they are parsed and formatted in UTC.
  const days = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const shortDay = days({ day: 'numeric', month: 'short' });
  const longDay = days({ dateStyle: 'full' });
  const datedDay = days({ dateStyle: 'medium' });
  const month = days({ year: 'numeric', month: 'long' });

  const money = createMoneyFormat(language, fallbackCurrency);
  // What is less than a cent has as many places as it needs: it is not nothing.
  const amount = ({ value, currency }: Amount) =>
    money(value, currency, value && Math.abs(value) < 0.01 ? { maximumSignificantDigits: 1 } : undefined);
  const ratio = (value: number | null) => [value === null ? none : percent.format(value / 100)];

  const figures: Readonly<Record<Metric, (values: StatValues) => readonly string[]>> = {
    clicks: ({ clicks }) => [count.format(clicks)],
    conversions: ({ conversions }) => [count.format(conversions)],
    impressions: ({ impressions }) => [count.format(impressions)],
    payout({ payout }) {
      // Of several currencies, those in which nothing was earned say nothing.
      const earned = payout.filter(({ value }) => value !== 0);
      const shown = earned.length > 0 ? earned : payout.slice(0, 1);
      return shown.length > 0 ? shown.map(amount) : [money(0, null)];
    },
    epc: ({ epc }) => [epc ? amount(epc) : none],
    'conversion-rate': ({ conversionRate }) => ratio(conversionRate),
    ctr: ({ ctr }) => ratio(ctr),
  };

  return {
    figure: (values, metric) => figures[metric](values),
    axis(value, metric, currency) {
      if (isMoney(metric)) return money(value, currency, compact);
      return isRatio(metric) ? compactPercent.format(value / 100) : compactCount.format(value);
    },
    value(value, metric, currency) {
      if (value === null) return none;
      if (isMoney(metric)) return amount({ value, currency });
      return isRatio(metric) ? percent.format(value / 100) : count.format(value);
    },
    shortDay: (day, { range, previousRange }) =>
      (countDays((previousRange ?? range).from, range.to) > 366 ? datedDay : shortDay).format(toTime(day)),
    longDay: (day) => longDay.format(toTime(day)),
    range: createRangeFormat(language),
    month: (key) => month.format(toTime(`${key}-01`)),
    change: (value) => wholePercent.format(Math.abs(value) / 100),
  };
}

export const isMoney = (metric: Metric): boolean => metric === 'payout' || metric === 'epc';
export const isRatio = (metric: Metric): boolean => metric === 'conversion-rate' || metric === 'ctr';

const numbers: Readonly<Record<Metric, (values: StatValues, currency: string | null) => number | null>> = {
  clicks: ({ clicks }) => clicks,
  conversions: ({ conversions }) => conversions,
  impressions: ({ impressions }) => impressions,
  payout: ({ payout }, currency) => payout.find((amount) => amount.currency === currency)?.value ?? 0,
  epc: ({ epc }) => epc?.value ?? null,
  'conversion-rate': ({ conversionRate }) => conversionRate,
  ctr: ({ ctr }) => ctr,
};

/** A figure as one number, as a chart draws it; `null` where there is none. Money is that of one currency. */
export const toNumber = (values: StatValues, metric: Metric, currency: string | null): number | null =>
  numbers[metric](values, currency);
