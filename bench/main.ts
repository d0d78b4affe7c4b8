import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';
import { installPeers } from './install-peers.js';
import { type Row, writeTable } from './report.js';
import { measureLayoutShift } from './rows/layout-shift.js';
import { measureLifecycle } from './rows/lifecycle.js';
import { measureManyElements } from './rows/many-elements.js';
import { measureProxy } from './rows/proxy.js';
import { renderingParts } from './rows/rendering.js';
import { measureSizes } from './rows/size.js';
import { measureStartup } from './rows/startup.js';
import { startBenchSite } from './site.js';
import { launchBrowser } from './tab.js';

const results = fileURLToPath(new URL('results.json', import.meta.url));

/** Part of a name, to measure nothing else: `npm run bench -- render`. */
const [wanted = ''] = process.argv.slice(2);

installPeers();
const site = await startBenchSite(await bundle(`import './page/probe.js';`));
const browser = await launchBrowser();
const page = `${site.url}/`;

const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  size: measureSizes,
  start: () => measureStartup(browser, site),
  ...renderingParts(browser, page),
  many: () => measureManyElements(browser, page),
  life: () => measureLifecycle(page),
  shift: () => measureLayoutShift(browser, site),
  proxy: measureProxy,
};

const rows: Row[] = [];
const save = () => writeFile(results, `${JSON.stringify({ date: new Date().toISOString(), rows }, null, 2)}\n`);
const begin = performance.now();
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (!name.includes(wanted)) continue;
    console.error(`${Math.round((performance.now() - begin) / 1000)} s: measuring ${name}`);
    rows.push(...(await measure()));
    await save();
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(writeTable(rows));
const missed = rows.filter(({ holds }) => holds === false);
console.log(missed.length ? `\n${missed.length} budgets do not hold.` : '\nAll budgets hold.');
