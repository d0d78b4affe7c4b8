import { type Conversion, type ConversionsPage, getConversions } from '../../shared/api/conversions.js';
import type { ApiClient } from '../../shared/api/request.js';
import { addDays, countDays, dayIn } from '../../shared/calendar.js';
import { numbersBelow } from '../../shared/numbers-below.js';
import { createQueryCache } from '../../shared/query-cache.js';
import { type DayRange, toRange } from '../../shared/report/period.js';
import { type ConversionsData, type ConversionsRequest, maxDays } from './conversions.types.js';

/** Milliseconds for which a page is good: the visitor may go back to it without a request. */
const lifetime = 5 * 60 * 1000;

export interface ConversionsLoader {
  load(request: ConversionsRequest, client: ApiClient, signal: AbortSignal): Promise<ConversionsData>;
  /** Forgets what was loaded. */
  clear(): void;
}

/** The days that are shown, as far as they are known before the network has answered. */
export const expectRange = (request: ConversionsRequest, now: number): DayRange =>
  toRange(request, dayIn(request.timeZone, now), maxDays);

/** Loads pages of the log, one request each. */
export function createConversionsLoader(now: () => number): ConversionsLoader {
  const pages = createQueryCache<ConversionsPage>(lifetime, now);
  let owner: ApiClient | undefined;

  return {
    clear: pages.clear,
    async load(request, client, signal) {
      if (owner !== client) {
        owner = client;
        pages.clear();
      }
      const { offerIds, fields, statuses, pageSize: limit } = request;
      const expected = expectRange(request, now());
      const requested = toRequestedRange(request, expected, now());

      const readPage = async (page: number): Promise<ConversionsPage> => {
        const query = { ...requested, offerIds, fields, statuses, limit, page };
        const read = await pages.read(JSON.stringify(query), () => client.send(getConversions(query), { signal }));
        if (read.rows.length > 0 || page === 1) return read;
        // Fewer pages than expected: the last one there is.
        const last = await readPage(Math.min(page - 1, read.pageCount || page));
        return { ...last, pageCount: last.pageCount ?? last.page };
      };

      const pageNumbers = request.showsAllPages ? numbersBelow(request.page).map((index) => index + 1) : [request.page];
      // Two that do not exist any more are the same last one.
      const byNumber = new Map((await Promise.all(pageNumbers.map(readPage))).map((each) => [each.page, each]));
      const read = [...byNumber.values()];
      const last = read.at(-1) as ConversionsPage;
      const { page, pageCount, total } = last;
      const received = read.reduce((sum, { rows }) => sum + rows.length, 0);
      const conversions = withoutRepetitions(read.flatMap(({ rows }) => rows));
      return {
        range: widen(expected, conversions),
        conversions,
        page,
        pageCount,
        hasNext: hasNextPage(last, limit),
        total,
        cut: findCut(received, pageNumbers[0] ?? 1, last, limit),
      };
    },
  };
}

/** Where the zone is not known, it may be tomorrow already in the network's. */
function toRequestedRange({ timeZone }: ConversionsRequest, range: DayRange, now: number): DayRange {
  if (timeZone !== null || range.to !== dayIn(null, now)) return range;
  const to = addDays(range.to, 1);
  return { from: countDays(range.from, to) > maxDays ? addDays(range.from, 1) : range.from, to };
}

/** With the network's day of today, where that has conversions and is tomorrow for the visitor. */
function widen({ from, to }: DayRange, [newest]: readonly Conversion[]): DayRange {
  const day = newest?.time.slice(0, 10) ?? to;
  return { from, to: day > to ? day : to };
}

/** New conversions move older ones to the next page: with several pages the same one would be shown twice. */
function withoutRepetitions(conversions: readonly Conversion[]): readonly Conversion[] {
  const ids = new Set<string>();
  return conversions.filter(({ id }) => {
    if (id && ids.has(id)) return false;
    ids.add(id);
    return true;
  });
}

/** Without a page count a full page is taken for a sign of another one. */
function hasNextPage({ rows, page, pageCount, total }: ConversionsPage, limit: number): boolean {
  if (pageCount !== null) return page < pageCount;
  return rows.length >= limit || (total !== null && total > page * limit);
}

/** Fewer rows than the network counted: a proxy drops those that are not the visitor's, and says how many there were. */
function findCut(
  received: number,
  firstPage: number,
  { page, total }: ConversionsPage,
  limit: number,
): ConversionsData['cut'] {
  if (total === null) return null;
  const expected = Math.min(total, page * limit) - (Math.min(firstPage, page) - 1) * limit;
  return received < expected ? { shown: received, total: expected } : null;
}
