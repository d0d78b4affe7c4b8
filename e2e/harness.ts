import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { launch } from './browser.js';
import { type Site, shippedProxy, startSite } from './site.js';

/** A browser, a sample network and a site, shared by the tests of a file. */
export interface Harness {
  readonly browser: Browser;
  readonly network: SampleNetwork;
  readonly site: Site;
}

/** The endpoint of most pages: the proxy that ships, with an empty cache. */
const mountProxy = ({ site, network }: Harness): void => site.route('/hasoffers', shippedProxy(network.url));

/** Starts one harness for all tests of a file. Before each test the network is reset and `mount` adds the routes again. */
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
