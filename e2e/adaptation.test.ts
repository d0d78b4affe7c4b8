import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { launch, openTab, type Tab } from './browser.js';
import { useScenarios } from './fixtures.js';
import { allShown, mountScenarios, refreshAll } from './scenarios.js';
import { plainPage } from './site.js';

const harness = useScenarios();

/** Offers with and without a picture, in Arabic, with emoji, with a long text, with an end, for which approval is needed. */
const all = `endpoint="/ok" loading="eager" ids="1004,1010,1019,1187,1111,1225" page-size="6" search sortable
  filters="category country payout-type" fields="thumbnail description payout category country expiry preview status"`;
const failing = (endpoint: string) =>
  `<hasoffers-account-manager endpoint="${endpoint}" loading="eager"></hasoffers-account-manager>
  <hasoffers-offer-list endpoint="${endpoint}" loading="eager" page-size="2"></hasoffers-offer-list>`;

/** Both widgets in every layout and in every state that has words. */
const body = `
  <hasoffers-account-manager endpoint="/ok" loading="eager"></hasoffers-account-manager>
  <hasoffers-account-manager endpoint="/ok" loading="eager" layout="inline"></hasoffers-account-manager>
  <hasoffers-offer-list ${all}></hasoffers-offer-list>
  <hasoffers-offer-list ${all} layout="list" pagination="more"></hasoffers-offer-list>
  <hasoffers-offer-list ${all} layout="table"></hasoffers-offer-list>
  ${['/none', '/stale', '/fail/rate-limit', '/fail/auth'].map(failing).join('')}`;

async function open(
  html = body,
  options: BrowserContextOptions & { readonly lang?: string } = {},
  from = harness.browser,
): Promise<Tab> {
  const { lang = 'en', ...context } = options;
  const tab = await openTab(
    from,
    harness.site.page('/', plainPage(html).replace('lang="en"', `lang="${lang}"`)),
    context,
  );
  await allShown(tab.page);
  await refreshAll(tab.page, '[endpoint="/stale"]');
  return tab;
}

/**
 * Texts that do not show as a whole. What may be cut with a mark stays out where its title has the whole of it, as does
 * the label of a link that becomes an icon; and a table is scrolled.
 */
