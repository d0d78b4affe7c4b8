import { describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { plainPage } from './site.js';

const harness = useHarness();

/** Records of each tool, as a list of what it received. */
const tools = `<script>
  window.sent = [];
  window._paq = { push: (call) => sent.push(call) };
  window.gtag = (...call) => sent.push(call);
  window.plausible = (...call) => sent.push(call);
  document.addEventListener('hasoffers-offer-click', (event) => event.preventDefault());
</script>`;

const name = 'Fern & Clay | UK | CPS';

describe('the recipes of docs/analytics.md', () => {
  it.each([
    [
      'analytics-gtag',
      ['event', 'view_item_list', { items: [{ item_id: '1004', item_name: name, index: 0 }] }],
      ['event', 'select_item', { items: [{ item_id: '1004', item_name: name }] }],
    ],
    [
      'analytics-plausible',
      ['Offer view', { props: { offer: name, position: '1' }, interactive: false }],
      ['Offer click', { props: { offer: name } }],
    ],
    ['analytics-matomo', ['trackEvent', 'Offers', 'View', name, 1], ['trackEvent', 'Offers', 'Click', name, undefined]],
  ])('%s passes on what was seen and used', async (snippet, view, click) => {
    const body = `${tools}<script>${readSnippet(snippet)}</script><hasoffers-offer offer="1004"></hasoffers-offer>`;
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(body)));
    await allReady(tab.page);
    const sent = () => tab.page.evaluate(() => (window as unknown as { sent: unknown[] }).sent);
    await expect.poll(sent).toEqual([view]);
    await tab.page.locator('[part=link]').click();
    await expect.poll(sent).toEqual([view, click]);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});

describe('the recipes of docs/offer.md', () => {
  it.each([
    ['offer-article', 1],
    ['offer-sentence', 1],
    ['offer-comparison', 3],
    ['carousel', 1],
  ])('%s work as they are pasted, by one question', async (snippet, count) => {
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(readSnippet(snippet))));
    await allReady(tab.page);
    const states = await tab.page
      .locator('hasoffers-offer, hasoffers-offer-list')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement & { state: string }).state));
    expect(states).toEqual(Array(count).fill('ready'));
    const found = harness.network.calls.filter(({ method }) => method === 'findAll' || method === 'findById');
    expect(found).toHaveLength(1);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
