import {
  type DailyRow,
  type GroupRow,
  getDailyStats,
  getTopStats,
  type Report,
  type ReportRange,
} from '../../shared/api/report.js';
import type { ApiClient } from '../../shared/api/request.js';
import { addDays, countDays, type Day, dayIn } from '../../shared/calendar.js';
import { createQueryCache } from '../../shared/query-cache.js';
import { type DayRange, toRange } from '../../shared/report/period.js';
import { covers, networkToday, previousOf } from './day-range.js';
import { maxDays, type StatGroup, type StatsData, type StatsQuery } from './stats.types.js';
import { currenciesOf, summarize, summarizeDays, summarizeGroups, summarizeMonths } from './summarize.js';

/** Milliseconds for which a report is good. Networks count within some minutes. */
const lifetime = 5 * 60 * 1000;
/** 400 days and as many before them, in three currencies. The proxy lets no report have more rows. */
const maxRows = 2500;

interface LoadedReport {
  readonly range: ReportRange;
  readonly report: Report<DailyRow>;
  readonly expires: number;
}

export interface StatsLoader {
  load(query: StatsQuery, client: ApiClient, signal: AbortSignal): Promise<StatsData>;
  /** Forgets what was loaded. */
  clear(): void;
}

/** Loads what the card shows: one report by day, and one more where it is grouped by something else. */
export function createStatsLoader(now: () => number): StatsLoader {
  let reports: readonly LoadedReport[] = [];
  const bestRows = createQueryCache<readonly GroupRow[]>(lifetime, now);
  let owner: ApiClient | undefined;

  const clear = (): void => {
    reports = [];
    bestRows.clear();
  };

  /** The report by day, out of what is already loaded where that has all the days. */
  const readDays = async (wanted: ReportRange, client: ApiClient, signal: AbortSignal): Promise<Report<DailyRow>> => {
    const known = reports.find(
      ({ range, expires }) => covers(range, wanted) && `${range.offerIds}` === `${wanted.offerIds}` && now() < expires,
    );
    if (known) return known.report;
    const report = await client.send(getDailyStats(wanted, maxRows), { signal });
    reports = [{ range: wanted, report, expires: now() + lifetime }, ...reports];
    return report;
  };

  /** The best rows by what the query groups by; months are made of days. */
  const readBest = async (
    { groupBy, rows, offerIds }: StatsQuery,
    range: DayRange,
    client: ApiClient,
    signal: AbortSignal,
  ): Promise<readonly GroupRow[]> => {
    if (groupBy === null || groupBy === 'month') return [];
    const key = JSON.stringify([groupBy, rows, offerIds, range]);
    return bestRows.read(key, async () => {
      const best = await client.send(getTopStats({ ...range, offerIds }, groupBy, rows), { signal });
      return best.rows;
    });
  };

  return {
    clear,
    async load(query, client, signal) {
      if (owner !== client) {
        owner = client;
        clear();
      }
      const { offerIds, timeZone, groupBy } = query;
      const visitorToday = dayIn(timeZone, now());
      const expected = planDays(query, visitorToday);

      // Both at once. A day more at both ends: the network may be a day ahead or behind.
      const around = { from: addDays(expected.first, -1), to: addDays(expected.range.to, 1), offerIds };
      const [loaded, expectedBest] = await Promise.all([
        readDays(around, client, signal),
        readBest(query, expected.range, client, signal),
      ]);
      const latest = loaded.rows.map(({ date }) => date);
      const today = timeZone === null ? networkToday(visitorToday, latest) : visitorToday;
      const { range, previousRange, first } = planDays(query, today);
      // Nothing is loaded again unless the network's day is in another month or year.
      const isExpected = today === visitorToday;
      const { rows, total } = isExpected
        ? loaded
        : await readDays({ from: first, to: range.to, offerIds }, client, signal);
      const best = isExpected ? expectedBest : await readBest(query, range, client, signal);

      const within = ({ from, to }: DayRange) => rows.filter(({ date }) => from <= date && date <= to);
      const current = within(range);
      const before = previousRange ? within(previousRange) : [];
      const currencies = currenciesOf([...current, ...before]);
      return {
        range,
        previousRange,
        days: summarizeDays(current, range, currencies),
        totals: summarize(current, currencies),
        previous: previousRange && {
          days: summarizeDays(before, previousRange, currencies),
          totals: summarize(before, currencies),
        },
        groups: toGroups(groupBy, best, current, currencies),
        currencies,
        today,
        comparison: previousRange && compareWholeDays(range, previousRange, today, rows, currencies),
        cut: total !== null && total > rows.length ? { shown: rows.length, total } : null,
      };
    },
  };
}

/** Today is not over: its day is left out, and the last one of the days before with it. */
function compareWholeDays(
  range: DayRange,
  previousRange: DayRange,
  today: Day,
  rows: readonly DailyRow[],
  currencies: StatsData['currencies'],
): StatsData['comparison'] {
  const last = range.to < today ? range.to : addDays(today, -1);
  const lastBefore = addDays(previousRange.from, countDays(range.from, last) - 1);
  const sum = (from: Day, to: Day) =>
    summarize(
      rows.filter(({ date }) => from <= date && date <= to),
      currencies,
    );
  return { current: sum(range.from, last), previous: sum(previousRange.from, lastBefore) };
}

interface DayPlan {
  readonly range: DayRange;
  readonly previousRange: DayRange | null;
  /** The first day of both. */
  readonly first: Day;
}

function planDays(query: StatsQuery, today: Day): DayPlan {
  const range = toRange(query, today, maxDays);
  const previousRange = query.comparesPrevious ? previousOf(range) : null;
  return { range, previousRange, first: previousRange?.from ?? range.from };
}

function toGroups(
  groupBy: StatsQuery['groupBy'],
  best: readonly GroupRow[],
  rows: readonly DailyRow[],
  currencies: StatsData['currencies'],
): readonly StatGroup[] | null {
  if (groupBy === null) return null;
  return groupBy === 'month' ? summarizeMonths(rows, currencies) : summarizeGroups(best, rows, currencies);
}
