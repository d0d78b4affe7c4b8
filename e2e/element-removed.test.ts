import type { CDPSession, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { list, setCountedCalls } from './counted-calls.js';

const { calls, open, harness } = setCountedCalls();

const manager = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>';

describe('an element that is removed for ever', () => {
  /** Counts listeners, timers and observers, from before our script runs. */
  const counting = `<script>
    window.alive = { timers: new Set(), observers: new Set() };
    for (const [start, stop] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
      const [begin, end] = [window[start], window[stop]];
      window[start] = (callback, ...rest) => {
        const id = begin((...given) => { if (start === 'setTimeout') window.alive.timers.delete(id); callback(...given) }, ...rest);
        window.alive.timers.add(id);
        return id;
      };
      window[stop] = (id) => { window.alive.timers.delete(id); end(id) };
    }
    for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
      window[name] = class extends window[name] {
        observe(...given) { super.observe(...given); window.alive.observers.add(this) }
        disconnect() { super.disconnect(); window.alive.observers.delete(this) }
      };
    }
  </script>`;

  const alive = (page: Page) =>
    page.evaluate(() => {
      const { timers, observers } = (window as unknown as { alive: { timers: Set<1>; observers: Set<1> } }).alive;
      return { timers: timers.size, observers: observers.size };
    });

  async function listeners(session: CDPSession): Promise<number> {
    let count = 0;
    for (const expression of ['window', 'document', 'document.body', 'navigator', 'matchMedia("all")']) {
      const { result } = await session.send('Runtime.evaluate', { expression });
      const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId as string });
      count += found.listeners.length;
    }
    return count;
  }

  const inside =
    '<hasoffers-offer-list loading="eager" page-size="3" search filters="category"></hasoffers-offer-list>';
  const lazy = '<hasoffers-account-manager style="position: absolute; top: 9000px"></hasoffers-account-manager>';

  const eagerReady = (page: Page) =>
    page.waitForFunction(() =>
      [...document.querySelectorAll('[loading=eager]')].every((element) => element.matches(':state(ready)')),
    );

  const put = (page: Page, html: string) =>
    page.evaluate((content) => {
      (document.getElementById('place') as Element).innerHTML = content;
    }, html);

  it('leaves no timer, listener, observer or call behind, and is forgotten', async () => {
    const head = `${counting}<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers"></script>`;
    const { page, consoleErrors, close } = await open('<div id="place"></div>', head);
    const session = await page.context().newCDPSession(page);
    // Once before counting: some objects are created once for a page, others by the test's own tools.
    await put(page, inside + list() + manager + lazy);
    await eagerReady(page);
    await put(page, '');
    const before = { listeners: await listeners(session), ...(await alive(page)) };
    expect(before.timers).toBe(0);

    await put(page, inside + list() + manager + lazy);
    await eagerReady(page);
    expect((await alive(page)).observers).toBeGreaterThan(before.observers);
    expect(await listeners(session)).toBeGreaterThan(before.listeners);
    // In the middle of work: a search that is still debounced.
    harness.network.setFault('hang');
    await page.evaluate(() => {
      const input = document
        .querySelector('hasoffers-offer-list')
        ?.shadowRoot?.querySelector('input') as HTMLInputElement;
      input.value = 'fern';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      const elements = [...document.querySelectorAll('#place > *')];
      // Without input fields: the browser itself retains some of them for autofill.
      const plain = elements.filter((element) => !element.hasAttribute('search'));
      Object.assign(window, { gone: plain.map((element) => new WeakRef(element)) });
      for (const element of elements) element.remove();
    });
    await expect.poll(async () => ({ listeners: await listeners(session), ...(await alive(page)) })).toEqual(before);
    await expect
      .poll(async () => {
        await session.send('HeapProfiler.collectGarbage');
        return page.evaluate(() =>
          (window as unknown as { gone: WeakRef<Element>[] }).gone.map((each) => each.deref()?.localName),
        );
      })
      .toEqual([undefined, undefined, undefined]);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('aborts its requests, and fires no further event', async () => {
    harness.network.setFault('hang');
    const { page, consoleErrors, close } = await open(`<div id="place">${inside}${manager}</div>`);
    await expect.poll(() => calls.asked.length).toBe(2);
    await page.evaluate(() => {
      Object.assign(window, { events: [] });
      for (const type of ['hasoffers-load', 'hasoffers-error']) {
        document.addEventListener(type, () => (window as unknown as { events: string[] }).events.push(type));
      }
    });
    await put(page, '');
    await expect.poll(() => calls.aborted).toBe(2);
    expect(await page.evaluate(() => (window as unknown as { events: string[] }).events)).toEqual([]);
    expect(consoleErrors).toEqual([]);
    await close();
  });
});