const cutTexts = (page: Page, unscrolled = false): Promise<string[]> =>
  page.evaluate((still) => {
    const isCut = (range: Range, box: Element) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return [...range.getClientRects()].some(
        (rect) => rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 3 || rect.bottom > bottom + 3,
      );
    };
    const cut: string[] = [];
    const roots = [...document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')];
    for (const text of roots.flatMap((host) => [...(host.shadowRoot?.querySelectorAll('.root *') ?? [])])) {
      const words = [...text.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (
        !words ||
        text.closest('.visually-hidden, option, [aria-hidden]') ||
        !text.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(words);
      for (let box: Element | null = text; box && (still || !box.matches('.scroll')); box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible' || !isCut(range, box)) continue;
        // Links show their tooltip when the pointer comes.
        text.dispatchEvent(new PointerEvent('pointerenter'));
        const whole = text.closest('[title]')?.getAttribute('title') ?? '';
        const isIcon = text.matches('[part=link] > .label') && text.previousElementSibling?.localName === 'svg';
        if (!isIcon && !whole.includes(words.textContent ?? '')) cut.push(`${words.textContent} in .${box.className}`);
        break;
      }
    }
    return cut;
  }, unscrolled);

/** Pixels by which the page is wider than the screen. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth);

describe('everything is there, and nothing but a table is scrolled sideways,', () => {
  it.each<[string, BrowserContextOptions & { lang?: string }]>([
    ['at 400 % of 1280 pixels', { viewport: { width: 320, height: 256 } }],
    ['at 400 % from right to left', { viewport: { width: 320, height: 256 }, lang: 'ar' }],
    ['on a desk', { viewport: { width: 1280, height: 900 } }],
  ])('%s', async (_, options) => {
    const { page, close } = await open(body, options);
    expect(await overhang(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
    await close();
  });

  it('with text of twice the size, as the visitor set it in the browser', async () => {
    const large = await launch(['--blink-settings=defaultFontSize=32']);
    for (const width of [1280, 640, 360]) {
      harness.network.reset();
      mountScenarios(harness.site, harness.network);
      const { page, close } = await open(body, { viewport: { width, height: 900 } }, large);
      const [size] = await page
        .locator('hasoffers-offer-list [part~=name]')
        .evaluateAll((names) => names.map((name) => getComputedStyle(name).fontSize));
      expect(size).toBe('32px');
      expect(await overhang(page), `at ${width}px`).toBe(0);
      expect(await cutTexts(page), `at ${width}px`).toEqual([]);
      await close();
    }
    await large.close();
  });

  it.each([1280, 360])(
    'with the text spacing of WCAG 1.4.12, by a stylesheet of the visitor’s, at %d px',
    async (width) => {
      const { page, close } = await open(body, { viewport: { width, height: 900 } });
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        );
        for (const { shadowRoot } of document.querySelectorAll(
          'hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list',
        )) {
          shadowRoot?.adoptedStyleSheets.push(sheet);
        }
      });
      expect(await overhang(page)).toBe(0);
      expect(await cutTexts(page)).toEqual([]);
      await close();
    },
  );
});

describe('everything that can be used', () => {
  it.each([1280, 360])('is 24 pixels high and wide at least, at %d px', async (width) => {
    const { page, close } = await open(body, { viewport: { width, height: 900 } });
    const targets = await page
      .locator('main')
      .locator('a:visible, button:visible, input:visible, select:visible, [tabindex="0"]:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => {
          const { width, height } = node.getBoundingClientRect();
          return { name: node.ariaLabel ?? node.textContent, size: Math.min(width, height) };
        }),
      );
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter(({ size }) => size < 24)).toEqual([]);
    await close();
  });
});

describe('the visitor’s wishes are followed:', () => {
  it('nothing moves for who wants less motion', async () => {
    const waiting = failing('/waiting');
    const moving = (page: Page) =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')].flatMap(
            ({ shadowRoot }) => shadowRoot?.getAnimations() ?? [],
          ).length,
      );
    const calm = await open(waiting, { reducedMotion: 'reduce' });
    expect(await moving(calm.page)).toBe(0);
    await calm.close();
    const lively = await open(waiting, { reducedMotion: 'no-preference' });
    expect(await moving(lively.page)).toBeGreaterThan(0);
    await lively.close();
  });

  it('with forced colours buttons, badges and the page that is shown can still be told apart', async () => {
    const { page, close } = await open(
      '<hasoffers-offer-list endpoint="/ok" loading="eager" page-size="2"></hasoffers-offer-list>',
      { forcedColors: 'active' },
    );
    const frame = async (selector: string) =>
      framePixels(page, await page.locator(`hasoffers-offer-list ${selector}`).first().screenshot());
    for (const selector of ['[part~=offer]', '[part~=badge]', '[part~=link]', '[part~=pager] .step']) {
      expect(await frame(selector), selector).toBeGreaterThan(0);
    }
    // A border of three pixels covers three of the rows that are compared, a border of one pixel only one.
    const current = await frame('[part~=pager] [aria-current]');
    const other = await frame('[part~=pager] button:not(.step, [aria-current])');
    expect(current).toBeGreaterThan(other * 1.5);
    await close();
  });
});

/** How many pixels at the upper edge of a picture, in its middle, have another colour than what is inside. */
const framePixels = (page: Page, png: Buffer): Promise<number> =>
  page.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    const middle = Math.round(image.width / 2);
    const colours = Array.from({ length: 5 }, (_, row) => canvas?.getImageData(middle, row, 1, 1).data.join() ?? '');
    return colours.filter((colour) => colour !== colours.at(-1)).length;
  }, png.toString('base64'));

describe('on paper', () => {
  it('there are no controls, links say where they lead, and nothing is cut off or left to be scrolled', async () => {
    const { page, close } = await open();
    await page.emulateMedia({ media: 'print' });
    // A4 between the browser's margins.
    await page.setViewportSize({ width: 718, height: 1000 });
    const controls = page.locator('main').locator('button:visible, input:visible, select:visible');
    expect(await controls.count()).toBe(0);
    expect(await page.getByRole('link', { name: 'View offer' }).count()).toBeGreaterThan(10);
    expect(await overhang(page)).toBe(0);
    expect(await cutTexts(page, true)).toEqual([]);
    await close();
  });
});
