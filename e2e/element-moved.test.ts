import { describe, expect, it } from 'vitest';
import { allReady } from './browser.js';
import { list, names, setCountedCalls } from './counted-calls.js';

const { calls, open } = setCountedCalls();

describe('an element that is moved', () => {
  const moves: Readonly<Record<string, (element: Element, to: Element) => void>> = {
    append: (element, to) => to.append(element),
    insertBefore: (element, to) => to.insertBefore(element, to.firstChild),
    replaceChildren: (element, to) => to.replaceChildren(element),
    moveBefore: (element, to) =>
      (to as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(element, null),
  };
  it.each(Object.entries(moves))('ten times by %s keeps its content, and sends no request', async (_, move) => {
    const { page, consoleErrors, close } = await open(`<div id="a">${list('search sortable')}</div><div id="b"></div>`);
    await allReady(page);
    await page.getByRole('searchbox').fill('e');
    await page.getByLabel('Sort by').selectOption('-name');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('2');
    await expect.poll(() => page.locator('[aria-busy]').getAttribute('aria-busy')).toBe('false');
    const before = await names(page);
    const askedBefore = calls.asked.length;
    const kept = await page.evaluate(async (moveSource) => {
      const seen = { events: 0, states: new Set<string>() };
      document.addEventListener('hasoffers-load', () => seen.events++);
      const element = document.querySelector('hasoffers-offer-list') as HTMLElement & { state: string };
      const node = element.shadowRoot?.querySelector('[part~=name]');
      const moveTo = new Function(`return ${moveSource}`)() as typeof move;
      for (let turn = 1; turn <= 10; turn++) {
        moveTo(element, document.getElementById(turn % 2 ? 'b' : 'a') as Element);
        seen.states.add(element.state);
        // Every second time something runs in between, as with a list that a visitor sorts by dragging.
        if (turn % 2) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const same = element.shadowRoot?.querySelector('[part~=name]') === node;
      return { same, events: seen.events, states: [...seen.states] };
    }, String(move));
    expect(kept).toEqual({ same: true, events: 0, states: ['ready'] });
    expect(calls.asked).toHaveLength(askedBefore);
    expect(await names(page)).toEqual(before);
    expect(await page.getByRole('searchbox').inputValue()).toBe('e');
    expect(await page.locator('[aria-current=page]').innerText()).toBe('2');
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('with moveBefore keeps the focus', async () => {
    const { page, close } = await open(`<div id="a">${list('search')}</div><div id="b"></div>`);
    await allReady(page);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('fe');
    await page.evaluate(() => {
      const to = document.getElementById('b') as unknown as { moveBefore(node: Node | null, before: null): void };
      to.moveBefore(document.querySelector('hasoffers-offer-list'), null);
    });
    await page.keyboard.type('rn');
    expect(await page.getByRole('searchbox').inputValue()).toBe('fern');
    await close();
  });

  it('into the document of a frame and back shows the same in both, in its own style', async () => {
    const { page, consoleErrors, close } = await open(`${list('search')}<iframe width="900" height="900"></iframe>`);
    await allReady(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('2');
    await expect.poll(() => page.locator('[aria-busy]').getAttribute('aria-busy')).toBe('false');
    const before = await names(page);
    const radius = () =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe')?.contentDocument;
        const element = (document.querySelector('hasoffers-offer-list') ??
          frame?.querySelector('hasoffers-offer-list')) as HTMLElement;
        const card = element.shadowRoot?.querySelector('[part~=offer]') as HTMLElement;
        return (card.ownerDocument.defaultView as Window).getComputedStyle(card).borderTopLeftRadius;
      });
    const rounded = await radius();
    expect(Number.parseFloat(rounded)).toBeGreaterThan(5);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentDocument;
      frame?.body.append(document.querySelector('hasoffers-offer-list') ?? '');
    });
    const inside = page.frameLocator('iframe');
    await expect.poll(() => inside.locator('[part~=name]').allInnerTexts()).toEqual(before);
    expect(await radius()).toBe(rounded);
    await inside.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => inside.locator('[aria-current=page]').innerText()).toBe('3');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentDocument;
      document.querySelector('main')?.append(frame?.querySelector('hasoffers-offer-list') ?? '');
    });
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('3');
    expect(await radius()).toBe(rounded);
    expect(consoleErrors).toEqual([]);
    await close();
  });
});
