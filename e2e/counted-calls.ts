import type { Page } from 'playwright';
import { openTab, type Tab } from './browser.js';
import { type Harness, useHarness } from './harness.js';
import { plainPage, shippedProxy } from './site.js';

export const list = (attributes = '') =>
  `<hasoffers-offer-list loading="eager" page-size="3" ${attributes}></hasoffers-offer-list>`;

/** Items with an offer; skeletons have no text. */
export const names = async (page: Page) =>
  (await page.locator('hasoffers-offer-list [part~=name]').allInnerTexts()).filter(Boolean);

interface Calls {
  /** Paths with query, in order. */
  asked: string[];
  /** How many ended without a response. */
  aborted: number;
}

interface CountedCalls {
  readonly harness: Harness;
  /** Requests to the proxy since the test began. */
  readonly calls: Calls;
  open(body: string, head?: string): Promise<Tab>;
}

/** Pages of a site whose proxy, the one that ships, counts the calls. */
export function setCountedCalls(): CountedCalls {
  const calls: Calls = { asked: [], aborted: 0 };
  const harness = useHarness(({ site, network }) => {
    const proxy = shippedProxy(network.url);
    calls.asked = [];
    calls.aborted = 0;
    site.route('/hasoffers', (request, response) => {
      calls.asked.push(request.url ?? '');
      response.on('close', () => {
        if (!response.writableFinished) calls.aborted++;
      });
      proxy(request, response);
    });
  });
  const open = (body: string, head?: string) => openTab(harness.browser, harness.site.page('/', plainPage(body, head)));
  return { harness, calls, open };
}
