import type { Browser } from 'playwright';
import { type Row, toRatioRow } from '../report.js';
import type { BenchSite } from '../site.js';
import { type Effort, sampleInRotation } from '../statistics.js';
import type { Subject } from '../subjects.js';
import { openTab, type Tab } from '../tab.js';

const part = 'render';

interface Scenario {
  readonly what: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** "Show more" is pressed so many times; 0 = the first page is measured. */
  readonly presses: number;
  readonly atMost: number;
  readonly effort: Effort;
}

const firstPage = (count: number, effort: Effort): Scenario => ({
  what: `${count} offers, data to painted`,
  attributes: { endpoint: '/offers/paged', 'page-size': String(count), loading: 'eager' },
  presses: 0,
  atMost: 1.5,
  effort,
});

const scenarios: readonly Scenario[] = [
  firstPage(20, { atLeast: 9, atMost: 41, seconds: 10 }),
  firstPage(100, { atLeast: 7, atMost: 25, seconds: 15 }),
  {
    what: '"Show more" from 100 to 1,000 offers, all presses',
    attributes: {
      endpoint: '/offers/all',
      source: 'approved',
      pagination: 'more',
      'page-size': '100',
      loading: 'eager',
    },
    presses: 9,
    atMost: 2,
    effort: { atLeast: 4, atMost: 9, seconds: 40 },
  },
];

async function sample({ page, collectGarbage }: Tab, { tag }: Subject, scenario: Scenario): Promise<number> {
  const { attributes, presses } = scenario;
  if (!presses) {
    await collectGarbage();
    return page.evaluate(([name, given]) => window.probe.render(name, given), [tag, attributes] as const);
  }
  await page.evaluate(([name, given]) => window.probe.insert(name, given), [tag, attributes] as const);
  await collectGarbage();
  return page.evaluate((times) => window.probe.showMore(times), presses);
}

/** Drawing in pages that have done it before: code is compiled, caches are warm. */
export async function measureRendering(
  browser: Browser,
  site: BenchSite,
  subjects: readonly Subject[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const scenario of scenarios) {
    const tabs = await Promise.all(subjects.map((subject) => openTab(browser, site.probePage(subject))));
    const samplers = Object.fromEntries(
      subjects.map((subject, index) => [subject.name, () => sample(tabs[index] as Tab, subject, scenario)]),
    );
    const { atLeast, atMost, seconds } = scenario.effort;
    const rounds = await sampleInRotation({ atLeast: atLeast + 1, atMost: atMost + 1, seconds }, samplers);
    await Promise.all(tabs.map(({ close }) => close()));
    for (const { name, label } of subjects.filter(({ name }) => name !== 'vanilla')) {
      const limits = name === 'ours' ? { atMost: scenario.atMost } : {};
      rows.push(
        toRatioRow(
          { part, what: `${label}: ${scenario.what}`, unit: 'ms', against: 'hand-written', ...limits },
          // The first round warms up.
          rounds.slice(1).map((samples) => ({
            ours: samples[name] ?? Number.NaN,
            other: samples.vanilla ?? Number.NaN,
          })),
        ),
      );
    }
  }
  return rows;
}
