import { describe, expect, it } from 'vitest';
import { list, manager, open, useScenarios } from './fixtures.js';

const harness = useScenarios();

describe('a screen reader announces', () => {
  it('the result of an action once and politely', async () => {
    const { page, close } = await open(
      harness,
      manager('endpoint="/stale"') + list('endpoint="/ok" ids="1004,1010,1019" page-size="2" search'),
      { permissions: ['clipboard-write'] },
    );
    const said = (tag: string) => page.locator(`${tag} [role=status]`);
    // Outside the busy region: a screen reader may hold back changes inside it.
    expect(await said('hasoffers-offer-list').evaluate((node) => node.closest('[aria-busy]'))).toBeNull();
    expect(await said('hasoffers-offer-list').textContent()).toBe('');
    const tell = async (sentence: string) =>
      expect.poll(async () => (await said('hasoffers-offer-list').textContent())?.trim()).toBe(sentence);

    await page.getByRole('button', { name: 'Next' }).click();
    await tell('3 offers: 3–3 of 3');
    await page.getByRole('searchbox').fill('clay');
    await tell('1 offer: 1–1 of 1');
    await page.getByRole('searchbox').fill('clay zzz');
    await tell('No offers match.');
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await tell('3 offers: 3–3 of 3');

    expect(await said('hasoffers-account-manager').textContent()).toContain('This may be out of date');
    await page.getByRole('button', { name: 'Copy Email' }).click();
    await expect.poll(() => said('hasoffers-account-manager').textContent()).toBe('Copied');
    await close();
  });
});
