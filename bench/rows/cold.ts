import { plainPage } from '../../e2e/site.js';
import { type Row, toFigureRow, toRatioRow } from '../report.js';
import type { BenchSite } from '../site.js';
import { median, sampleInRotation } from '../statistics.js';
import type { Subject } from '../subjects.js';
import { launchBrowser } from '../tab.js';
import { mainThreadTime, traceCategories } from '../trace.js';

const part = 'cold';
const pageSize = 20;
/** How many times slower the processor is made. */
const slowdowns = [1, 4];
/** One round takes some 8 s. */
const effort = { atLeast: 7, atMost: 11, seconds: 60 };

/** Tells when what was loaded is painted and the main thread is idle, and what there is then. */
const settledScript = (event: 'load' | 'hasoffers-load') => `<script>
addEventListener('${event}', ({ target }) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => {
    performance.mark('settled');
    const offers = target.shadowRoot ? target.shadowRoot.querySelectorAll('[part=offer]').length : 0;
    navigator.sendBeacon('/settled?offers=' + offers);
  })));
}, { once: true });
</script>`;

/** Resolves with the number of offers when the page under measurement says that it has settled. */
function waitUntilSettled({ site, url }: BenchSite): Promise<number> {
  return new Promise((resolve) => {
    site.route('/settled', (request, response) => {
      response.writeHead(204).end();
      resolve(Number(new URL(request.url ?? '/', url).searchParams.get('offers')));
    });
  });
}

/**
 * One page load in a browser of its own: a new profile has no cached script and no compiled code, and the renderer process
 * has shown no page before.
 *
 * @returns Milliseconds of the main thread until the page has settled.
 */
async function loadPage(benchSite: BenchSite, path: string, slowdown: number, expectedOffers: number): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await browser.startTracing(page, { categories: traceCategories });
    const settled = waitUntilSettled(benchSite);
    await page.goto(benchSite.url + path);
    const offers = await settled;
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    if (offers !== expectedOffers) throw new Error(`${path} shows ${offers} offers instead of ${expectedOffers}.`);
    return mainThreadTime(traceEvents, 'settled');
  } finally {
    await browser.close();
  }
}

/** What an offer list costs a page that has never had one: script fetched, compiled and run, 20 offers painted. */
export async function measureCold(benchSite: BenchSite, subjects: readonly Subject[]): Promise<Row[]> {
  const { site } = benchSite;
  site.page('/cold/empty', plainPage('', settledScript('load')));
  for (const { name, tag, src } of subjects) {
    const element = `<${tag} endpoint="/offers/paged" page-size="${pageSize}"></${tag}>`;
    const head = `${settledScript('hasoffers-load')}<script src="${src}" defer></script>`;
    site.page(`/cold/${name}`, plainPage(element, head));
  }

  const rows: Row[] = [];
  const emptyTimes: number[] = [];
  for (const slowdown of slowdowns) {
    const samplers = Object.fromEntries(
      ['empty', ...subjects.map(({ name }) => name)].map((name) => [
        name,
        () => loadPage(benchSite, `/cold/${name}`, slowdown, name === 'empty' ? 0 : pageSize),
      ]),
    );
    const rounds = await sampleInRotation(effort, samplers);
    const samplesOf = (name: string) => rounds.map((samples) => samples[name] ?? Number.NaN);
    const empty = median(samplesOf('empty'));
    emptyTimes.push(empty);
    const beyondEmpty = (name: string) => samplesOf(name).map((time) => time - empty);
    const vanilla = beyondEmpty('vanilla');
    const label = `processor ${slowdown}× slower`;
    rows.push(toFigureRow({ part, what: `empty page, ${label}`, unit: 'ms' }, empty));
    for (const { name, label: subject } of subjects.filter(({ name }) => name !== 'vanilla')) {
      const limits = name === 'ours' ? { atMost: 2, goal: 1.5 } : {};
      rows.push(
        toRatioRow(
          {
            part,
            what: `${subject}: 20 offers beyond the empty page, ${label}`,
            unit: 'ms',
            against: 'hand-written',
            ...limits,
          },
          beyondEmpty(name).map((ours, round) => ({ ours, other: vanilla[round] ?? Number.NaN })),
        ),
      );
    }
  }
  const [normal = 0, slow = 0] = emptyTimes;
  if (slow < 2 * normal) throw new Error(`The processor was not slowed down: ${normal} ms became ${slow} ms.`);
  return rows;
}
