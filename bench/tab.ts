import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../scripts/browser.js';

export interface Tab {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Collects garbage and returns what is left. */
  collectGarbage(): Promise<Metrics>;
  close(): Promise<void>;
}

/** Of `Performance.getMetrics`. */
export interface Metrics {
  readonly Nodes: number;
  readonly JSEventListeners: number;
  readonly JSHeapUsedSize: number;
}

/** A browser with a profile of its own. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', ...flags] });
}

/** Frames as soon as they are ready: waiting for the next 60th of a second would make slow and fast look the same. */
export const unlimitedFrameRate = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export async function openTab(browser: Browser, url: string): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    console.error(error);
    // Ends what waits for the page.
    void context.close();
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(url);
  return {
    page,
    cdp,
    async collectGarbage() {
      // Twice: what the first pass frees may hold more.
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Metrics;
    },
    close: () => context.close(),
  };
}
