import { fromUnits } from '../../shared/api/decimal.js';
import type { Figures, GroupRow } from '../../shared/api/report.js';
import type { Day } from '../../shared/calendar.js';
import type { DayRange } from '../../shared/report/period.js';
import { daysOf } from './day-range.js';
import type { StatDay, StatGroup, StatValues } from './stats.types.js';

type Currency = string | null;

/** The currencies of a report, each once, the one with the highest payout first. */
export function currenciesOf(rows: readonly Figures[]): readonly Currency[] {
  const payouts = new Map<Currency, number>();
  for (const { currency, payout } of rows) payouts.set(currency, (payouts.get(currency) ?? 0) + payout);
  // A day without payout may have no currency: it is none of its own.
  if (payouts.size > 1 && payouts.get(null) === 0) payouts.delete(null);
  return [...payouts].sort(([, one], [, other]) => other - one).map(([currency]) => currency);
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const percentage = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);

/** Sums of rows; ratios are those of the sums. */
export function summarize(rows: readonly Figures[], currencies: readonly Currency[]): StatValues {
  const sum = (read: (row: Figures) => number) => rows.reduce((total, row) => total + read(row), 0);
  const [impressions, clicks, conversions] = [
    sum((row) => row.impressions),
    sum((row) => row.clicks),
    sum((row) => row.conversions),
  ];
  const payout = currencies.map((currency) => ({
    currency,
    value: fromUnits(sum((row) => (row.currency === currency ? row.payout : 0))),
  }));
  const [amount] = payout;
  const epc = amount && payout.length === 1 ? ratio(amount.value, clicks) : null;
  return {
    impressions,
    clicks,
    conversions,
    payout,
    epc: amount && epc !== null ? { ...amount, value: epc } : null,
    conversionRate: percentage(conversions, clicks),
    ctr: percentage(clicks, impressions),
  };
}

/** Rows by one of their texts, in the order of their first appearance. */
function groupBy<Row>(rows: readonly Row[], read: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(read(row));
    if (group) group.push(row);
    else groups.set(read(row), [row]);
  }
  return groups;
}

type Dated = Figures & { readonly date: Day };

export function summarizeDays(
  rows: readonly Dated[],
  range: DayRange,
  currencies: readonly Currency[],
): readonly StatDay[] {
  const byDay = groupBy(rows, (row) => row.date);
  return daysOf(range).map((date) => ({ date, ...summarize(byDay.get(date) ?? [], currencies) }));
}

/** The months of the days; their label is the key, `YYYY-MM`. */
export const summarizeMonths = (rows: readonly Dated[], currencies: readonly Currency[]): readonly StatGroup[] =>
  [...groupBy(rows, (row) => row.date.slice(0, 7))]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .map(([key, group]) => ({ key, label: key, ...summarize(group, currencies) }));

/**
 * The best rows of a grouped report, and one more for all others together. An offer that earned in two currencies is one
 * row with two amounts.
 *
 * @param all - Every row of the same days, for what the best ones leave over.
 */
export function summarizeGroups(
  best: readonly GroupRow[],
  all: readonly Figures[],
  currencies: readonly Currency[],
): readonly StatGroup[] {
  const groups = [...groupBy(best, (row) => row.key)].map(([key, group]) => ({
    key,
    label: group[0]?.label ?? key,
    ...summarize(group, currencies),
  }));
  const remainder = summarize([...all, ...best.map(negative)], currencies);
  const hasOthers = remainder.clicks > 0 || remainder.conversions > 0 || remainder.impressions > 0;
  return hasOthers ? [...groups, { key: null, label: '', ...remainder }] : groups;
}

const negative = (row: Figures): Figures => ({
  ...row,
  impressions: -row.impressions,
  clicks: -row.clicks,
  conversions: -row.conversions,
  payout: -row.payout,
});
