import { expect, it } from 'vitest';
import { findBlocked, readBlocklist } from '../scripts/blocklist.js';
import type { DomIdentifier } from '../scripts/dom-identifiers.js';
import { openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

const harness = useHarness();

const everything =
  'loading="eager" page-size="40" search sortable filters="category country payout-type" fields="thumbnail description payout category country expiry preview status"';
const body = `<hasoffers-account-manager loading="eager"></hasoffers-account-manager>
<hasoffers-account-manager loading="eager" layout="inline"></hasoffers-account-manager>
<hasoffers-offer-list ${everything} layout="grid"></hasoffers-offer-list>
<hasoffers-offer-list ${everything} layout="list"></hasoffers-offer-list>
<hasoffers-offer-list ${everything} layout="table"></hasoffers-offer-list>
<hasoffers-offer-list consent="required"></hasoffers-offer-list>`;

it('uses no name and requests no URL that ad blockers look for', async () => {
  const tab = await openTab(harness.browser, harness.site.page('/', plainPage(body)));
  await tab.page.waitForFunction(() =>
    [...document.querySelectorAll('main > *')].every((element) => element.matches('h1, [consent], :state(ready)')),
  );
  const names = await tab.page.evaluate(() => {
    const within = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ]);
    return within(document).flatMap((element) => [
      element.localName,
      element.id,
      ...element.classList,
      ...element.part,
      ...element.getAttributeNames(),
      ...element
        .getAttributeNames()
        .flatMap((name) => (/^(data-|slot$|name$)/.test(name) ? element.getAttribute(name) : [])),
    ]);
  });
  const identifiers: DomIdentifier[] = [
    ...[...new Set(names)].flatMap((text) => (text ? { kind: 'name' as const, text, from: 'the page' } : [])),
    ...harness.site.requests.map((text) => ({ kind: 'path' as const, text, from: 'the page' })),
  ];
  expect(identifiers.length).toBeGreaterThan(60);
  expect(identifiers.map(({ text }) => text)).toEqual(expect.arrayContaining(['disclosure', 'toolbar', 'consent']));
  expect(identifiers.some(({ text }) => text.includes('Target=Affiliate_Offer'))).toBe(true);
  expect(findBlocked(identifiers, readBlocklist())).toEqual([]);
  expect(tab.consoleErrors).toEqual([]);
  await tab.close();
});
