import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { launch } from './browser.js';
import { type Site, shippedProxy, startSite } from './site.js';

/** What a page is seen in, what its data comes from, and where it stands. */
export interface Stage {
  readonly browser: Browser;
  readonly network: SampleNetwork;
  readonly site: Site;
}

/** Where most pages look for data: the proxy that ships, which has nothing cached yet. */
const mountProxy = ({ site, network }: Stage): void => site.route('/hasoffers', shippedProxy(network.url));

/** One stage for all tests of a file, there from the first hook or test on. Before each test `mount` sets it anew. */
export function setStage(mount: (stage: Stage) => void = mountProxy): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    const [browser, network, site] = await Promise.all([launch(), startSampleNetwork(), startSite()]);
    Object.assign(stage, { browser, network, site });
    mount(stage);
  });
  afterAll(() => Promise.all([stage.browser?.close(), stage.network?.close(), stage.site?.close()]));
  beforeEach(() => {
    stage.network.reset();
    mount(stage);
  });
  return stage;
}
