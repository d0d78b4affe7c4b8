import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { findBrowser } from '../scripts/browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', ...flags] });
}

/** A tab that records console messages and responses. */
export interface Tab {
  readonly page: Page;
  /** Errors and warnings in the console, uncaught errors, policy violations. */
  readonly consoleErrors: string[];
  /** Of every response: status line, headers and body, for leak scans. */
  readonly received: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openTab(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  page.on('response', (response) => {
    const body = response.body().then(String, () => '');
    answers.push(
      Promise.all([response.allHeaders(), body]).then(
        ([headers, text]) => `${response.status()} ${JSON.stringify(headers)} ${text}`,
        () => '',
      ),
    );
  });
  await page.addInitScript(() => {
    const seen = { shift: 0, longTasks: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      seen.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await page.goto(url);
  return {
    page,
    consoleErrors,
    received: async () => (await Promise.all(answers)).join('\n'),
    close: () => context.close(),
  };
}

/** Waits until each element on the page has settled. */
export async function allReady(page: Page): Promise<void> {
  await page.waitForFunction(() => 'HasOffersWidgets' in window);
  await page.evaluate(async () => {
    const elements = [...document.querySelectorAll('*')].filter((element) =>
      element.localName.startsWith('hasoffers-'),
    );
    await Promise.all(elements.map((element) => (element as HTMLElement & { ready: Promise<void> }).ready));
  });
}

/** What a visitor reads in an element: the rendered text of its shadow root. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.shadowRoot?.querySelector<HTMLElement>('.root')?.innerText ?? '');

/** The browser's measurements after the next paint. */
const readSeen = (page: Page): Promise<{ readonly shift: number; readonly longTasks: number }> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() =>
          // Long tasks are reported a little later.
          setTimeout(() => resolve((window as unknown as { seen: { shift: number; longTasks: number } }).seen), 50),
        );
      }),
  );

/** Cumulative layout shift since the page began, as Chromium measures it. */
export const layoutShift = async (page: Page): Promise<number> => (await readSeen(page)).shift;

/** How many tasks of the page took more than 50 ms since it began. */
export const longTasks = async (page: Page): Promise<number> => (await readSeen(page)).longTasks;

/** By WCAG 2.2 A and AA and best practice. By default axe leaves out the rules that are new in 2.2. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const { violations } = await axe.run({ runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  }, rules);
}
