import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

/** What is printed while a widget is idle, because it was never near the viewport. */

const harness = useHarness();

const script = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer></script>';
const fallback = '<p id="fallback">Write to partners@example.com</p>';
const far = (element: string) => `<div style="height: 5000px"></div>${element}`;

const neverOnScreen: Readonly<Record<string, string>> = {
  'a manager': far(`<hasoffers-account-manager>${fallback}</hasoffers-account-manager>`),
  'a line of the manager': far(`<hasoffers-account-manager layout="inline">${fallback}</hasoffers-account-manager>`),
  'a list': far(`<hasoffers-offer-list page-size="3">${fallback}</hasoffers-offer-list>`),
  'a table': far(`<hasoffers-offer-list page-size="3" layout="table">${fallback}</hasoffers-offer-list>`),
  'a list without a box': far(
    `<hasoffers-offer-list page-size="3" style="display: contents">${fallback}</hasoffers-offer-list>`,
  ),
  'a list with a template': far(
    `<hasoffers-offer-list page-size="3">${fallback}<template><b data-bind="name"></b></template></hasoffers-offer-list>`,
  ),
  "a list with the page's own skeleton": far(
    `<hasoffers-offer-list page-size="3">${fallback}<i slot="loading">Wait</i></hasoffers-offer-list>`,
  ),
};

/** Without `idle` being over: what a print dialog finds that no `beforeprint` came before (`emulateMedia` sends none). */
const open = async (body: string) => openTab(harness.browser, harness.site.page('/', plainPage(body, script)));

const element = (page: Page) => page.locator('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list');
const stateOf = (page: Page) => element(page).evaluate((each) => Object(each).state);
const content = (page: Page) => element(page).locator('.content');

describe('paper', () => {
  it.each(Object.entries(neverOnScreen))('has the fallback and no skeleton of %s that is idle', async (_, body) => {
    const tab = await open(body);
    await tab.page.waitForFunction(() => customElements.get('hasoffers-offer-list'));
    expect(await tab.page.locator('#fallback').isVisible()).toBe(false);
    await tab.page.emulateMedia({ media: 'print' });
    expect(await stateOf(tab.page)).toBe('idle');
    expect(await tab.page.locator('#fallback').isVisible()).toBe(true);
    expect(await content(tab.page).isVisible()).toBe(false);
    await tab.page.emulateMedia({ media: 'screen' });
    expect(await tab.page.locator('#fallback').isVisible()).toBe(false);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it.each(Object.entries(neverOnScreen))('has the data of %s and no fallback, once it was printed', async (_, body) => {
    const tab = await open(body);
    await tab.page.waitForFunction(() => customElements.get('hasoffers-offer-list'));
    expect(await stateOf(tab.page)).toBe('idle');
    // Printing sends `beforeprint`, and with it the request goes out.
    await tab.page.pdf();
    await allReady(tab.page);
    expect(await stateOf(tab.page)).toBe('ready');
    await tab.page.emulateMedia({ media: 'print' });
    expect(await tab.page.locator('#fallback').isVisible()).toBe(false);
    expect(await content(tab.page).isVisible()).toBe(true);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('has the fallback of a list that waits for consent, and no consent prompt', async () => {
    const tab = await open(`<hasoffers-offer-list consent>${fallback}</hasoffers-offer-list>`);
    await tab.page.waitForFunction(() => customElements.get('hasoffers-offer-list'));
    await tab.page.pdf();
    await tab.page.emulateMedia({ media: 'print' });
    expect(await stateOf(tab.page)).toBe('idle');
    expect(await tab.page.locator('#fallback').isVisible()).toBe(true);
    expect(await content(tab.page).isVisible()).toBe(false);
    await tab.close();
  });
});
