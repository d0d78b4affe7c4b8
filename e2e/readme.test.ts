import { describe, expect, it } from 'vitest';
import { startSampleNetwork } from '../demo/network/network.js';
import { allReady, launch, openTab } from './browser.js';
import { readSnippet } from './readme.js';
import { plainPage, shippedProxy, startSite } from './site.js';

describe('README', () => {
  it('begins with a snippet that works as it is pasted', async () => {
    const [browser, network, site] = await Promise.all([launch(), startSampleNetwork(), startSite()]);
    site.route('/hasoffers', shippedProxy(network.url));
    const snippet = readSnippet('page').replace('https://example.com/', '/');
    const tab = await openTab(browser, site.page('/', plainPage(snippet, '')));
    await allReady(tab.page);
    expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(12);
    expect(
      await tab.page.locator('hasoffers-account-manager').evaluate((element) => element.matches(':state(ready)')),
    ).toBe(true);
    expect(tab.complaints).toEqual([]);
    await Promise.all([browser.close(), network.close(), site.close()]);
  });

  it('tells how to learn of a first load that is over', async () => {
    const [browser, network, site] = await Promise.all([launch(), startSampleNetwork(), startSite()]);
    site.route('/hasoffers', shippedProxy(network.url));
    const tab = await openTab(browser, site.page('/', plainPage('<hasoffers-offer-list></hasoffers-offer-list>')));
    const said = tab.page.waitForEvent('console', (message) => message.type() === 'log');
    await tab.page.addScriptTag({ type: 'module', content: readSnippet('ready') });
    expect((await said).text()).toBe('ready');
    await Promise.all([browser.close(), network.close(), site.close()]);
  });

  it('has no snippet under a name that is not there', () => {
    expect(() => readSnippet('no such name')).toThrow('0 ×');
  });
});
