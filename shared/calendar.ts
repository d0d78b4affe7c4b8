/** Calendar days are texts, `YYYY-MM-DD`: they belong to no time zone, and compare as they are. */
export type Day = string;

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** Milliseconds since 1970 at which this day begins in UTC. */
export const toTime = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** @param count - May be negative. */
export const addDays = (day: Day, count: number): Day => toDay(toTime(day) + count * millisecondsOfDay);

/** How many days from the first to the last, both counted. */
export const countDays = (first: Day, last: Day): number => (toTime(last) - toTime(first)) / millisecondsOfDay + 1;

/** Whether a text is a day that exists. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toTime(text)) && toDay(toTime(text)) === text;
}

/**
 * The day that it is.
 *
 * @param timeZone - IANA name; `null` = the visitor's own. One that the browser does not know counts as his own, too.
 */
export function dayIn(timeZone: string | null, time: number): Day {
  const zone = timeZone !== null && isTimeZone(timeZone) ? { timeZone } : {};
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...zone }).format(time);
}

/** Whether the browser knows this time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
