import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../scripts/browser.js';

/** A tab in a process of its own, and what the browser tells about it. */
export interface Tab {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** What `Performance.getMetrics` counts, after collecting garbage. */
  settle(): Promise<Metrics>;
  close(): Promise<void>;
}

export interface Metrics {
  readonly Nodes: number;
  readonly JSEventListeners: number;
  readonly JSHeapUsedSize: number;
}

/** Frames as soon as they are ready: waiting for the next 60th of a second would make slow and fast look the same. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
      // `measureUserAgentSpecificMemory` otherwise waits for the browser to be idle.
      '--enable-blink-features=ForceEagerMeasureMemory',
      ...flags,
    ],
  });
}

export async function readMetrics(cdp: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

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
    async settle() {
      // Twice: what the first pass frees may hold more.
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return (await readMetrics(cdp)) as unknown as Metrics;
    },
    close: () => context.close(),
  };
}
