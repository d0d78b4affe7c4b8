import { toCsv } from '../../shared/csv.js';
import { toNumber } from './format-stats.js';
import type { Metric, StatsData } from './stats.types.js';

interface Column {
  readonly name: string;
  readonly metric: Metric;
  readonly currency: string | null;
}

/** The days that are shown, with raw numbers: a column for each figure, and for each currency of money. */
export function daysToCsv({ days, currencies }: StatsData, metrics: readonly Metric[]): string {
  const columns = metrics.flatMap((metric): readonly Column[] =>
    metric === 'payout'
      ? currencies.map((currency) => ({ metric, currency, name: currency ? `payout ${currency}` : 'payout' }))
      : [{ metric, currency: currencies[0] ?? null, name: metric }],
  );
  return toCsv([
    ['date', ...columns.map(({ name }) => name)],
    ...days.map((day) => [day.date, ...columns.map(({ metric, currency }) => toNumber(day, metric, currency))]),
  ]);
}
