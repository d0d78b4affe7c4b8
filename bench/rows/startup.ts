import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { plainPage, script } from '../../e2e/site.js';
import { bundlePeer } from '../bundle.js';
import { giscus } from '../peers.js';
import { type Row, toRow } from '../report.js';
import { type BenchSite, isolated } from '../site.js';
import { inTurns, type Pair } from '../statistics.js';
import { openTab, type Tab } from '../tab.js';

interface Start {
  /** Running the script as a page loads it, from a file: the browser reads and compiles it beside its main thread. Milliseconds of that thread. */
  readonly evaluated: number;
  /** Reading, compiling and running it in one go, where it stands in the page itself. */
  readonly inline: number;
  /** From asking for the file to the element being defined. */
  readonly defined: number;
}

interface Subject {
  readonly tag: string;
  readonly src: string;
  readonly code: string;
}

/** The event of a trace that DevTools calls "Evaluate script". */
interface TraceEvent {
  readonly name: string;
  /** Microseconds of the thread's own, without those in which the processor did something else. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

/** Each time in a page of its own, so that no code is compiled yet. */
async function openEmpty(browser: Browser, url: string, rate: number): Promise<Tab> {
  const tab = await openTab(browser, `${url}/empty`);
  await tab.cdp.send('Emulation.setCPUThrottlingRate', { rate });
  return tab;
}

async function start(browser: Browser, url: string, rate: number, { tag, src }: Subject): Promise<Start> {
  const { page, close } = await openEmpty(browser, url, rate);
  const defined = await page.evaluate(
    async ([name, file]) => {
      const element = document.createElement('script');
      element.src = file;
      const before = performance.now();
      document.head.append(element);
      await customElements.whenDefined(name);
      return performance.now() - before;
    },
    [tag, src] as const,
  );
  await close();
  return {
    evaluated: await evaluate(browser, url, rate, `/loads${src}`, src),
    inline: await evaluate(browser, url, rate, `/holds${src}`),
    defined,
  };
}

/** @param where - The file or page that the script stands in. */
async function evaluate(browser: Browser, url: string, rate: number, path: string, where = path): Promise<number> {
  const { page, close } = await openEmpty(browser, url, rate);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.goto(url + path);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await close();
  const found = traceEvents.find(({ name, args }) => name === 'EvaluateScript' && args.data?.url === url + where);
  if (!found?.tdur) throw new Error(`The browser does not say how long ${where} took.`);
  return found.tdur / 1000;
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
  for (const { src, code } of [ours, other]) {
    // In the process of the page before it: what is traced has begun there.
    site.page(`/loads${src}`, { html: plainPage('', `<script src="${src}" defer></script>`), headers: isolated });
    site.page(`/holds${src}`, { html: plainPage('', `<script>${code}</script>`), headers: isolated });
  }
  const rows: Row[] = [];
  for (const rate of [1, 4]) {
    const pairs = await inTurns(
      { atLeast: 7, atMost: 15, seconds: 12 },
      () => start(browser, url, rate, ours),
      () => start(browser, url, rate, other),
    );
    const shared = { group: 'start', unit: 'ms', against: 'giscus component' } as const;
    const atMost = rate === 4 ? 1 : undefined;
    const toTimes = (what: string, member: keyof Start, budget?: number) =>
      toRow({ ...shared, what: `${what}, processor ${rate}× slower`, atMost: budget }, pick(pairs, member));
    rows.push(
      toTimes('script evaluated', 'evaluated', atMost),
      toTimes('the same, inline', 'inline'),
      toTimes('element defined', 'defined'),
    );
  }
  return rows;
}
