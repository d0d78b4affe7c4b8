import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { failedRows, type Row, writeTable } from './report.js';
import { measureCold } from './rows/cold.js';
import { measureLayoutShift } from './rows/layout-shift.js';
import { measureLifecycle } from './rows/lifecycle.js';
import { compareMarkup, offerStates, statsStates } from './rows/markup.js';
import { measurePhp } from './rows/php.js';
import { measureProxy } from './rows/proxy.js';
import { measureRendering } from './rows/render.js';
import { countRequests } from './rows/requests.js';
import { measureSizes } from './rows/size.js';
import { measureStatsCard } from './rows/stats-card.js';
import { measureUpstreamCalls } from './rows/upstream.js';
import { startBenchSite } from './site.js';
import { loadStatsSubjects, loadSubjects, type Subject } from './subjects.js';
import { launchBrowser, unlimitedFrameRate } from './tab.js';

/** `npm run bench -- cold` measures only the parts whose name contains "cold". */
const [wanted = ''] = process.argv.slice(2);
/** Path of another build of our script, measured beside ours: `BENCH_SCRIPT=/tmp/before/dist/hasoffers-widgets.js`. */
const earlierScript = process.env.BENCH_SCRIPT;

const results = fileURLToPath(new URL('results.json', import.meta.url));
const browser = await launchBrowser(unlimitedFrameRate);
const subjects = await loadSubjects(browser, earlierScript);
const statsSubjects = await loadStatsSubjects(browser);
const site = await startBenchSite([...subjects, ...statsSubjects]);

const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  size: measureSizes,
  requests: () => countRequests(browser, site),
  shift: () => measureLayoutShift(browser, site),
  markup: async () => [
    ...(await compareMarkup(browser, site, subjects, offerStates)),
    ...(await compareMarkup(browser, site, statsSubjects, statsStates)),
  ],
  cold: () => measureCold(site, subjects),
  render: () => measureRendering(browser, site, subjects),
  stats: () => measureStatsCard(browser, site, statsSubjects),
  life: () => measureLifecycle(site, subjects[0] as Subject),
  proxy: measureProxy,
  upstream: measureUpstreamCalls,
  php: measurePhp,
};

const selected = Object.entries(parts).filter(([name]) => name.includes(wanted));
if (!selected.length) throw new Error(`No part is called "${wanted}". Parts: ${Object.keys(parts).join(', ')}.`);
const rows: Row[] = [];
const begin = performance.now();
try {
  for (const [name, measure] of selected) {
    console.error(`${Math.round((performance.now() - begin) / 1000)} s: measuring ${name}`);
    rows.push(...(await measure()));
  }
} finally {
  await Promise.all([browser.close(), site.close()]);
}
await writeFile(results, `${JSON.stringify({ date: new Date().toISOString(), rows }, null, 2)}\n`);
console.log(writeTable(rows));
const failed = failedRows(rows);
console.log(failed.length ? `\n${failed.length} budgets do not hold.` : '\nAll budgets hold.');
process.exitCode = failed.length ? 1 : 0;
