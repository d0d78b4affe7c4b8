import { addDays, countDays, type Day } from '../../shared/calendar.js';
import type { DayRange } from '../../shared/report/period.js';

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
