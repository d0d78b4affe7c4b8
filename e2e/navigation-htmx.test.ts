import { describe, expect, it } from 'vitest';
import { allReady } from './browser.js';
import { countCalls, html, list, ownLook, setNavigation, shown, slotted } from './navigation.js';
import { hasFrameworks } from './project.js';

const { harness, open } = setNavigation(
  hasFrameworks ? { htmx2: 'htmx2/dist/htmx.js', htmx4: 'htmx.org/dist/htmx.js' } : {},
);

describe.skipIf(!hasFrameworks).each(['htmx2', 'htmx4'])('%s', (library) => {
  const htmx = `<script src="/${library}.js"></script>`;

  it.each(['innerHTML', 'outerHTML', 'beforeend'])('puts an element in by %s, and takes it out', async (swap) => {
    harness.site.page('/part', list);
    harness.site.page('/none', '<p id="none">Nothing.</p>');
    const body = `<button hx-get="/part" hx-target="#place" hx-swap="${swap}">in</button>
      <button hx-get="/none" hx-target="main" hx-swap="innerHTML">out</button><main><div id="place"></div></main>`;
    const tab = await open('/', html('one', body, htmx));
    const asked = countCalls(tab.page);
    await tab.page.getByRole('button', { name: 'in' }).click();
    await tab.page.waitForSelector('hasoffers-offer-list');
    await allReady(tab.page);
    expect(await shown(tab.page)).toBe(3);
    expect(asked()).toBe(1);
    await tab.page.getByRole('button', { name: 'out' }).click();
    await tab.page.waitForSelector('#none');
    expect(await tab.page.locator('hasoffers-offer-list').count()).toBe(0);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('brings a page back from its history, with every offer there once', async () => {
    harness.site.page('/two', html('two', '<main><p id="two">Two.</p></main>', htmx));
    const body = `<main>${ownLook}<a hx-get="/two" hx-target="main" hx-select="main" hx-swap="outerHTML" hx-push-url="true" href="/two">two</a></main>`;
    const tab = await open('/one', html('one', body, htmx));
    await allReady(tab.page);
    expect(await slotted(tab.page)).toBe(3);
    await tab.page.getByRole('link', { name: 'two' }).click();
    await tab.page.waitForSelector('#two');
    await tab.page.goBack();
    await tab.page.waitForSelector('hasoffers-offer-list');
    await allReady(tab.page);
    await expect.poll(() => slotted(tab.page)).toBe(3);
    expect(await tab.page.locator('.mine a[href*="aff_c"], .mine a[role=link]').count()).toBeGreaterThan(0);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
