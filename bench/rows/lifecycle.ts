import { type Row, toFigureRow, toRatioRow } from '../report.js';
import type { BenchSite } from '../site.js';
import type { Subject } from '../subjects.js';
import { launchBrowser, openTab, unlimitedFrameRate } from '../tab.js';

const part = 'life';
const warmUp = 200;
const cycles = 500;
const attributes = { endpoint: '/offers/paged', 'page-size': '5', loading: 'eager' };

/**
 * What 500 elements leave behind that are inserted, load, render and are removed.
 *
 * In a browser that only interprets: compiled code lies in the same heap, comes whenever the compiler sees fit, and some
 * 100 kB of it would hide what an element leaves behind.
 */
export async function measureLifecycle(site: BenchSite, { tag, ...subject }: Subject): Promise<Row[]> {
  const browser = await launchBrowser(['--js-flags=--jitless', ...unlimitedFrameRate]);
  const { page, collectGarbage } = await openTab(browser, site.probePage({ tag, ...subject }));
  const run = (times: number) =>
    page.evaluate(([name, given, many]) => window.probe.insertAndRemove(name, given, many), [
      tag,
      attributes,
      times,
    ] as const);
  // The first ones fill what is created once for all.
  await run(warmUp);
  const before = await collectGarbage();
  await run(cycles);
  const after = await collectGarbage();
  await browser.close();
  const suffix = `after ${cycles} elements inserted and removed`;
  return [
    toFigureRow({ part, what: `nodes more ${suffix}`, unit: '', atMost: 0 }, after.Nodes - before.Nodes),
    toFigureRow(
      { part, what: `listeners more ${suffix}`, unit: '', atMost: 0 },
      after.JSEventListeners - before.JSEventListeners,
    ),
    // 1 % is some 20 bytes of each: less than any object.
    toRatioRow({ part, what: `heap ${suffix}`, unit: 'kB', against: 'before them', atMost: 1.01 }, [
      { ours: after.JSHeapUsedSize / 1000, other: before.JSHeapUsedSize / 1000 },
    ]),
  ];
}
