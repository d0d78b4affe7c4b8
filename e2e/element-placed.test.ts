import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { allReady } from './browser.js';
import { list, names, setCountedCalls } from './counted-calls.js';

const { calls, open } = setCountedCalls();

describe('an element works', () => {
  const shown = async (page: Page) => {
    await expect.poll(() => names(page)).toHaveLength(3);
    expect(calls.asked).toHaveLength(1);
  };

  it('inside closed shadow roots', async () => {
    const closed = (html: string) => `<div><template shadowrootmode="closed">${html}</template></div>`;
    const listen = `<script>
      window.shown = new Promise((resolve) => document.addEventListener('hasoffers-load', (event) => resolve(event.detail.offers.length)));
    </script>`;
    const { page, consoleErrors, close } = await open(listen + closed(closed(list())));
    expect(await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)).toBe(3);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('inside a form, which it neither sends nor fills', async () => {
    const { page, close } = await open(
      `<form action="/elsewhere"><input name="own" value="1">${list('search sortable filters="payout-type"')}<button>Send</button></form>`,
    );
    await shown(page);
    await page.getByRole('searchbox').fill('fern');
    await page.getByRole('searchbox').press('Enter');
    await expect.poll(() => names(page)).not.toHaveLength(3);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => names(page)).toHaveLength(3);
    const sent = await page.evaluate(() => {
      const form = document.querySelector('form') as HTMLFormElement;
      return [[...new FormData(form).keys()], form.elements.length, location.pathname];
    });
    expect(sent).toEqual([['own'], 2, '/']);
    await close();
  });

  it('in a part of the page that is shown later, and sends no request before', async () => {
    const lazy = '<hasoffers-offer-list page-size="3"></hasoffers-offer-list>';
    for (const [html, show] of [
      [`<div style="display: none">${lazy}</div>`, () => document.querySelector('div')?.removeAttribute('style')],
      [`<div hidden>${lazy}</div>`, () => document.querySelector('div')?.removeAttribute('hidden')],
      [`<details><summary>More</summary>${lazy}</details>`, () => document.querySelector('summary')?.click()],
      [`<dialog>${lazy}</dialog>`, () => document.querySelector('dialog')?.showModal()],
      [`<div popover>${lazy}</div>`, () => document.querySelector<HTMLElement>('[popover]')?.showPopover()],
      [
        `<div style="height: 300px; overflow: auto"><p style="height: 3000px">Long.</p>${lazy}</div>`,
        () => document.querySelector('div')?.scrollTo(0, 9000),
      ],
    ] as const) {
      calls.asked = [];
      const { page, consoleErrors, close } = await open(html);
      await page.waitForFunction(() => 'HasOffersWidgets' in window);
      // Observers have called back two frames later.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(calls.asked, html).toHaveLength(0);
      await page.evaluate(show);
      await shown(page);
      expect(consoleErrors).toEqual([]);
      await close();
    }
  });

  it.each([
    'display: flex',
    'display: flex; flex-direction: column; align-items: flex-start',
    'display: grid',
    'display: grid; place-items: start',
    'display: inline-block; width: 100%',
    'display: table; width: 100%',
    'float: left; width: 100%',
    'position: relative; contain: content',
  ])('as wide as its place where the page says "%s"', async (css) => {
    const { page, close } = await open(
      `<style>hasoffers-offer-list { ${css} }</style><div style="width: 900px">${list()}</div>`,
    );
    await allReady(page);
    const box = await page.locator('hasoffers-offer-list [part~=list]').boundingBox();
    expect(box?.width).toBe(900);
    await close();
  });

  it.each([
    ['hidden', '', 'hidden'],
    ['visibility', 'visibility: hidden', ''],
    ['a box around it', '', 'style="visibility: hidden"'],
  ])('and is out of sight where the page hides it by %s', async (name, css, attribute) => {
    const inner = name === 'a box around it' ? `<div ${attribute}>${list()}</div>` : list(attribute);
    const { page, close } = await open(`<style>hasoffers-offer-list { ${css} }</style>${inner}`);
    await allReady(page);
    expect(await page.locator('[part~=name]').first().isVisible()).toBe(false);
    await close();
  });
});
