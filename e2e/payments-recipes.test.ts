import { beforeEach, describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness, { token: { scopes: ['stats', 'payments'] } }));

async function open(snippet: string, head = signedInHead) {
  const html = plainPage(readSnippet(snippet), head).replace('lang="en"', 'lang="en-US"');
  const tab = await openTab(harness.browser, harness.site.page('/', html));
  await allReady(tab.page);
  return { ...tab, payments: tab.page.locator('hasoffers-payments') };
}

describe('the recipes of docs/payments.md', () => {
  it('show the payments of the account', async () => {
    const { payments, consoleErrors, close } = await open('payments-account', '');
    expect(await payments.locator('dt').allInnerTexts()).toEqual(['Open invoices', 'Paid this year', 'Paid in total']);
    expect(await payments.locator('tr[part=row]').count()).toBe(10);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('say in words of the page that there is no invoice yet', async () => {
    mountSignedIn(harness, { key: 'noInvoices' });
    const { payments, close } = await open('payments-account', '');
    expect(await payments.getByText('Your first invoice comes').isVisible()).toBe(true);
    expect(await payments.getByText('to see payments').isVisible()).toBe(false);
    await close();
  });

  it('show all payments in a table, page below page', async () => {
    const { payments, close } = await open('payments-table');
    expect(await payments.locator('caption').allInnerTexts()).toEqual(['Payments received', 'Invoices']);
    expect(await payments.locator('tr[part=row]').count()).toBe(13 + 18);
    await close();
  });

  it('show the open invoices in a header, and the text of the page beside them', async () => {
    const { page, payments, consoleErrors, close } = await open('payments-header');
    expect(await payments.locator('[part=balance-value]').innerText()).toMatch(/^\$[\d,]+\.\d\d$/);
    await expect.poll(() => page.locator('#payout-hint').innerText()).toBe('Paid out this month');
    expect(consoleErrors).toEqual([]);
    await close();
  });
});
