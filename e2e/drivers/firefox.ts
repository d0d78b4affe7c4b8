import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs } from '../../scripts/programs.js';
import { hasEngines, loadPackage } from '../engines.js';
import type { Engine } from './driver.js';

interface Handle {
  asElement(): { click(): Promise<void>; type(text: string): Promise<void> } | null;
}
interface Page {
  goto(url: string): Promise<unknown>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  evaluate<Given extends readonly unknown[], Result>(
    call: (...given: Given) => Result | Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  evaluateHandle(find: () => unknown): Promise<Handle>;
}
interface Puppeteer {
  launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
}

/** By WebDriver BiDi, which Firefox speaks itself. */
export const firefox: Engine = {
  name: 'Firefox',
  isThere: hasEngines && programs.firefox() !== undefined,
  async start() {
    const { default: puppeteer } = await loadPackage<{ default: Puppeteer }>('puppeteer-core');
    // It writes into the home folder whatever its profile is.
    const home = mkdtempSync(join(tmpdir(), 'hasoffers-firefox-'));
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: programs.firefox(),
      headless: true,
      env: { ...process.env, HOME: home },
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 800 });
    const handle = async (find: () => Element | null | undefined) => {
      const element = (await page.evaluateHandle(find)).asElement();
      if (!element) throw new Error(`nothing found: ${find}`);
      return element;
    };
    return {
      goto: async (url) => void (await page.goto(url)),
      run: (call, ...given) => page.evaluate(call, ...given),
      click: async (find) => (await handle(find)).click(),
      type: async (find, text) => (await handle(find)).type(text),
      async close() {
        await browser.close();
        rmSync(home, { recursive: true, force: true });
      },
    };
  },
};
