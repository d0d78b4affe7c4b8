import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage, shippedProxy, smallestProxy } from './site.js';

const harness = useHarness();

const list = (attributes: string, inner = '') =>
  plainPage(`<hasoffers-offer-list loading="eager" ${attributes}>${inner}</hasoffers-offer-list>`);

async function open(attributes: string, inner?: string) {
  const tab = await openTab(harness.browser, harness.site.page('/', list(attributes, inner)));
  await allReady(tab.page);
  return tab;
}

const names = (page: Page) => page.locator('hasoffers-offer-list [part~=name]').allInnerTexts();
const methods = () => harness.network.calls.map(({ method }) => method);

describe.each([
  ['the proxy that ships', (key?: string) => shippedProxy(harness.network.url, '/hasoffers', key)],
  ['the smallest proxy', (key: string = sampleKeys.active) => smallestProxy(harness.network.url, key)],
])('the offer list, through %s,', (_, proxy) => {
  const mount = (key?: string) => harness.site.route('/hasoffers', proxy(key));
  beforeEach(() => mount());

  it('searches through the network, after the visitor has stopped typing', async () => {
    const { page, close } = await open('search page-size="6"');
    // In one task: a slow machine would take longer from key to key than the list waits.
    await page.getByRole('searchbox').evaluate((box: HTMLInputElement) => {
      for (const text of ['c', 'cl', 'cla', 'clay']) {
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      }
    });
    await expect.poll(() => names(page)).toEqual([expect.stringContaining('Fern & Clay')]);
    expect(methods()).toEqual(['findAll', 'findAll']);
    await close();
  });

  it('changes pages, and comes back to one without a request', async () => {
    const { page, close } = await open('page-size="5"');
    const first = await names(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => names(page)).not.toEqual(first);
    expect(await names(page)).toHaveLength(5);
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => names(page)).toEqual(first);
    expect(methods()).toHaveLength(2);
    await close();
  });

  it('sorts by the network although JSON reorders ids', async () => {
    const { page, close } = await open('sort="-name" page-size="10"');
    const shown = await names(page);
    expect(shown).toEqual([...shown].sort((one, other) => other.localeCompare(one)));
    await close();
  });

  it('puts sub-ids on every link once, beside what the link has of its own', async () => {
    const { page, close } = await open('aff-sub="home page" aff-sub3="x&y" aff-source="blog" page-size="4"');
    const hrefs = await page
      .locator('[part~=link]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs).toHaveLength(4);
    for (const href of hrefs) {
      const query = new URL(href).searchParams;
      expect([query.getAll('aff_sub'), query.getAll('aff_sub3'), query.getAll('source')]).toEqual([
        ['home page'],
        ['x&y'],
        ['blog'],
      ]);
      expect(query.get('offer_id')).toMatch(/^\d+$/);
    }
    await close();
  });

  it('tells the page before a visitor leaves, once, and leaves through a link that is tracked', async () => {
    const { page, close } = await open('page-size="2"');
    await page.evaluate(() => {
      Object.assign(window, { left: [] });
      document.addEventListener('hasoffers-offer-click', (event) =>
        (window as unknown as { left: unknown[] }).left.push((event as CustomEvent).detail.url),
      );
    });
    const opened = page.context().waitForEvent('page');
    await page.locator('[part~=link]').first().click();
    await (await opened).waitForLoadState();
    expect(await page.evaluate(() => (window as unknown as { left: string[] }).left)).toEqual([
      expect.stringContaining('/aff_c?'),
    ]);
    expect(harness.network.visits.map(({ kind }) => kind)).toEqual(['click']);
    await close();
  });

  it('fills in by one call each what the network refuses to send along, and makes links on intent', async () => {
    mount(sampleKeys.refusesRelations);
    const { page, close } = await open('page-size="8"');
    expect(await names(page)).toHaveLength(8);
    const counts = (method: string) => methods().filter((each) => each === method).length;
    expect(['getThumbnail', 'getCategories', 'getTargetCountries'].map(counts)).toEqual([1, 1, 1]);
    expect(counts('generateTrackingLink')).toBe(0);
    const link = page.locator('[part~=link]').first();
    await link.hover();
    await expect.poll(() => link.getAttribute('href')).toContain('/aff_c?');
    expect(counts('generateTrackingLink')).toBe(1);
    await close();
  });

  it('gives no link to an offer that may not be promoted, and says why', async () => {
    const { page, close } = await open('page-size="100"');
    const offers = await page.locator('[part~=offer]').evaluateAll((items) =>
      items.map((item) => ({
        text: (item as HTMLElement).innerText,
        link: item.querySelector('[part~=link]') !== null,
      })),
    );
    const closed = offers.filter(({ text }) => /pending|Not approved|needed|accept|Expired/i.test(text));
    expect(closed.length).toBeGreaterThan(3);
    expect(closed.filter(({ link }) => link)).toEqual([]);
    expect(offers.filter(({ link }) => link).length).toBeGreaterThan(50);
    await close();
  });

  it('renders a template, with safe links only', async () => {
    const template = '<template><p><b data-bind="name"></b> <a data-bind-href="link">go</a></p></template>';
    const { page, close } = await open('page-size="3"', template);
    const link = page.locator('hasoffers-offer-list a').first();
    expect(await link.getAttribute('rel')).toBe('sponsored nofollow noopener');
    expect(await page.locator('hasoffers-offer-list b').allInnerTexts()).toHaveLength(3);
    await close();
  });

  it('lists approved offers by the page itself where the network sends them all', async () => {
    mount(sampleKeys.many);
    const { page, close } = await open('source="approved" search sortable page-size="20"');
    expect(await names(page)).toHaveLength(20);
    const before = harness.network.calls.length;
    await page.getByRole('searchbox').fill('fern');
    await expect.poll(async () => (await names(page)).every((name) => /fern/i.test(name))).toBe(true);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(harness.network.calls.length).toBe(before);
    await close();
  });
});
