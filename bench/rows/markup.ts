import type { Browser } from 'playwright';
import { type Row, toFigureRow } from '../report.js';
import { type BenchSite, statsRange } from '../site.js';
import type { Subject } from '../subjects.js';
import { openTab } from '../tab.js';

type States = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the card of statistics is compared in. */
export const statsStates: States = {
  'statistics of 90 days': { endpoint: '/stats', currency: 'USD', loading: 'eager', ...statsRange },
};

/** What the offer lists are compared in: what the rows "cold" and "render" show. */
export const offerStates: States = {
  '20 offers': { endpoint: '/offers/paged', 'page-size': '20', loading: 'eager' },
  '1,000 offers': {
    endpoint: '/offers/all',
    source: 'approved',
    pagination: 'more',
    'page-size': '100',
    loading: 'eager',
  },
};

/** Elements by what decides what they cost: tag and classes. */
export function countElements(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const tag = /^<([\w-]+)/.exec(line)?.[1];
    if (!tag) continue;
    const classes = / class="([^"]*)"/.exec(line)?.[1]?.trim().split(/\s+/).filter(Boolean).sort() ?? [];
    const key = [tag, ...classes].join('.');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export interface CountDifference {
  readonly key: string;
  readonly ours: number;
  readonly other: number;
}

/** Kinds of elements of which one side has more. */
export function compareCounts(
  ours: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): readonly CountDifference[] {
  return [...new Set([...ours.keys(), ...other.keys()])]
    .map((key) => ({ key, ours: ours.get(key) ?? 0, other: other.get(key) ?? 0 }))
    .filter((difference) => difference.ours !== difference.other);
}

async function serialize(browser: Browser, site: BenchSite, subject: Subject, attributes: object): Promise<string[]> {
  const { page, close } = await openTab(browser, site.probePage(subject));
  await page.evaluate(([tag, given]) => window.probe.insert(tag, given), [
    subject.tag,
    attributes as Record<string, string>,
  ] as const);
  if ('source' in attributes) await page.evaluate(() => window.probe.showMore(9));
  const text = await page.evaluate(() => window.probe.serialize());
  await close();
  return text.split('\n');
}

/** Says on standard error what differs, for whoever brings the hand-written element up to date. */
function explain(
  what: string,
  ours: readonly string[],
  other: readonly string[],
  differences: readonly CountDifference[],
) {
  for (const { key, ours: mine, other: its } of differences) console.error(`${what}: ${key}: ${mine} and ${its}`);
  const line = ours.findIndex((text, index) => text !== other[index]);
  if (line < 0) return;
  console.error(`${what}, first line that differs:\n  ours         ${ours[line]}\n  hand-written ${other[line]}`);
}

/**
 * Whether the hand-written element still has the same elements as ours, by tag and class: otherwise the rows that compare
 * them compare different work.
 */
export async function compareMarkup(
  browser: Browser,
  site: BenchSite,
  subjects: readonly Subject[],
  states: States,
): Promise<Row[]> {
  const rows: Row[] = [];
  const vanilla = subjects.find(({ name }) => name === 'vanilla') as Subject;
  for (const [state, attributes] of Object.entries(states)) {
    const its = await serialize(browser, site, vanilla, attributes);
    for (const subject of subjects.filter(({ name }) => name !== 'vanilla')) {
      const ours = await serialize(browser, site, subject, attributes);
      const differences = compareCounts(countElements(ours), countElements(its));
      explain(`${subject.label}, ${state}`, ours, its, differences);
      const what = `${subject.label}, ${state}: of ${ours.length} elements, not in the hand-written one or only there`;
      const count = differences.reduce((sum, { ours: mine, other }) => sum + Math.abs(mine - other), 0);
      rows.push(
        toFigureRow({ part: 'markup', what, unit: '', atMost: subject.name === 'ours' ? 4 : undefined }, count),
      );
    }
  }
  return rows;
}
