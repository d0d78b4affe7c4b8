import type { Browser } from 'playwright';
import { layoutShift, openTab } from '../../e2e/browser.js';
import { plainPage } from '../../e2e/site.js';
import { type Row, toFixedRow } from '../report.js';
import type { BenchSite } from '../site.js';

/** All three on one page. */
const lists = ['grid', 'list', 'table']
  .map(
    (layout) =>
      `<hasoffers-offer-list layout="${layout}" endpoint="/offers/late" loading="eager"></hasoffers-offer-list>`,
  )
  .join('<p>What comes after it.</p>');
/** Wide letters, so that remarks and names need more than a line where they may. */
const head = '<style>body { font-family: sans-serif }</style><script src="/hasoffers-widgets.js"></script>';

/** How far things move where the line is slow, the data comes late and the pictures later still. */
export async function measureLayoutShift(browser: Browser, { site }: BenchSite): Promise<Row[]> {
  const rows: Row[] = [];
  for (const width of [320, 1280]) {
    // So high a screen that all is on it: what moves elsewhere is not counted.
    const { page, close } = await openTab(browser, 'about:blank', { viewport: { width, height: 16_000 } });
    const cdp = await page.context().newCDPSession(page);
    // A slow mobile line.
    const [latency, bytesPerSecond] = [300, 100_000];
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await page.goto(site.page('/shift', plainPage(`${lists}<p>The end.</p>`, head)));
    await page.locator('[layout=table] [part~=link]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const shift = await layoutShift(page);
    await close();
    const what = `layout shift at ${width} px, slow line, late pictures`;
    rows.push(toFixedRow({ group: 'shift', what, unit: '', against: 'nothing', oursAtMost: 0 }, shift, 0));
  }
  return rows;
}
