import { launch } from '../browser.js';
import type { Engine } from './driver.js';

export const chromium: Engine = {
  name: 'Chromium',
  isThere: true,
  async start() {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const handle = async (find: () => Element | null | undefined) => {
      const element = (await page.evaluateHandle(find)).asElement();
      if (!element) throw new Error(`nothing found: ${find}`);
      return element;
    };
    return {
      goto: async (url) => void (await page.goto(url)),
      run: (call, ...given) =>
        page.evaluate(([source, values]) => new Function(`return (${source})`)()(...values), [
          String(call),
          given,
        ] as const),
      click: async (find) => (await handle(find)).click(),
      type: async (find, text) => (await handle(find)).type(text),
      close: () => browser.close(),
    };
  },
};
