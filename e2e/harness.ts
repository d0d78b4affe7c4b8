import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { launch } from './browser.js';
import { type Site, shippedProxy, startSite } from './site.js';

/** What a page is seen in, what its data comes from, and where it stands. */
export interface Harness {
  readonly browser: Browser;
  readonly network: SampleNetwork;
  readonly site: Site;
}

/** Where most pages look for data: the proxy that ships, which has nothing cached yet. */
const mountProxy = ({ site, network }: Harness): void => site.route('/hasoffers', shippedProxy(network.url));

/** One harness for all tests of a file, there from the first hook or test on. Before each test `mount` sets it anew. */
export function useHarness(mount: (harness: Harness) => void = mountProxy): Harness {
  const harness = {} as Harness;
  beforeAll(async () => {
    const [browser, network, site] = await Promise.all([launch(), startSampleNetwork(), startSite()]);
    Object.assign(harness, { browser, network, site });
    mount(harness);
  });
  afterAll(() => Promise.all([harness.browser?.close(), harness.network?.close(), harness.site?.close()]));
  beforeEach(() => {
    harness.network.reset();
    mount(harness);
  });
  return harness;
}
