import type { Browser } from 'playwright';
import { type Row, toRatioRow } from '../report.js';
import { type BenchSite, statsRange } from '../site.js';
import { sampleInRotation } from '../statistics.js';
import type { Subject } from '../subjects.js';
import { openTab } from '../tab.js';

const attributes = { endpoint: '/stats', currency: 'USD', loading: 'eager', ...statsRange };

/** The card of 90 days, compared with the 90 before, in a page that has shown it before. */
export async function measureStatsCard(
  browser: Browser,
  site: BenchSite,
  subjects: readonly Subject[],
): Promise<Row[]> {
  const tabs = await Promise.all(subjects.map((subject) => openTab(browser, site.probePage(subject))));
  const samplers = Object.fromEntries(
    subjects.map(({ name, tag }, index) => [
      name,
      async () => {
        const tab = tabs[index];
        await tab?.collectGarbage();
        return tab?.page.evaluate(([element, given]) => window.probe.render(element, given), [
          tag,
          attributes,
        ] as const);
      },
    ]),
  );
  const rounds = await sampleInRotation({ atLeast: 10, atMost: 42, seconds: 12 }, samplers);
  await Promise.all(tabs.map(({ close }) => close()));
  // The first round warms up.
  const pairs = rounds.slice(1).map(({ ours = Number.NaN, vanilla = Number.NaN }) => ({ ours, other: vanilla }));
  const what = 'statistics of 90 days and the 90 before, data to painted';
  return [toRatioRow({ part: 'stats', what, unit: 'ms', against: 'hand-written', atMost: 1.5 }, pairs)];
}
