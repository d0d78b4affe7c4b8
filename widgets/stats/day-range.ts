import { addDays, countDays, type Day } from '../../shared/calendar.js';
import type { DayRange, Period, StatsQuery } from './stats.types.js';

/** A longer report is refused: the network answers too late. */
const maxDays = 400;

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

/** The days that are asked for. `from` or `to` win over the period; in the wrong order they are exchanged. */
export function toRange({ period, from, to }: Pick<StatsQuery, 'period' | 'from' | 'to'>, today: Day): DayRange {
  if (!from && !to) return rangesByPeriod[period](today);
  const end = to ?? today;
  const start = from ?? addDays(end, -29);
  const [first, last] = start <= end ? [start, end] : [end, start];
  return countDays(first, last) > maxDays ? { from: addDays(last, 1 - maxDays), to: last } : { from: first, to: last };
}

/** As many days, right before. */
export const previousOf = ({ from, to }: DayRange): DayRange => ({
  from: addDays(from, -countDays(from, to)),
  to: addDays(from, -1),
});

export const covers = (outer: DayRange, inner: DayRange): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** Every day of a range. */
export function daysOf({ from, to }: DayRange): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * The network's day of today, where its time zone is not known: the visitor's, unless the report shows that the network
 * is a day ahead (it has figures of tomorrow) or behind (it has some of yesterday and none of today).
 *
 * Invention: no affiliate method tells the zone. On a quiet day "behind" can be wrong: then today is left out until
 * there is something to show.
 */
export function networkToday(visitorToday: Day, daysWithFigures: readonly Day[]): Day {
  const latest = [...daysWithFigures].sort().at(-1);
  if (latest === addDays(visitorToday, 1) || latest === addDays(visitorToday, -1)) return latest;
  return visitorToday;
}
