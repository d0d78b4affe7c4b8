import { beforeEach, describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
const member = { scopes: ['stats', 'conversions'], lock: { aff_sub: 'member-2' } } as const;
beforeEach(() => mountSignedIn(harness, { token: member }));

async function open(snippet: string) {
  const html = plainPage(readSnippet(snippet), signedInHead).replace('lang="en"', 'lang="en-US"');
  const tab = await openTab(harness.browser, harness.site.page('/', html));
  await allReady(tab.page);
  return tab;
}

describe('the recipes of docs/conversions.md', () => {
  it('show a member a log with the title of the page, and what can be chosen', async () => {
    const tab = await open('conversions-member');
    const log = tab.page.locator('hasoffers-conversions');
    expect(await log.getByText('Your purchases', { exact: true }).isVisible()).toBe(true);
    expect(await log.getByText('to see your purchases').isVisible()).toBe(false);
    expect(await log.locator('tbody tr').count()).toBe(25);
    expect(await log.locator('select').count()).toBe(3);
    expect(await log.getByRole('button', { name: 'Download CSV' }).isVisible()).toBe(true);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('list what is pending, five at a time', async () => {
    const tab = await open('conversions-pending');
    const log = tab.page.locator('hasoffers-conversions');
    expect(await log.locator('tbody tr').count()).toBe(5);
    await log.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => log.locator('tbody tr').count()).toBe(10);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('let the period of the statistics decide which conversions are shown', async () => {
    const tab = await open('conversions-period');
    const range = tab.page.locator('hasoffers-conversions [part=range]');
    const before = await range.innerText();
    await tab.page.locator('hasoffers-stats select').selectOption('last-month');
    await expect.poll(() => range.innerText()).not.toBe(before);
    const isTheSame = async () =>
      (await range.innerText()) === (await tab.page.locator('hasoffers-stats [part=range]').innerText());
    await expect.poll(isTheSame).toBe(true);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
