import type { Browser } from 'playwright';
import { type Row, toFixedRow } from '../report.js';
import { openTab } from '../tab.js';

const cycles = 500;
const batch = 50;

/** What stays behind when elements come and go, after collecting garbage. */
export async function measureLifecycle(browser: Browser, url: string): Promise<Row[]> {
  const { page, settle, close } = await openTab(browser, url);
  const run = (times: number) =>
    page.evaluate(
      (count) =>
        window.bench.cycle(
          'hasoffers-offer-list',
          { endpoint: '/offers/paged', 'page-size': '5', loading: 'eager' },
          count,
        ),
      times,
    );
  const runAll = async () => {
    for (let done = 0; done < cycles; done += batch) await run(batch);
  };
  // The first ones fill what is made once for all, and have the code compiled.
  await runAll();
  const before = await settle();
  await runAll();
  const after = await settle();
  await close();
  const shared = { group: 'life', unit: '', against: 'before them' } as const;
  const after500 = `after ${cycles} inserted and removed`;
  return [
    toFixedRow({ ...shared, what: `nodes ${after500}`, atMost: 1 }, after.Nodes, before.Nodes),
    toFixedRow(
      { ...shared, what: `listeners ${after500}`, atMost: 1 },
      after.JSEventListeners,
      before.JSEventListeners,
    ),
    // Compiled code comes and goes by itself.
    toFixedRow(
      { ...shared, what: `JavaScript heap ${after500}`, unit: 'kB', atMost: 1.05 },
      after.JSHeapUsedSize / 1000,
      before.JSHeapUsedSize / 1000,
    ),
  ];
}
