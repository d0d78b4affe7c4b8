import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { plainPage, script } from '../../e2e/site.js';
import { bundlePeer } from '../bundle.js';
import { giscus } from '../peers.js';
import { type Row, toRow } from '../report.js';
import { type BenchSite, isolated } from '../site.js';
import { type Effort, inTurns } from '../statistics.js';
import { openTab, type Tab } from '../tab.js';

/** A slowed-down processor is slow by jerks, which even out over several. */
const frames = [...Array(4).keys()];

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

/** Milliseconds from asking for the file to the element being defined. */
async function define(browser: Browser, url: string, rate: number, { tag, src }: Subject): Promise<number> {
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
  return defined;
}

/**
 * Milliseconds of the main thread that running the script takes, the mean of all frames of a page.
 *
 * @param isSource - Whether the script stands in this file or page.
 */
async function evaluate(
  browser: Browser,
  url: string,
  rate: number,
  path: string,
  isSource: (source: string) => boolean,
): Promise<number> {
  const { page, close } = await openEmpty(browser, url, rate);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.goto(url + path);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await close();
  const times = traceEvents.flatMap(({ name, args, tdur }) =>
    name === 'EvaluateScript' && isSource(`${args.data?.url}`.replace(url, '')) ? [tdur ?? Number.NaN] : [],
  );
  if (times.length !== frames.length) throw new Error(`The browser does not say how long ${path} took.`);
  return times.reduce((sum, time) => sum + time, 0) / times.length / 1000;
}

interface Measure {
  readonly what: string;
  readonly effort: Effort;
  readonly run: (browser: Browser, url: string, rate: number, subject: Subject) => Promise<number>;
}

/** Single figures of a slowed-down processor differ widely: what has a budget is measured most often. */
const measures: readonly Measure[] = [
  {
    // As a page loads it: the browser reads and compiles a file beside its main thread.
    what: 'script evaluated',
    effort: { atLeast: 7, atMost: 15, seconds: 3 },
    run: (browser, url, rate, { src }) =>
      evaluate(browser, url, rate, `/loads${src}`, (source) => source.startsWith(`${src}?`)),
  },
  {
    // Where it stands in the page itself, it is read, compiled and run in one go.
    what: 'the same, inline',
    effort: { atLeast: 3, atMost: 9, seconds: 1 },
    run: (browser, url, rate, { src }) =>
      evaluate(browser, url, rate, `/holds${src}`, (source) => source.startsWith('/holding')),
  },
  { what: 'element defined', effort: { atLeast: 3, atMost: 15, seconds: 1 }, run: define },
];

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
    for (const [kind, toScript] of Object.entries({
      load: (frame: number) => `<script src="${src}?${frame}" defer></script>`,
      // Other code each time, of which nothing is compiled yet.
      hold: (frame: number) => `<script>${code}//${frame}</script>`,
    })) {
      for (const frame of frames) {
        site.page(`/${kind}ing/${frame}${src}`, { html: plainPage('', toScript(frame)), headers: isolated });
      }
      const all = frames.map((frame) => `<iframe src="/${kind}ing/${frame}${src}"></iframe>`).join('');
      site.page(`/${kind}s${src}`, { html: plainPage(all, ''), headers: isolated });
    }
  }
  const rows: Row[] = [];
  for (const rate of [1, 4]) {
    for (const { what, effort, run } of measures) {
      const pairs = await inTurns(
        { ...effort, seconds: effort.seconds * rate },
        () => run(browser, url, rate, ours),
        () => run(browser, url, rate, other),
      );
      const atMost = rate === 4 && what === 'script evaluated' ? 1 : undefined;
      rows.push(
        toRow(
          {
            group: 'start',
            what: `${what}, processor ${rate}× slower`,
            unit: 'ms',
            against: 'giscus component',
            atMost,
          },
          pairs,
        ),
      );
    }
  }
  return rows;
}
