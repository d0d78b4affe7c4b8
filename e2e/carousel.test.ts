import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { allReady, axeViolations, layoutShift, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

const harness = useHarness();

const rememberViews = `<script>
  window.views = [];
  document.addEventListener('hasoffers-offer-view', ({ detail }) => window.views.push(detail.position));
</script>`;

async function open(attributes: string, { lang = 'en', ...options }: BrowserContextOptions & { lang?: string } = {}) {
  const html = plainPage(
    `${rememberViews}<hasoffers-offer-list loading="eager" layout="carousel" ${attributes}></hasoffers-offer-list><p>After</p>`,
  ).replace('lang="en"', `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`);
  const tab = await openTab(harness.browser, harness.site.page('/', html), options);
  await allReady(tab.page);
  return tab;
}

const track = (page: Page) => page.locator('[part=track]');
const scrolled = (page: Page) => track(page).evaluate(({ scrollLeft }) => Math.round(Math.abs(scrollLeft)));
const isOff = async (page: Page, name: string) =>
  (await page.locator(`[part=${name}]`).getAttribute('aria-disabled')) === 'true';

describe.each(['en', 'ar'])('the carousel, in %s', (lang) => {
  it('is scrolled by arrow keys and buttons, which are off at the ends', async () => {
    const { page, close } = await open('page-size="8"', { lang, reducedMotion: 'reduce' });
    expect([await isOff(page, 'previous'), await isOff(page, 'next')]).toEqual([true, false]);
    await track(page).focus();
    await page.keyboard.press(lang === 'ar' ? 'ArrowLeft' : 'ArrowRight');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
    await page.keyboard.press(lang === 'ar' ? 'ArrowRight' : 'ArrowLeft');
    await expect.poll(() => isOff(page, 'previous')).toBe(true);
    await page.locator('[part=next]').focus();
    for (let step = 0; step < 8 && !(await isOff(page, 'next')); step += 1) {
      const before = await scrolled(page);
      await page.keyboard.press('Enter');
      await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
      await expect.poll(async () => (await isOff(page, 'previous')) === false).toBe(true);
    }
    await expect.poll(() => isOff(page, 'next')).toBe(true);
    // It still has the focus, although there is no further page.
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))).toBe(
      'next',
    );
    await page.locator('[part=previous]').click();
    await expect.poll(() => isOff(page, 'next')).toBe(false);
    await close();
  });

  it('brings a card into view when its link gets the focus', async () => {
    const { page, close } = await open('page-size="8"', { lang });
    await page.locator('[part=link]').last().focus();
    const isInView = () =>
      page
        .locator('[part=offer]')
        .last()
        .evaluate((card) => {
          const area = card.closest('[part=track]')?.getBoundingClientRect() as DOMRect;
          const { left, right } = card.getBoundingClientRect();
          return left >= area.left - 1 && right <= area.right + 1;
        });
    await expect.poll(isInView).toBe(true);
    await close();
  });

  it('has no violation of accessibility', async () => {
    const { page, close } = await open('page-size="8" search sortable', { lang });
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });
});

describe('the carousel', () => {
  it('moves by itself neither at once nor later, has no inline style and shifts nothing', async () => {
    const { page, close } = await open('page-size="8"');
    const found = await page.locator('hasoffers-offer-list').evaluate(({ shadowRoot }) => ({
      styled: shadowRoot?.querySelectorAll('[style]').length,
      html: shadowRoot?.innerHTML,
    }));
    expect(found.styled).toBe(0);
    expect(found.html).not.toMatch(/autoplay|marquee/i);
    expect(await scrolled(page)).toBe(0);
    // A list that is inserted after the page was parsed.
    const before = await layoutShift(page);
    await page.locator('main').evaluate((main) => {
      main.insertAdjacentHTML('beforeend', `${main.querySelector('hasoffers-offer-list')?.outerHTML}<p>After</p>`);
    });
    await allReady(page);
    expect(await layoutShift(page)).toBe(before);
    await close();
  });

  it.each([
    ['reduce', 'auto'],
    ['no-preference', 'smooth'],
  ] as const)('with reduced motion %s it scrolls in the way %s', async (reducedMotion, behaviour) => {
    const { page, close } = await open('page-size="8"', { reducedMotion });
    expect(await track(page).evaluate((element) => getComputedStyle(element).scrollBehavior)).toBe(behaviour);
    await close();
  });

  it('shows featured offers by two calls', async () => {
    const { page, close } = await open('source="featured"');
    expect(await page.locator('[part=offer]').count()).toBeGreaterThan(4);
    expect(harness.network.calls.map(({ method }) => method)).toEqual(['findAllFeaturedOfferIds', 'findAll']);
    await close();
  });

  it('has no buttons for one offer', async () => {
    const { page, close } = await open('ids="1004"');
    expect(await page.locator('[part=previous], [part=next]').count()).toBe(0);
    await close();
  });

  it('needs no more width than a phone has', async () => {
    const { page, close } = await open('page-size="8"', { viewport: { width: 320, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });

  it('tells which cards a visitor saw, and of the others when they are scrolled into view', async () => {
    const { page, close } = await open('page-size="8"', {
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
    });
    const seen = () => page.evaluate(() => (window as unknown as { views: number[] }).views);
    await expect.poll(seen).toEqual([1]);
    await page.locator('[part=next]').click();
    await expect.poll(seen).toEqual([1, 2]);
    await close();
  });
});
