import { describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { plainPage } from './site.js';

const harness = useHarness();

describe('README', () => {
  it('begins with a snippet that works as it is pasted', async () => {
    const snippet = readSnippet('page').replace('https://example.com/', '/');
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(snippet, '')));
    await allReady(tab.page);
    expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(12);
    expect(
      await tab.page.locator('hasoffers-account-manager').evaluate((element) => element.matches(':state(ready)')),
    ).toBe(true);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('shows how to await the first load', async () => {
    const tab = await openTab(
      harness.browser,
      harness.site.page('/', plainPage('<hasoffers-offer-list></hasoffers-offer-list>')),
    );
    const said = tab.page.waitForEvent('console', (message) => message.type() === 'log');
    await tab.page.addScriptTag({ type: 'module', content: readSnippet('ready') });
    expect((await said).text()).toBe('ready');
    await tab.close();
  });

  it('has no snippet under a name that is not there', () => {
    expect(() => readSnippet('no such name')).toThrow('0 ×');
  });
});
