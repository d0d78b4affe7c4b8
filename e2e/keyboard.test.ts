import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openTab, type Tab } from './browser.js';
import { useScenarios } from './fixtures.js';
import { allShown } from './scenarios.js';
import { plainPage, shippedProxy } from './site.js';

const harness = useScenarios();

async function open(body: string, options: BrowserContextOptions & { readonly lang?: string } = {}): Promise<Tab> {
  const { lang = 'en', ...context } = options;
  const html = plainPage(`<button id="before">Before</button>${body}<button id="after">After</button>`)
    .replace('lang="en"', `lang="${lang}"`)
    .replace('<head>', '<head><meta name="color-scheme" content="light dark">');
  const tab = await openTab(harness.browser, harness.site.page('/', html), context);
  await allShown(tab.page);
  return tab;
}

const list = (attributes: string, inner = '') =>
  `<hasoffers-offer-list endpoint="/ok" loading="eager" ${attributes}>${inner}</hasoffers-offer-list>`;

/** One stop of the Tab key. */
interface Stop {
  readonly name: string;
  /** What is wrong with the focus indicator; empty where it is right. */
  readonly flaw: string;
}

/** The focused element: its name, and whether its focus indicator is visible. */
const readStop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    let element = document.activeElement ?? document.body;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    const parentOf = (node: Element): Element | null =>
      node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;
    const chain: Element[] = [];
    for (let node = parentOf(element); node; node = parentOf(node)) chain.push(node);

    const cutting = chain.find((node) => {
      if (getComputedStyle(node).overflow === 'visible' || node === document.scrollingElement) return false;
      const { left, right, top, bottom } = node.getBoundingClientRect();
      return (
        box.left - reach < left || box.right + reach > right || box.top - reach < top || box.bottom + reach > bottom
      );
    });
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = chain
      .map((node) => getComputedStyle(node).backgroundColor)
      .find((colour) => !/, 0\)$|transparent/.test(colour));
    const [darker = 0, lighter = 0] = [luminance(outlineColor), luminance(behind ?? 'rgb(255, 255, 255)')].sort(
      (one, other) => one - other,
    );
    const ratio = (lighter + 0.05) / (darker + 0.05);
    const labels = (element as HTMLInputElement).labels ?? [];
    const name = element.ariaLabel ?? labels[0]?.firstElementChild?.textContent ?? (element as HTMLElement).innerText;
    return {
      name: `${element.localName} ${name.replaceAll(/\s+/g, ' ').trim()}`,
      flaw: [
        outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? `outline ${outlineStyle} ${outlineWidth}` : '',
        cutting ? `cut off by ${cutting.localName}.${cutting.className}` : '',
        ratio < 3 ? `contrast ${ratio.toFixed(1)} of ${outlineColor} on ${behind}` : '',
        box.bottom < 0 || box.top > innerHeight || box.width < 1 ? 'out of sight' : '',
      ]
        .filter(Boolean)
        .join(', '),
    };
  });

/** Presses Tab from the button before to the button after. */
async function walk(page: Page, key = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.locator(key === 'Tab' ? '#before' : '#after').focus();
  for (;;) {
    await page.keyboard.press(key);
    const stop = await readStop(page);
    if (/ (Before|After)$/.test(stop.name) || stops.length > 200) return stops;
    stops.push(stop);
  }
}

const controls = 'search sortable filters="category country payout-type"';
const fields = 'fields="thumbnail payout status preview"';
const template = '<template><p><a data-bind-href="link">Go to <b data-bind="name"></b></a></p></template>';

