import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { allReady, textOf } from './browser.js';
import { countCalls, html, list, manager, ownLook, setNavigation, shown, slotted } from './navigation.js';
import { hasFrameworks } from './project.js';

const { harness, open } = setNavigation(hasFrameworks ? { turbo: '@hotwired/turbo/dist/turbo.es2017-umd.js' } : {});

describe.skipIf(!hasFrameworks)('Turbo', () => {
  const turbo = '<script src="/turbo.js"></script>';
  const link = (to: string) => `<a href="/${to}">to ${to}</a>`;
  const visit = async (page: Page, to: string) => {
    await page.getByRole('link', { name: `to ${to}` }).click();
    await page.waitForFunction(
      (title) => document.title === title && !document.documentElement.hasAttribute('data-turbo-preview'),
      to,
    );
  };

  it.each([
    ['the built-in look', list, shown],
    ["the author's own look", ownLook, slotted],
  ] as const)('goes forth and back, and a list with %s is alive and there once', async (_, markup, count) => {
    harness.site.page('/two', html('two', `${manager}<p>Nothing else.</p>${link('one')}`, turbo));
    const tab = await open('/one', html('one', `${markup}${manager}${link('two')}`, turbo));
    await allReady(tab.page);
    expect(await count(tab.page)).toBe(3);
    const asked = countCalls(tab.page, 'findAll');
    await visit(tab.page, 'two');
    await allReady(tab.page);
    await tab.page.goBack();
    await tab.page.waitForFunction(() => document.title === 'one');
    await allReady(tab.page);
    expect(await count(tab.page)).toBe(3);
    expect(await tab.page.locator('hasoffers-offer-list').count()).toBe(1);
    // What comes out of Turbo's cache is a copy, so it is a new element, and asks once.
    expect(asked()).toBe(1);
    expect(await textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it.each([
    ['the built-in look', list, shown],
    ["the author's own look", ownLook, slotted],
  ] as const)(
    'shows a preview first, and a list with %s is there once and asks no more than twice',
    async (_, markup, count) => {
      harness.site.page('/two', html('two', `<p>Nothing else.</p>${link('one')}`, turbo));
      const tab = await open('/one', html('one', `${markup}${link('two')}`, turbo));
      await allReady(tab.page);
      await visit(tab.page, 'two');
      const asked = countCalls(tab.page, 'findAll');
      await visit(tab.page, 'one');
      await allReady(tab.page);
      expect(await count(tab.page)).toBe(3);
      // Once for the preview, whose visitor may never see more, and once for the page.
      expect(asked()).toBeLessThanOrEqual(2);
      expect(tab.consoleErrors).toEqual([]);
      await tab.close();
    },
  );

  it('keeps an element that is marked as permanent, without a request', async () => {
    const kept = `<div id="kept" data-turbo-permanent>${list}</div>`;
    harness.site.page('/two', html('two', `${kept}${link('one')}`, turbo));
    const tab = await open('/one', html('one', `${kept}${link('two')}`, turbo));
    await allReady(tab.page);
    const asked = countCalls(tab.page);
    await tab.page.locator('hasoffers-offer-list').evaluate((element) => Object.assign(element, { mark: true }));
    await visit(tab.page, 'two');
    expect(await tab.page.locator('hasoffers-offer-list').evaluate((element) => Object(element).mark)).toBe(true);
    expect(await shown(tab.page)).toBe(3);
    expect(asked()).toBe(0);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});

describe.skipIf(!hasFrameworks)('a page refresh of Turbo that morphs', () => {
  const head =
    '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve"><script src="/turbo.js"></script>';
  const original = ownLook.replace(/>\s+</g, '><');

  /** Refreshes as Turbo Streams and forms do, with the server's current page. */
  const refresh = async (page: Page) => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          addEventListener('turbo:morph', () => resolve(), { once: true });
          // biome-ignore lint/suspicious/noExplicitAny: the library has no types
          (window as any).Turbo.session.refresh(location.href);
        }),
    );
  };

  const names = (page: Page, selector: string) => page.locator(selector).allTextContents();
  const builtIn = 'hasoffers-offer-list [part~=offer] [part~=name]';

  it.each([
    ['the built-in look', list, list, builtIn, 3],
    ["the author's own look", original, original, '.mine', 3],
    [
      'a template in a paragraph',
      original.replace('<template>', '<p><template>').replace('</template>', '</template></p>'),
      original.replace('<template>', '<p><template>').replace('</template>', '</template></p>'),
      '.mine',
      3,
    ],
    [
      'something of the page in a slot',
      original.replace('<template>', '<h2 slot="header">Offers</h2><template>'),
      original.replace('<template>', '<h2 slot="header">Our offers</h2><template>'),
      '.mine',
      3,
    ],
    ['another template', original, original.replace('"mine"', '"mine other"'), '.mine.other', 3],
    ['a template where there was none', list, original, '.mine', 3],
    ['no template any more', original, list, builtIn, 3],
    ['fewer offers', original, original.replace('"3"', '"2"'), '.mine', 2],
    ['something else before it', original, `<p>News</p><ul><li>One</li></ul>${original}`, '.mine', 3],
    [
      'another list before it',
      original,
      `<hasoffers-offer-list page-size="3"></hasoffers-offer-list>${original}`,
      '.mine',
      3,
    ],
  ])('keeps a list filled: %s', async (_, before, after, selector, count) => {
    const tab = await open('/one', html('one', `<main>${before}</main>${manager}`, head));
    await allReady(tab.page);
    harness.site.page('/one', html('two', `<main>${after}</main>${manager}`, head));
    await refresh(tab.page);
    await allReady(tab.page);
    await expect.poll(async () => (await names(tab.page, selector)).filter((name) => name.trim()).length).toBe(count);
    expect(await tab.page.title()).toBe('two');
    expect(await textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    // A second time, when the page is what it was.
    const asked = countCalls(tab.page);
    const kept = await names(tab.page, selector);
    await refresh(tab.page);
    await expect.poll(() => names(tab.page, selector)).toEqual(kept);
    expect(
      await tab.page
        .locator('hasoffers-offer-list')
        .last()
        .evaluate((each) => Object(each).state),
    ).toBe('ready');
    expect(asked()).toBe(0);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
