import type { Browser } from 'playwright';
import type { Cost } from '../page/probe.js';
import { type Row, toRow } from '../report.js';
import { type Effort, inTurns, type Pair } from '../statistics.js';
import { openTab, type Tab } from '../tab.js';

const tags = { ours: 'hasoffers-offer-list', other: 'vanilla-list' } as const;
const against = 'vanilla element';

/** The figures of one member of {@link Cost}. */
const pick = (pairs: readonly Pair<Cost>[], member: keyof Cost): Pair<number>[] =>
  pairs.map(({ ours, other }) => ({ ours: ours[member], other: other[member] }));

const sum = (pairs: readonly Pair<number>[]): Pair<number>[] => [
  pairs.reduce((total, { ours, other }) => ({ ours: total.ours + ours, other: total.other + other }), {
    ours: 0,
    other: 0,
  }),
];

interface Both {
  readonly ours: Tab;
  readonly other: Tab;
}

/** Bytes per offer. */
interface Weight {
  readonly heap: number;
  /** With what the browser itself keeps for the nodes. */
  readonly all: number;
}

type Attributes = { readonly [name: string]: string };

/** A list that comes whole and shows up to 100 more at a time: the way to have thousands of offers on a page at once. */
const wholeList = (count: number) => ({
  endpoint: `/offers/${count}`,
  source: 'approved',
  pagination: 'more',
  'page-size': String(Math.min(count, 100)),
  loading: 'eager',
});

/** Time, and where there were any, long tasks. */
function toRows(group: string, what: string, pairs: readonly Pair<Cost>[], atMost?: number): Row[] {
  const tasks = sum(pick(pairs, 'longTasks'));
  const row = toRow({ group, what, unit: 'ms', against, atMost }, pick(pairs, 'painted'));
  const long = toRow({ group, what: `– long tasks in ${pairs.length} times`, unit: '', against }, tasks);
  return long.ours || long.other ? [row, long] : [row];
}

/** Throws where the two elements do not hold the same nodes, with the first line that differs. */
async function compare({ ours, other }: Both, what: string): Promise<void> {
  const [mine = [], theirs = []] = await Promise.all(
    [ours, other].map(({ page }) => page.evaluate(() => window.bench.serialize().split('\n'))),
  );
  const line = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, index) => index).find(
    (index) => mine[index] !== theirs[index],
  );
  if (line === undefined) return;
  throw new Error(`${what}: the vanilla element is not the same.\nOurs:   ${mine[line]}\nTheirs: ${theirs[line]}`);
}

async function open(browser: Browser, url: string, tag: string, attributes: Attributes): Promise<Tab> {
  const tab = await openTab(browser, url);
  await tab.page.evaluate(([name, given]) => window.bench.insert(name, given), [tag, attributes] as const);
  return tab;
}

const openBoth = async (browser: Browser, url: string, attributes: Attributes): Promise<Both> => ({
  ours: await open(browser, url, tags.ours, attributes),
  other: await open(browser, url, tags.other, attributes),
});

async function act<Argument>(
  { page, settle }: Tab,
  run: (argument: Argument) => Promise<Cost>,
  argument: Argument,
): Promise<Cost> {
  await settle();
  return page.evaluate(run as (argument: unknown) => Promise<Cost>, argument);
}

/** The same done to both in turns, after a first time that does not count: then code and caches are warm. */
async function actInTurns<Argument>(
  { ours, other }: Both,
  { atLeast, atMost, seconds }: Effort,
  run: (argument: Argument) => Promise<Cost>,
  toArgument: (round: number) => Argument,
): Promise<Pair<Cost>[]> {
  const pairs = await inTurns(
    { atLeast: atLeast + 1, atMost: atMost + 1, seconds },
    (round) => act(ours, run, toArgument(round)),
    (round) => act(other, run, toArgument(round)),
  );
  return pairs.slice(1);
}

/** How much the heap and the page have grown by an element with all its offers. */
async function weigh(browser: Browser, url: string, tag: string, count: number): Promise<Weight> {
  const { page, settle, close } = await openTab(browser, url);
  const attributes = wholeList(count);
  await page.evaluate((endpoint) => window.bench.fetchAhead(`${endpoint}?`), attributes.endpoint);
  const read = async () => ({
    heap: (await settle()).JSHeapUsedSize,
    all: await page.evaluate(() => window.bench.weigh()),
  });
  const before = await read();
  await page.evaluate(([name, given]) => window.bench.insert(name, given), [tag, attributes] as const);
  await page.evaluate((pages) => window.bench.showPages(pages), count / 100);
  const after = await read();
  await close();
  return { heap: (after.heap - before.heap) / count, all: (after.all - before.all) / count };
}