describe('the Tab key', () => {
  it('goes through everything in the order in which it stands, and back', async () => {
    const { page, close } = await open(
      [
        '<hasoffers-account-manager endpoint="/ok" loading="eager"></hasoffers-account-manager>',
        list(`${controls} ${fields} ids="1004,1111,1019,1225" page-size="2"`),
        list(`${fields} ids="1004" layout="table"`),
        list('ids="1004"', template),
      ].join(''),
    );
    const stops = (await walk(page)).map(({ name }) => name);
    expect(stops).toMatchInlineSnapshot(`
      [
        "a mara.okafor@network.example",
        "button Copy Email",
        "a +44 20 7946 0958",
        "button Copy Phone",
        "a +1 (212) 555-0147",
        "button Copy Cell phone",
        "button Copy Chat",
        "input Search offers",
        "select Category",
        "select Country",
        "select Payout",
        "select Sort by",
        "a Preview : Fern & Clay | UK | CPS (new tab)",
        "a View offer : Fern & Clay | UK | CPS (new tab)",
        "a Preview : 🦊 Partyfox 🎉 | Worldwide | CPA (new tab)",
        "a View offer : 🦊 Partyfox 🎉 | Worldwide | CPA (new tab)",
        "button Previous",
        "button Page 1",
        "button Page 2",
        "button Next",
        "div Offers",
        "a Preview : Fern & Clay | UK | CPS (new tab)",
        "a View offer : Fern & Clay | UK | CPS (new tab)",
        "a Go to Fern & Clay | UK | CPS",
      ]
    `);
    const back = (await walk(page, 'Shift+Tab')).map(({ name }) => name);
    expect(back.reverse()).toEqual(stops);
    await close();
  });

  it.each<[string, BrowserContextOptions & { lang?: string }]>([
    ['in light', { colorScheme: 'light' }],
    ['in dark, from right to left', { colorScheme: 'dark', lang: 'ar' }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
    ['with forced colours', { forcedColors: 'active' }],
  ])('shows where it is at every stop: whole, and apart from what is behind it, %s', async (_, options) => {
    const { page, close } = await open(
      [
        '<hasoffers-account-manager endpoint="/ok" loading="eager"></hasoffers-account-manager>',
        '<hasoffers-account-manager endpoint="/ok" loading="eager" layout="inline"></hasoffers-account-manager>',
        '<hasoffers-account-manager endpoint="/fail/timeout" loading="eager"></hasoffers-account-manager>',
        list(`${controls} ${fields} ids="1004,1111,1019" page-size="2"`),
        list(`${fields} ids="1004,1111" page-size="1" layout="list" pagination="more"`),
        list(`${fields} ids="1004,1019" layout="table"`),
      ].join(''),
      options,
    );
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(20);
    expect(stops.filter(({ flaw }) => flaw)).toEqual([]);
    await close();
  });
});

describe('the focus', () => {
  const pager = (page: Page, name: string) => page.getByRole('button', { name });
  const focused = async (page: Page) => (await readStop(page)).name;
  const count = (page: Page, parts = 'offer') => page.locator(`hasoffers-offer-list [part~=${parts}]`).count();

  it('stays on a link while its list is loaded again', async () => {
    const { page, close } = await open(list('ids="1004,1010" fields="payout"'));
    await page.locator('[part~=link]').last().focus();
    const before = await focused(page);
    await page
      .locator('hasoffers-offer-list')
      .evaluate((element) => (element as unknown as { refresh(): void }).refresh());
    expect(await focused(page)).toBe(before);
    expect(before).toMatch(/^a View offer ?: /);
    await close();
  });

  it('stays on the button that turns pages, on the last page, too', async () => {
    const { page, close } = await open(list('ids="1004,1010" page-size="1" fields="payout"'));
    await pager(page, 'Next').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('2');
    expect(await focused(page)).toBe('button Next');
    expect(await pager(page, 'Next').getAttribute('aria-disabled')).toBe('true');
    await close();
  });

  it('stays on the button that shows more, and in the list when there is no more', async () => {
    const { page, close } = await open(list('ids="1004,1010,1019" page-size="1" pagination="more" fields="payout"'));
    await pager(page, 'Show more').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe(2);
    expect(await focused(page)).toBe('button Show more');
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe(3);
    expect(await focused(page)).toMatch(/^div /);
    await close();
  });

  it('stays in what is typed and chosen while offers come and go', async () => {
    const { page, close } = await open(list(`${controls} page-size="3" fields="payout"`));
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('clay');
    await expect.poll(() => count(page)).toBe(1);
    expect(await focused(page)).toBe('input Search offers');
    await page.keyboard.type('zzz');
    await expect.poll(() => count(page, 'empty')).toBe(1);
    expect(await focused(page)).toBe('input Search offers');
    await close();
  });

  it.each(['toolbar', 'empty'])(
    'stays in the list when the choices are cleared by the button of part "%s"',
    async (part) => {
      const { page, close } = await open(list(`${controls} page-size="3" fields="payout"`));
      await page.getByRole('searchbox').fill(part === 'empty' ? 'zzz' : 'clay');
      await expect.poll(() => count(page, part === 'empty' ? 'empty' : 'offer')).toBe(1);
      await page.locator(`[part~=${part}]`).getByRole('button', { name: 'Clear filters' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => count(page)).toBe(3);
      // A browser moves the focus away from a hidden element one frame later.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('hasoffers-offer-list');
      await close();
    },
  );

  it('stays in the element when a second try succeeds', async () => {
    const { page, close } = await open(
      '<hasoffers-account-manager endpoint="/fail/timeout" loading="eager"></hasoffers-account-manager>',
    );
    harness.site.route('/fail/timeout', shippedProxy(harness.network.url, '/fail/timeout'));
    await pager(page, 'Try again').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Mara Okafor').waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('hasoffers-account-manager');
    await close();
  });

  it('is never taken from the page', async () => {
    const { page, close } = await open(list('ids="1004,1010" page-size="1"'));
    await page.locator('#before').focus();
    await page.evaluate(() => {
      const [element] = document.getElementsByTagName('hasoffers-offer-list');
      element?.setAttribute('page-size', '2');
      document.querySelector('main')?.append(document.createElement('hasoffers-account-manager'));
      return (element as unknown as { refresh(): Promise<void> }).refresh();
    });
    await expect.poll(() => count(page)).toBe(2);
    expect(await focused(page)).toBe('button Before');
    await close();
  });
});
