import type { CDPSession, Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { allReady, launch, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

/** How many nodes, listeners and bytes the elements take, and leave behind. */

const harness = useHarness();

const open = (body: string) => openTab(harness.browser, harness.site.page('/', plainPage(body)));

interface Counts {
  readonly Nodes: number;
  readonly JSEventListeners: number;
  readonly JSHeapUsedSize: number;
}

/** Nodes and listeners that are left after garbage collection. */
async function count(cdp: CDPSession): Promise<Counts> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Counts;
}

/** Each one is drawn with its data before it goes. */
const comeAndGo = (page: Page, times: number): Promise<void> =>
  page.evaluate(async (count) => {
    for (let done = 0; done < count; done += 1) {
      const list = document.createElement('hasoffers-offer-list') as HTMLElement & { ready: Promise<void> };
      list.setAttribute('loading', 'eager');
      list.setAttribute('page-size', '3');
      document.querySelector('main')?.append(list);
      await list.ready;
      list.remove();
    }
  }, times);

describe('memory', () => {
  it('500 elements that come and go leave no node, no listener and no memory behind', { timeout: 60_000 }, async () => {
    // Compiled code lies in the same heap and would be larger than what an element leaves behind.
    const interpreter = await launch(['--js-flags=--jitless']);
    onTestFinished(() => interpreter.close());
    const { page } = await openTab(interpreter, harness.site.page('/', plainPage('')));
    await page.waitForFunction(() => 'HasOffersWidgets' in window);
    // Answered within the page: 500 times the network would be the longest part of this, and is not what is counted.
    await page.evaluate(() => {
      const ask = window.fetch.bind(window);
      let answer: Promise<string> | undefined;
      window.fetch = async (url) => {
        answer ??= ask(url).then((response) => response.text());
        return new Response(await answer);
      };
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    // The first ones fill caches that are shared by all.
    await comeAndGo(page, 100);
    const before = await count(cdp);
    await comeAndGo(page, 500);
    // A pending callback may retain the last one a moment longer.
    await expect.poll(async () => (await count(cdp)).Nodes).toBeLessThanOrEqual(before.Nodes);
    const after = await count(cdp);
    expect(after.JSEventListeners).toBeLessThanOrEqual(before.JSEventListeners);
    // A closure or two of each element would be more.
    expect(after.JSHeapUsedSize - before.JSHeapUsedSize).toBeLessThan(500 * 50);
  });
});

describe('nodes', () => {
  it.each(['grid', 'list', 'table'])('an offer of a %s takes 42 nodes at most, texts included', async (layout) => {
    const list = `<hasoffers-offer-list loading="eager" layout="${layout}" page-size="100"></hasoffers-offer-list>`;
    const { page, close } = await open(list);
    await allReady(page);
    const counts = await page.locator('hasoffers-offer-list [part~=offer]').evaluateAll((offers) =>
      offers
        .map((offer) => document.createNodeIterator(offer.closest('li') ?? offer))
        .map((nodes) => {
          let counted = 0;
          while (nodes.nextNode()) counted += 1;
          return counted;
        }),
    );
    expect(counts.length).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThanOrEqual(42);
    await close();
  });

  it('a refresh keeps the nodes of the offers that are still there', async () => {
    const { page, close } = await open('<hasoffers-offer-list page-size="8"></hasoffers-offer-list>');
    await allReady(page);
    const refreshed = await page.evaluate(async () => {
      const list = document.querySelector('hasoffers-offer-list') as HTMLElement & { refresh(): Promise<void> };
      const read = () => [...(list.shadowRoot?.querySelectorAll('[part=list] > *, [part=list] > * *') ?? [])];
      const before = read();
      await list.refresh();
      const after = read();
      return { before: before.length, kept: after.filter((node) => before.includes(node)).length, after: after.length };
    });
    expect(harness.network.calls.length).toBeGreaterThan(0);
    expect(refreshed.before).toBeGreaterThan(100);
    expect(refreshed).toEqual({ before: refreshed.before, kept: refreshed.before, after: refreshed.before });
    await close();
  });
});
