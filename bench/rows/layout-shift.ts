import type { Browser } from 'playwright';
import { layoutShift, openTab } from '../../e2e/browser.js';
import { plainPage } from '../../e2e/site.js';
import { type Row, toFigureRow } from '../report.js';
import type { BenchSite } from '../site.js';

const lists = ['grid', 'list', 'table']
  .map(
    (layout) =>
      `<hasoffers-offer-list layout="${layout}" endpoint="/offers/late" loading="eager"></hasoffers-offer-list>`,
  )
  .join('<p>Text after a list.</p>');
/** Wide letters, so that badges and names need more than a line where they may. */
const head = '<style>body { font-family: sans-serif }</style><script src="/hasoffers-widgets.js"></script>';
/** A slow mobile network. */
const network = { offline: false, latency: 300, downloadThroughput: 100_000, uploadThroughput: 100_000 };

/** How far things move where the network is slow, the data comes late and the pictures later still. */
export async function measureLayoutShift(browser: Browser, { site }: BenchSite): Promise<Row[]> {
  const rows: Row[] = [];
  for (const width of [320, 1280]) {
    // So high a screen that everything is on it: what moves elsewhere is not counted.
    const { page, close } = await openTab(browser, 'about:blank', { viewport: { width, height: 16_000 } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
    await page.goto(site.page('/shift', plainPage(`${lists}<p>The end.</p>`, head)));
    await page.locator('[layout=table] [part~=link]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const shift = await layoutShift(page);
    await close();
    const what = `layout shift at ${width} px, slow network, late pictures`;
    rows.push(toFigureRow({ part: 'shift', what, unit: '', atMost: 0 }, shift));
  }
  return rows;
}
