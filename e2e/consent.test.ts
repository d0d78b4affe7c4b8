import { expect, it } from 'vitest';
import { allReady, axeViolations, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

const harness = useHarness();

const both =
  '<hasoffers-account-manager consent="required" loading="eager"></hasoffers-account-manager>' +
  '<hasoffers-offer-list consent="required" loading="eager" page-size="3"></hasoffers-offer-list>';

async function openAsking() {
  const tab = await openTab(harness.browser, harness.site.page('/', plainPage(both)));
  const asked: string[] = [];
  tab.page.on('request', (request) => asked.push(request.url()));
  await tab.page.getByRole('button', { name: 'Show it' }).first().waitFor();
  await tab.page.waitForLoadState('networkidle');
  return { ...tab, asked };
}

it('requests nothing before consent, which counts for all elements', async () => {
  const { page, asked, consoleErrors, close } = await openAsking();
  expect(asked).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
  await page.evaluate(() =>
    document.querySelector<HTMLElement & { refresh(): void }>('hasoffers-offer-list')?.refresh(),
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await allReady(page);
  expect(await textOf(page, 'hasoffers-account-manager')).toContain('Mara Okafor');
  expect(await page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(3);
  expect(asked.filter((url) => url.includes('/hasoffers?'))).toHaveLength(2);
  expect(consoleErrors).toEqual([]);
  await close();
});

it('accepts consent from a consent manager by one call', async () => {
  const { page, asked, close } = await openAsking();
  expect(asked).toEqual([]);
  await page.evaluate(() =>
    document.querySelector<HTMLElement & { grantConsent(): void }>('hasoffers-account-manager')?.grantConsent(),
  );
  await allReady(page);
  expect(await page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(3);
  await close();
});
