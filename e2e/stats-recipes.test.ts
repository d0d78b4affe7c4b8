import { beforeEach, describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness, { token: { scopes: ['stats'], lock: { aff_sub: 'member-1' } } }));

async function open(snippet: string, head: string) {
  const html = plainPage(readSnippet(snippet), head).replace('lang="en"', 'lang="en-US"');
  return openTab(harness.browser, harness.site.page('/', html));
}

describe('the recipes of docs/stats.md', () => {
  it('show a member a card, with the title of the page', async () => {
    const tab = await open('stats-member', '');
    await allReady(tab.page);
    const stats = tab.page.locator('hasoffers-stats');
    expect(await stats.getByText('Your earnings', { exact: true }).isVisible()).toBe(true);
    expect(await stats.getByText('to see your earnings').isVisible()).toBe(false);
    expect(await stats.locator('[part~=row]').count()).toBeGreaterThan(0);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('ask for a sign-in where nobody is signed in', async () => {
    harness.site.route('/widget-token', (_, response) => void response.writeHead(204).end());
    const tab = await open('stats-member', '');
    const link = tab.page.getByRole('link', { name: 'Sign in' });
    await expect.poll(() => link.isVisible()).toBe(true);
    await tab.close();
  });

  it('show numbers in a header, on one line', async () => {
    const tab = await open('stats-header', signedInHead);
    await allReady(tab.page);
    const numbers = tab.page.locator('hasoffers-stats [part=number-value]');
    expect(await numbers.allInnerTexts()).toEqual([
      expect.stringMatching(/^[\d,]+$/),
      expect.stringMatching(/^\$[\d,.]+$/),
    ]);
    const [clicks, payout] = await numbers.all();
    expect((await clicks?.boundingBox())?.y).toBe((await payout?.boundingBox())?.y);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('leave the header empty where nobody is signed in', async () => {
    const nobody = '<script>HasOffersWidgets.configure({ token: () => null })</script>';
    const tab = await open(
      'stats-header',
      `<script src="/hasoffers-portal.js" data-endpoint="/hasoffers"></script>${nobody}`,
    );
    const stats = tab.page.locator('hasoffers-stats');
    await expect.poll(() => stats.evaluate((element) => (element as unknown as { state: string }).state)).toBe('error');
    await expect.poll(() => stats.isVisible()).toBe(false);
    await tab.close();
  });

  it('tell which sub-id was activated', async () => {
    const tab = await open('stats-rows', signedInHead);
    await allReady(tab.page);
    await tab.page.locator('hasoffers-stats').getByRole('button', { name: 'member-1' }).click();
    await expect
      .poll(() => tab.page.locator('#page-details').innerText())
      .toMatch(/^member-1: \d+ clicks, \d+ conversions$/);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