/** What an offer takes of memory. */
async function measureWeight(browser: Browser, url: string): Promise<Row[]> {
  const pairs = await inTurns(
    { atLeast: 2, atMost: 3, seconds: 15 },
    () => weigh(browser, url, tags.ours, 1000),
    () => weigh(browser, url, tags.other, 1000),
  );
  const row = { group: 'memory', unit: 'B', against } as const;
  const pickWeight = (member: keyof Weight) =>
    pairs.map(({ ours, other }) => ({ ours: ours[member], other: other[member] }));
  return [
    toRow({ ...row, what: 'an offer of 1,000: JavaScript heap', atMost: 2 }, pickWeight('heap')),
    toRow({ ...row, what: 'an offer of 1,000: heap and nodes' }, pickWeight('all')),
  ];
}

/** Data arrival to painted for so many offers at once; theme and layout switched where asked. */
async function measureWhole(
  browser: Browser,
  url: string,
  { count, effort, switches }: { readonly count: number; readonly effort: Effort; readonly switches?: boolean },
): Promise<Row[]> {
  const label = `${count.toLocaleString('en')} offers`;
  const pages = Math.ceil(count / 100);
  const both = await openBoth(browser, url, wholeList(count));
  for (const { page } of [both.ours, both.other]) await page.evaluate((all) => window.bench.showPages(all), pages);
  await compare(both, label);
  const rendered = await actInTurns(
    both,
    effort,
    (all: number) => window.bench.render(all),
    () => pages,
  );
  await compare(both, `${label}, rendered again`);
  const rows = [
    ...toRows('render', `${label}, data to painted`, rendered, 1.5),
    toRow({ group: 'render', what: `${label}, of that script`, unit: 'ms', against }, pick(rendered, 'script')),
  ];
  if (switches) {
    const themed = await actInTurns(
      both,
      { atLeast: 3, atMost: 9, seconds: 8 },
      (theme: string) => window.bench.set('theme', theme),
      (round) => (round % 2 ? 'light' : 'dark'),
    );
    const laidOut = await actInTurns(
      both,
      { atLeast: 3, atMost: 7, seconds: 10 },
      (layout: string) => window.bench.set('layout', layout),
      (round) => (round % 2 ? 'grid' : 'list'),
    );
    await compare(both, `${label}, switched`);
    rows.push(
      ...toRows('interaction', `theme switched, ${label} shown`, themed),
      ...toRows('interaction', `layout attribute changed, ${label} shown`, laidOut),
    );
  }
  await Promise.all([both.ours.close(), both.other.close()]);
  return rows;
}

/** The next page from the network, and a key in the search field of a list that is known whole. */
async function measureFinding(browser: Browser, url: string): Promise<Row[]> {
  const paged = await openBoth(browser, url, { endpoint: '/offers/paged', 'page-size': '20', loading: 'eager' });
  await compare(paged, 'first page');
  const turned = await actInTurns(
    paged,
    { atLeast: 5, atMost: 25, seconds: 8 },
    () => window.bench.next(),
    () => null,
  );
  await compare(paged, 'a later page');
  await Promise.all([paged.ours.close(), paged.other.close()]);
  return [
    ...toRows('interaction', 'next page of 20', turned),
    ...toRows('interaction', 'a key in the search of 1,000, up to 100 shown', await type(browser, url, 1000, 100)),
    ...toRows('interaction', 'a key in the search of 3,000, up to 20 shown', await type(browser, url, 3000, 20)),
  ];
}

/** Searches in a list that is known whole. */
async function type(browser: Browser, url: string, count: number, pageSize: number): Promise<Pair<Cost>[]> {
  const whole = await openBoth(browser, url, { ...wholeList(count), 'page-size': String(pageSize), search: '' });
  const keys = ['a', 'an', 'and', 'an', 'a', 'o', 'on', 'o', '', 's', 'st', 's', ''];
  const typed = await actInTurns(
    whole,
    { atLeast: 5, atMost: keys.length - 1, seconds: 10 },
    (text: string) => window.bench.type(text),
    (round) => keys[round] ?? '',
  );
  await compare(whole, 'filtered');
  await Promise.all([whole.ours.close(), whole.other.close()]);
  return typed;
}

/** Everything that the two elements can be compared in, by name. */
export const renderingParts = (browser: Browser, url: string): Readonly<Record<string, () => Promise<Row[]>>> => ({
  'render 20': () => measureWhole(browser, url, { count: 20, effort: { atLeast: 9, atMost: 31, seconds: 8 } }),
  'render 200': () => measureWhole(browser, url, { count: 200, effort: { atLeast: 5, atMost: 15, seconds: 12 } }),
  'render 1000': () =>
    measureWhole(browser, url, { count: 1000, effort: { atLeast: 3, atMost: 9, seconds: 20 }, switches: true }),
  'render 3000': () => measureWhole(browser, url, { count: 3000, effort: { atLeast: 1, atMost: 5, seconds: 25 } }),
  interaction: () => measureFinding(browser, url),
  memory: () => measureWeight(browser, url),
});
