import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { galleryStates } from '../demo/gallery/gallery.js';
import type { Demo } from '../demo/server.js';
import { dist } from '../demo/site/built-script.js';
import { launch, openTab } from './browser.js';
import { startSharedDemo } from './demo.js';

let browser: Browser;
let demo: Demo;
/** One for all states: the script is fetched once. */
let context: BrowserContext;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
  context = await browser.newContext();
  await context.addInitScript(() => {
    const ours = Object.assign(window, { codes: [] as string[] });
    document.addEventListener('hasoffers-error', (event) => ours.codes.push((event as CustomEvent).detail.code));
  });
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

/** The states of a page's elements, as the integrator sees them. */
interface Shown {
  readonly states: string[];
  readonly stale: boolean[];
  readonly codes: string[];
  readonly text: string;
  readonly scriptRan: boolean;
}

const look = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    type Element = HTMLElement & { state: string };
    const elements = [...document.querySelectorAll<Element>('*')].filter(({ localName }) =>
      localName.startsWith('hasoffers-'),
    );
    const ours = window as unknown as { codes?: string[]; sampleNetworkScriptRan?: boolean };
    return {
      states: elements.map(({ state }) => state),
      stale: elements.map((element) => element.matches(':state(stale)')),
      codes: ours.codes ?? [],
      text: elements.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('.root')?.innerText).join('\n'),
      scriptRan: ours.sampleNetworkScriptRan === true,
    };
  });

describe.concurrent('the gallery', () => {
  it.for(galleryStates)(
    'shows what it names: $id',
    async ({ id, state, code, stale = false, reads = '' }, { expect }) => {
      const page = await context.newPage();
      await page.goto(`${demo.url}states/${id}.html`);
      await expect
        .poll(() => look(page), { timeout: 15_000 })
        .toSatisfy(
          (shown: Shown) =>
            shown.states.length > 0 &&
            shown.states.every((each) => each === state) &&
            shown.stale.every((each) => each === stale) &&
            shown.text.includes(reads) &&
            shown.codes.join() === (code ?? ''),
        );
      expect((await look(page)).scriptRan).toBe(false);
      await page.close();
    },
  );

  it('has a page for each error code', ({ expect }) => {
    const types = readFileSync(`${dist}/types/shared/elements.d.ts`, 'utf8');
    const [list = ''] = /errorCodes: readonly \[[^\]]+\]/.exec(types) ?? [];
    const codes = [...list.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    expect(codes).toContain('invalid-response');
    const shown = galleryStates.filter(({ state }) => state === 'error').map((state) => state.code);
    expect([...new Set(shown)].sort()).toEqual([...codes].sort());
  });

  it('sends no request before consent', async ({ expect }) => {
    const page = await context.newPage();
    const calls: string[] = [];
    page.on('request', (request) => request.url().includes('/hasoffers?') && calls.push(request.url()));
    await page.goto(`${demo.url}states/consent.html`);
    const button = page.getByRole('button', { name: 'Show it' });
    await button.waitFor();
    expect(calls).toEqual([]);
    await button.click();
    await page.getByText('Mara Okafor').waitFor();
    expect(calls).toHaveLength(1);
    await page.close();
  });

  it('lists all states on one page, each with a link to its own', async ({ expect }) => {
    const tab = await openTab(browser, `${demo.url}states.html`);
    const links = tab.page.locator('.state h3 a');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual(galleryStates.map(({ id }) => `/states/${id}.html`));
    await tab.close();
  });
});
