import type { Browser } from 'playwright';
import { type Row, toFixedRow, toRow } from '../report.js';
import { inTurns, type Pair } from '../statistics.js';
import { openTab } from '../tab.js';

interface Crowd {
  readonly calls: number;
  readonly painted: number;
  /** Bytes that the page has grown by. */
  readonly heap: number;
}

async function insert(browser: Browser, url: string, tag: string, count: number): Promise<Crowd> {
  const { page, settle, close } = await openTab(browser, url);
  const attributes = { endpoint: '/offers/paged', 'page-size': '20', loading: 'eager' };
  await page.evaluate((endpoint) => window.bench.fetchAhead(`${endpoint}?limit=20&page=1`), attributes.endpoint);
  const before = await settle();
  const asked = await page.evaluate(() => window.bench.requests);
  const { painted } = await page.evaluate(([name, given, many]) => window.bench.insertMany(name, given, many), [
    tag,
    attributes,
    count,
  ] as const);
  const calls = (await page.evaluate(() => window.bench.requests)) - asked;
  const after = await settle();
  await close();
  return { calls, painted, heap: (after.JSHeapUsedSize - before.JSHeapUsedSize) / 1000 };
}

/** Many equal lists of 20 offers on one page, inserted in one tick. */
export async function measureManyElements(browser: Browser, url: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of [1, 10, 30, 100]) {
    const pairs = await inTurns(
      { atLeast: count === 1 ? 5 : 2, atMost: 5, seconds: 6 },
      () => insert(browser, url, 'hasoffers-offer-list', count),
      () => insert(browser, url, 'vanilla-list', count),
    );
    const pick = (member: keyof Crowd): Pair<number>[] =>
      pairs.map(({ ours, other }) => ({ ours: ours[member], other: other[member] }));
    const calls = pick('calls').at(-1) ?? { ours: Number.NaN, other: Number.NaN };
    const shared = { group: 'many', against: 'vanilla element' } as const;
    const label = count === 1 ? '1 element' : `${count} elements`;
    rows.push(
      toFixedRow({ ...shared, what: `${label}: data calls`, unit: '', oursAtMost: 1 }, calls.ours, calls.other),
      toRow({ ...shared, what: `${label}: inserted to painted`, unit: 'ms' }, pick('painted')),
      toRow({ ...shared, what: `${label}: JavaScript heap`, unit: 'kB' }, pick('heap')),
    );
  }
  return rows;
}
