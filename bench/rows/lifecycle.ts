import { type Row, toFixedRow } from '../report.js';
import { launchBrowser, openTab } from '../tab.js';

const warmUp = 200;
const cycles = 500;
const batch = 50;

/**
 * What stays behind when elements come and go, after collecting garbage.
 *
 * In a browser that only interprets: compiled code lies in the same heap, some 100 kB come over thousands of elements
 * whenever the compiler sees fit, and what an element leaves behind would be lost among them.
 */
export async function measureLifecycle(url: string): Promise<Row[]> {
  const browser = await launchBrowser(['--js-flags=--jitless']);
  const { page, settle } = await openTab(browser, url);
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
  const runAll = async (times: number) => {
    for (let done = 0; done < times; done += batch) await run(batch);
  };
  // The first ones fill what is made once for all.
  await runAll(warmUp);
  const before = await settle();
  await runAll(cycles);
  const after = await settle();
  await browser.close();
  const shared = { group: 'life', unit: '', against: 'before them' } as const;
  const after500 = `after ${cycles} inserted and removed`;
  return [
    toFixedRow({ ...shared, what: `nodes ${after500}`, atMost: 1 }, after.Nodes, before.Nodes),
    toFixedRow(
      { ...shared, what: `listeners ${after500}`, atMost: 1 },
      after.JSEventListeners,
      before.JSEventListeners,
    ),
    // Some 15 kB: 30 bytes of each.
    toFixedRow(
      { ...shared, what: `JavaScript heap ${after500}`, unit: 'kB', atMost: 1.01 },
      after.JSHeapUsedSize / 1000,
      before.JSHeapUsedSize / 1000,
    ),
  ];
}
