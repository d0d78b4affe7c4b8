import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { allReady, layoutShift, longTasks, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

/**
 * Budgets that can be counted: calls, layout shift, long tasks; nodes and memory are in `nodes.test.ts`. Nothing here looks
 * at a clock, because machines differ; times are what `npm run bench` is for.
 */

const harness = useHarness();

const open = (body: string, options?: BrowserContextOptions) =>
  openTab(harness.browser, harness.site.page('/', plainPage(body)), options);

/** Paths requested from the site since `from`, without the page itself. */
const asked = (from: number): string[] =>
  harness.site.requests.slice(from).flatMap((request) => {
    const [path = ''] = request.split('?');
    return path === '/' || path === '/favicon.ico' ? [] : [path];
  });

/** URLs of everything that the page has loaded, from any origin. */
const loadedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.endsWith('/favicon.ico')),
  );

const countPictures = async (page: Page): Promise<number> =>
  (await loadedBy(page)).filter((name) => name.includes('/media/')).length;

describe('requests', () => {
  it.each([
    ['hasoffers-account-manager', 1],
    ['hasoffers-offer-list', 20],
  ])('a page with one %s asks for the script, the data and at most its pictures', async (tag, most) => {
    const from = harness.site.requests.length;
    const { page, close } = await open(`<${tag}></${tag}>`);
    await allReady(page);
    await page.waitForLoadState('networkidle');
    expect(asked(from).sort()).toEqual(['/hasoffers', '/hasoffers-widgets.js']);
    const pictures = await countPictures(page);
    expect(await loadedBy(page)).toHaveLength(2 + pictures);
    expect(pictures).toBeGreaterThan(0);
    expect(pictures).toBeLessThanOrEqual(most);
    await close();
  });

  it('30 equal elements inserted in one tick make one data call', async () => {
    const { page, close } = await open('');
    await page.waitForFunction(() => 'HasOffersWidgets' in window);
    const from = harness.site.requests.length;
    await page.evaluate(() => {
      const lists = Array.from({ length: 30 }, () => document.createElement('hasoffers-offer-list'));
      for (const list of lists) {
        list.setAttribute('loading', 'eager');
        list.setAttribute('page-size', '2');
      }
      document.querySelector('main')?.append(...lists);
    });
    await allReady(page);
    expect(await page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(30 * 2);
    // Counted in the page: the browser's cache coalesces concurrent requests for one URL by itself.
    expect((await loadedBy(page)).filter((name) => name.includes('/hasoffers?'))).toHaveLength(1);
    expect(asked(from)).toEqual(['/hasoffers']);
    await close();
  });

  it('no request is sent before the element is near the viewport', async () => {
    const { page, close } = await open(
      '<div style="height: 4000px"></div><hasoffers-offer-list></hasoffers-offer-list>',
    );
    await page.waitForFunction(() => customElements.get('hasoffers-offer-list'));
    const from = harness.site.requests.length;
    const scrollTo = (y: number) =>
      page.evaluate(
        (top) =>
          new Promise<void>((resolve) => {
            window.scrollTo(0, top);
            // Intersection observers call back in the next frame.
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
          }),
        y,
      );
    // The screen is 900 high, and "near" begins 600 before it.
    await scrollTo(2300);
    expect(asked(from)).toEqual([]);
    await scrollTo(2700);
    await allReady(page);
    expect(asked(from)).toEqual(['/hasoffers']);
    await close();
  });
});

describe('layout', () => {
  it.each(
    [
      '<hasoffers-offer-list page-size="6"></hasoffers-offer-list>',
      '<hasoffers-offer-list page-size="6" layout="list"></hasoffers-offer-list>',
      '<hasoffers-offer-list page-size="6" layout="table"></hasoffers-offer-list>',
      '<hasoffers-account-manager></hasoffers-account-manager>',
      '<hasoffers-account-manager layout="inline"></hasoffers-account-manager>',
    ].flatMap((element) => [320, 800, 1280].map((width) => [element, width] as const)),
  )('nothing moves after %s on a slow line with late pictures, at %d px', async (element, width) => {
    harness.network.setFault('delay-400');
    let held = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Wide letters: three badges of one offer are longer than a line of a phone.
    const body = `<div style="--hasoffers-font: sans-serif">${element}</div><p>After it.</p>`;
    const url = harness.site.page(
      '/',
      plainPage(body, '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers"></script>'),
    );
    // High enough to have all on the screen: layout shift elsewhere is not counted.
    const { page, close } = await openTab(harness.browser, 'about:blank', { viewport: { width, height: 4000 } });
    await page.route('**/media/**', async (route) => {
      held += 1;
      await released;
      await route.continue();
    });
    await page.goto(url);
    await allReady(page);
    // Everything has loaded but the pictures.
    await expect.poll(() => held).toBeGreaterThan(0);
    expect(await layoutShift(page)).toBe(0);
    release();
    await expect.poll(() => countPictures(page)).toBeGreaterThanOrEqual(held);
    await page.waitForLoadState('networkidle');
    expect(await layoutShift(page)).toBe(0);
    await close();
  });

  it.each([
    ['grid', 360],
    ['grid', 1280],
    ['list', 360],
    ['list', 800],
    ['list', 1280],
  ])('a %s at %d px lays out what was added to a hundred when it comes near', async (layout, width) => {
    const list = `<hasoffers-offer-list layout="${layout}" pagination="more" page-size="100" loading="eager"></hasoffers-offer-list>`;
    const { page, close } = await open(list, { viewport: { width, height: 900 } });
    await allReady(page);
    const offers = page.locator('hasoffers-offer-list [part~=offer]');
    const more = page.locator('hasoffers-offer-list button[part~=pager]');
    await more.evaluate((button: HTMLElement) => button.click());
    await expect.poll(() => offers.count()).toBeGreaterThan(110);
    const read = () =>
      offers.evaluateAll((all) =>
        all.map((offer) => ({
          height: offer.getBoundingClientRect().height,
          isLaidOut: (offer.firstElementChild as Element).checkVisibility({ contentVisibilityAuto: true }),
        })),
      );
    // Intersection observers call back in the next frames.
    await expect.poll(async () => (await read()).filter(({ isLaidOut }) => !isLaidOut).length).toBeGreaterThan(0);
    const before = await read();
    expect(before.findIndex(({ isLaidOut }) => !isLaidOut)).toBeGreaterThanOrEqual(100);
    // Until then each reserves about its height, which is the same for all but for the pictures of a grid.
    const height = before[0]?.height ?? 0;
    for (const each of before.slice(100)) expect(Math.abs(each.height / height - 1)).toBeLessThan(0.1);
    const link = offers.last().locator('a');
    await link.focus();
    await expect.poll(async () => (await read()).at(-1)).toEqual({ height, isLaidOut: true });
    await close();
  });
});

/** What a visitor or a page does with a list, and waits for. */
const actions: Readonly<Record<string, (list: HTMLElement) => Promise<unknown>>> = {
  'another list': async (list) => {
    const other = list.cloneNode() as HTMLElement & { readonly ready: Promise<void> };
    list.after(other);
    await other.ready;
    other.remove();
  },
  'the next page': (list) => {
    const turns = [...(list.shadowRoot?.querySelectorAll<HTMLButtonElement>('.step') ?? [])];
    const loaded = new Promise((resolve) => list.addEventListener('hasoffers-load', resolve, { once: true }));
    turns.findLast((turn) => turn.ariaDisabled !== 'true')?.click();
    return loaded;
  },
  'a key in the search': (list) => {
    const input = list.shadowRoot?.querySelector('input') as HTMLInputElement;
    const loaded = new Promise((resolve) => list.addEventListener('hasoffers-load', resolve, { once: true }));
    input.value = input.value ? '' : 'a';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return loaded;
  },
  'another theme': async (list) => list.setAttribute('theme', list.getAttribute('theme') === 'dark' ? 'light' : 'dark'),
  'another layout': async (list) =>
    list.setAttribute('layout', list.getAttribute('layout') === 'list' ? 'grid' : 'list'),
};

describe('long tasks', () => {
  it.each(Object.entries(actions))('%s makes none', async (_, act) => {
    const list = '<hasoffers-offer-list loading="eager" search page-size="20"></hasoffers-offer-list>';
    const { page, close } = await open(list);
    await allReady(page);
    const count = async () => {
      const before = await longTasks(page);
      await page.locator('hasoffers-offer-list').evaluate(act);
      return (await longTasks(page)) - before;
    };
    // A busy machine adds long tasks: the lowest count is used.
    await expect.poll(count).toBe(0);
    await close();
  });
});
