import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { script } from '../../e2e/site.js';
import { bundlePeer } from '../bundle.js';
import { giscus } from '../peers.js';
import { type Row, toRow } from '../report.js';
import type { BenchSite } from '../site.js';
import { inTurns, type Pair } from '../statistics.js';
import { openTab } from '../tab.js';

interface Start {
  /** Parsing, compiling and running the script, which is then there: milliseconds. */
  readonly evaluated: number;
  /** From asking for the script to the element being defined. */
  readonly defined: number;
}

interface Subject {
  readonly tag: string;
  readonly src: string;
  readonly code: string;
}

/** Each time in a page of its own, so that no code is compiled yet. */
async function start(browser: Browser, url: string, rate: number, { tag, src, code }: Subject): Promise<Start> {
  const evaluate = async <Result>(run: (subject: { tag: string; text: string }) => Result, text: string) => {
    const { page, cdp, close } = await openTab(browser, `${url}/empty`);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    const result = await page.evaluate(run as never, { tag, text });
    await close();
    return result as Awaited<Result>;
  };
  const evaluated = await evaluate(({ text, tag: name }) => {
    const element = document.createElement('script');
    element.text = text;
    const before = performance.now();
    document.head.append(element);
    const time = performance.now() - before;
    if (!customElements.get(name)) throw new Error(`${name} is not defined.`);
    return time;
  }, code);
  const defined = await evaluate(async ({ text, tag: name }) => {
    const element = document.createElement('script');
    element.src = text;
    const before = performance.now();
    document.head.append(element);
    await customElements.whenDefined(name);
    return performance.now() - before;
  }, src);
  return { evaluated, defined };
}

const pick = (pairs: readonly Pair<Start>[], member: keyof Start): Pair<number>[] =>
  pairs.map(({ ours, other }) => ({ ours: ours[member], other: other[member] }));

/** What the script itself costs a page before anything is asked for, against giscus' component. */
export async function measureStartup(browser: Browser, { site, url }: BenchSite): Promise<Row[]> {
  const peer = await bundlePeer(giscus);
  site.route('/giscus.js', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(peer);
  });
  const ours = { tag: 'hasoffers-offer-list', src: '/hasoffers-widgets.js', code: await readFile(script, 'utf8') };
  const other = { tag: 'giscus-widget', src: '/giscus.js', code: peer };
  const rows: Row[] = [];
  for (const rate of [1, 4]) {
    const pairs = await inTurns(
      { atLeast: 5, atMost: 15, seconds: 10 },
      () => start(browser, url, rate, ours),
      () => start(browser, url, rate, other),
    );
    const shared = { group: 'start', unit: 'ms', against: 'giscus component' } as const;
    const atMost = rate === 4 ? 1 : undefined;
    rows.push(
      toRow({ ...shared, what: `script evaluated, processor ${rate}× slower`, atMost }, pick(pairs, 'evaluated')),
      toRow({ ...shared, what: `element defined, processor ${rate}× slower` }, pick(pairs, 'defined')),
    );
  }
  return rows;
}
