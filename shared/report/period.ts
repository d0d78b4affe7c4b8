import { addDays, countDays, type Day, toTime } from '../calendar.js';

export const periods = ['30d', '7d', '14d', '90d', 'month', 'last-month', 'year'] as const;
export type Period = (typeof periods)[number];

/** Both days are counted. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** Which days a report is about: `from` or `to` win over the period. */
export interface ChosenDays {
  readonly period: Period;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** `detail` of `hasoffers-range`. */
export interface RangeChange extends DayRange {
  readonly period: Period;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

const rangesByPeriod: Readonly<Record<Period, (today: Day) => DayRange>> = {
  '7d': (today) => ({ from: addDays(today, -6), to: today }),
  '14d': (today) => ({ from: addDays(today, -13), to: today }),
  '30d': (today) => ({ from: addDays(today, -29), to: today }),
  '90d': (today) => ({ from: addDays(today, -89), to: today }),
  month: (today) => ({ from: firstOfMonth(today), to: today }),
  'last-month'(today) {
    const to = addDays(firstOfMonth(today), -1);
    return { from: firstOfMonth(to), to };
  },
  year: (today) => ({ from: `${today.slice(0, 4)}-01-01`, to: today }),
};

/**
 * The days that are asked for. `from` and `to` in the wrong order are exchanged.
 *
 * @param maxDays - Of more days the last ones count: a longer report is refused, or comes too late.
 */
export function toRange({ period, from, to }: ChosenDays, today: Day, maxDays: number): DayRange {
  if (!from && !to) return lastDays(rangesByPeriod[period](today), maxDays);
  const end = to ?? today;
  const start = from ?? addDays(end, -29);
  return lastDays(start <= end ? { from: start, to: end } : { from: end, to: start }, maxDays);
}

function lastDays(range: DayRange, maxDays: number): DayRange {
  const { from, to } = range;
  return countDays(from, to) > maxDays ? { from: addDays(to, 1 - maxDays), to } : range;
}

/** Writes days as "1–30 June 2026" in one language. Calendar days belong to no time zone: they are parsed and formatted in UTC. */
export function createRangeFormat(language: string): (range: DayRange) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return ({ from, to }) => format.formatRange(toTime(from), toTime(to));
}
