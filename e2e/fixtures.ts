import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { openTab, type Tab } from './browser.js';
import { type Harness, useHarness } from './harness.js';
import { allShown, mountScenarios, refreshAll, rememberCodes } from './scenarios.js';
import { plainPage } from './site.js';

export const manager = (attributes: string) =>
  `<hasoffers-account-manager loading="eager" ${attributes}></hasoffers-account-manager>`;
export const single = (attributes: string) =>
  `<hasoffers-offer loading="eager" offer="1004" ${attributes}></hasoffers-offer>`;
export const list = (attributes: string, inner = '') =>
  `<hasoffers-offer-list loading="eager" ${attributes}>${inner}</hasoffers-offer-list>`;

/** A template of the integrator's. */
export const template =
  '<template><h2 data-bind="name"></h2><p data-bind="payout"></p><a data-bind-href="link">Go</a></template>';

export type PageOptions = BrowserContextOptions & { readonly lang?: string };

export const useScenarios = (): Harness => useHarness(({ site, network }) => mountScenarios(site, network));

/** A page on which each element shows what it will show. */
export async function open({ browser, site }: Harness, body: string, options: PageOptions = {}): Promise<Tab> {
  const { lang = 'en', ...context } = options;
  const html = plainPage(body)
    .replace('lang="en"', `lang="${lang}"`)
    .replace('<head>', `<head><meta name="color-scheme" content="light dark">${rememberCodes}`);
  const tab = await openTab(browser, site.page('/', html), context);
  await allShown(tab.page);
  await refreshAll(tab.page, '[endpoint="/stale"]');
  return tab;
}

const shown = 'fields="thumbnail payout category country expiry preview status"';
const controls = 'search sortable filters="payout-type"';

/** One element, with an `id`, of each kind that a screen reader presents differently. */
const fixtures = [
  manager('id="card" endpoint="/ok"'),
  manager('id="inline" endpoint="/ok" layout="inline" fields="title email chat"'),
  manager('id="no-manager" endpoint="/none"'),
  manager('id="manager-waits" endpoint="/waiting"'),
  manager('id="manager-stale" endpoint="/stale" fields="email"'),
  manager('id="manager-fails" endpoint="/fail/timeout"'),
  list(`id="grid" endpoint="/ok" ${shown} ${controls} ids="1004,1019" page-size="1"`),
  list(`id="list" endpoint="/ok" ${shown} ids="1004,1111" page-size="1" layout="list" pagination="more"`),
  list(`id="table" endpoint="/ok" ${shown} ids="1004,1225" layout="table"`),
  list('id="own" endpoint="/ok" ids="1004"', template),
  list('id="no-offers" endpoint="/none"'),
  list('id="list-waits" endpoint="/waiting" page-size="1"'),
  list(`id="list-stale" endpoint="/stale" ${shown} ids="1004"`),
  list('id="list-fails" endpoint="/fail/auth"'),
  manager('id="manager-asks" endpoint="https://proxy.example/" consent="required"'),
  list('id="list-asks" endpoint="https://proxy.example/" consent="required"'),
].join('');

interface Fixtures {
  page(): Page;
  /** The accessibility tree of the element with this `id`, without what differs from run to run. */
  treeOf(id: string): Promise<string>;
}

/** One page of all fixtures for all tests of a file; they read and change nothing. */
export function useFixtures(): Fixtures {
  const harness = useScenarios();
  let tab: Tab;
  beforeAll(async () => {
    tab = await open(harness, fixtures);
  });
  afterAll(() => tab?.close());
  return {
    page: () => tab.page,
    async treeOf(id) {
      const tree = await tab.page.locator(`#${id}`).ariaSnapshot();
      return `\n${tree
        .replaceAll(harness.network.url, 'http://network')
        .replaceAll(/[A-Z][a-z]+ \d+, \d{4}/g, 'DAY')
        .replaceAll(/\d+:\d\d\s[AP]M/g, 'TIME')}\n`;
    },
  };
}
