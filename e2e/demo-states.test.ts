import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { galleryStates } from '../demo/gallery/gallery.js';
import type { GalleryState } from '../demo/gallery/gallery.types.js';
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
  await context.addInitScript(() =>
    document.addEventListener('hasoffers-error', (event) => {
      const element = event.target as HTMLElement & { codes?: string[] };
      element.codes = [...(element.codes ?? []), (event as CustomEvent).detail.code];
    }),
  );
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

/** What a visitor reads for each code. */
const errorTexts: Readonly<Record<string, RegExp>> = {
  config: /not available/,
  offline: /You are offline.*Try again/s,
  network: /could not be loaded.*Try again/s,
  timeout: /could not be loaded.*Try again/s,
  'rate-limit': /Very busy.*Try again/s,
  auth: /not available/,
  permission: /not available|not open to this account/,
  'network-id': /not available/,
  validation: /not available/,
  'not-found': /not available/,
  upstream: /could not be loaded.*Try again/s,
  'invalid-response': /could not be loaded.*Try again/s,
  'signed-out': /sign in/,
};

/** Elements to which somebody can be signed in. */
const signedInTags = ['stats', 'tracking-link', 'payments', 'conversions', 'messages'].map(
  (name) => `hasoffers-${name}`,
);

/** The elements of a page, as the integrator and the visitor see them. */
interface Shown {
  readonly elements: readonly {
    readonly state: string;
    readonly stale: boolean;
    readonly codes: readonly string[];
    readonly text: string;
    /** Beside an element that is one of a list: its code or its tag. */
    readonly label: string | undefined;
    readonly tag: string;
  }[];
  readonly scriptRan: boolean;
}

const look = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    type Element = HTMLElement & { state: string; codes?: string[] };
    const elements = [...document.querySelectorAll<Element>('*')].filter(({ localName }) =>
      localName.startsWith('hasoffers-'),
    );
    return {
      elements: elements.map((element) => ({
        state: element.state,
        stale: element.matches(':state(stale)'),
        codes: element.codes ?? [],
        text: element.shadowRoot?.querySelector<HTMLElement>('.root')?.innerText ?? '',
        label: element.closest('li')?.querySelector('code')?.textContent,
        tag: element.localName,
      })),
      scriptRan: (window as { sampleNetworkScriptRan?: boolean }).sampleNetworkScriptRan === true,
    };
  });

/** A busy machine may be slower than an element waits. What a visitor does then is to load the page again. */
async function lookAgain(page: Page, { code = '' }: GalleryState): Promise<Shown> {
  const shown = await look(page);
  const isLate = !code.includes('timeout') && shown.elements.some(({ codes }) => codes.includes('timeout'));
  if (isLate) await page.reload();
  return shown;
}

const isAsNamed = ({ elements }: Shown, { state, stale, code = '', reads = '' }: GalleryState): boolean =>
  elements.length > 0 &&
  elements.every((element) => element.state === state && element.stale === (stale === true)) &&
  elements.flatMap(({ codes }) => codes).join(' ') === code &&
  elements.some(({ text }) => text.includes(reads)) &&
  (state !== 'error' || elements.every(({ codes, text }) => codes.every((each) => errorTexts[each]?.test(text)))) &&
  elements.every(({ label, codes, tag }) => label === undefined || [...codes, tag].includes(label));

/** Tag and code of each element that fails in the gallery. */
const shownErrors = galleryStates
  .filter(({ state }) => state === 'error')
  .flatMap(({ markup, code = '' }) => {
    const codes = code.split(' ');
    return [...markup.matchAll(/<(hasoffers-[\w-]+)/g)].map(([, tag], index) => ({ tag, code: codes[index] }));
  });

describe.concurrent('the gallery', { timeout: 60_000 }, () => {
  it.for(galleryStates)('shows what it names: $id', async (state, { expect }) => {
    const page = await context.newPage();
    await page.goto(`${demo.url}states/${state.id}.html`);
    await expect
      .poll(() => lookAgain(page, state), { timeout: 30_000 })
      .toSatisfy((shown: Shown) => isAsNamed(shown, state), 'the elements are as the state says');
    expect((await look(page)).scriptRan).toBe(false);
    await page.close();
  });

  it.for([...new Set(shownErrors.map(({ tag }) => tag))])('has each error code of %s', (tag, { expect }) => {
    const types = readFileSync(`${dist}/types/shared/elements.d.ts`, 'utf8');
    const [list = ''] = /errorCodes: readonly \[[^\]]+\]/.exec(types) ?? [];
    const codes = [...list.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    expect(codes).toContain('invalid-response');
    const possible = codes.filter((code) => code !== 'signed-out' || signedInTags.includes(tag ?? ''));
    const shown = shownErrors.filter((error) => error.tag === tag).map(({ code }) => code);
    expect([...new Set(shown)].sort()).toEqual(possible.sort());
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
