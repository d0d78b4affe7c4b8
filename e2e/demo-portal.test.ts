import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demo } from '../demo/server.js';
import { axeViolations, launch, openTab, textOf } from './browser.js';
import { startSharedDemo } from './demo.js';

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

const open = () => openTab(browser, `${demo.url}portal.html`);
const signIn = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const subIds = (page: Page) => page.locator('hasoffers-stats [part~=row] th').allInnerTexts();
const numbers = (page: Page) => page.locator('hasoffers-stats [part=number-value]').allInnerTexts();
const claim = (page: Page, name: string) => page.locator(`#claims dt:text-is("${name}") + dd`).innerText();

describe('the portal', () => {
  it.each([
    ['Member 1', 'member-1'],
    ['Member 2', 'member-2'],
  ])('shows %s the rows of one sub-id, and what the token says', async (button, subId) => {
    const { page, complaints, close } = await open();
    await signIn(page, button);
    await expect.poll(() => subIds(page)).toEqual([subId]);
    await expect.poll(() => page.locator('#status').innerText()).toBe(`Signed in as ${subId}.`);
    expect(Number((await numbers(page))[0]?.replace(',', ''))).toBeGreaterThan(0);
    expect([await claim(page, 'sub'), await claim(page, 'lock')]).toEqual([subId, `{"aff_sub":"${subId}"}`]);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the owner the whole account', async () => {
    const { page, close } = await open();
    await signIn(page, 'Owner of the account');
    await expect.poll(async () => (await subIds(page)).length).toBeGreaterThan(5);
    expect(await subIds(page)).toContain('member-2');
    expect(await page.locator('#claims dt').allInnerTexts()).not.toContain('lock');
    await close();
  });

  it.each([
    ['Member 1', 'Figures of member-3', '403 LOCKED'],
    ['Member 1', 'Account balance', '403 SCOPE_MISSING'],
    ['Owner of the account', 'Figures of member-3', '200 and sends the data'],
    ['Owner of the account', 'Account balance', '200 and sends the data'],
    ['Owner of the account', 'Balance without a token', '401 TOKEN_MISSING'],
  ])('%s, %s: %s', async (person, attempt, answer) => {
    const { page, close } = await open();
    await signIn(page, person);
    await page.getByRole('button', { name: attempt }).click();
    await expect.poll(() => page.locator('#attempt').innerText()).toBe(`The proxy answers ${answer}.`);
    await close();
  });

  it('knows who is signed in after a reload, and nobody after signing out', async () => {
    const { page, close } = await open();
    await expect.poll(() => page.locator('#status').innerText()).toBe('Nobody is signed in.');
    await signIn(page, 'Member 2');
    await expect.poll(() => subIds(page)).toEqual(['member-2']);
    await page.reload();
    await expect.poll(() => subIds(page)).toEqual(['member-2']);
    await signIn(page, 'Sign out');
    await expect.poll(() => page.locator('#status').innerText()).toBe('Nobody is signed in.');
    expect(await subIds(page)).toEqual([]);
    expect(await page.locator('#account').isVisible()).toBe(false);
    await close();
  });

  it('has public elements beside it, which send no token', async () => {
    const { page, close } = await open();
    const authorizations: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().includes('getAccountManager')) authorizations.push(request.headers().authorization);
    });
    await signIn(page, 'Member 1');
    await expect.poll(() => subIds(page)).toEqual(['member-1']);
    await page.locator('hasoffers-account-manager').scrollIntoViewIfNeeded();
    await page.locator('hasoffers-account-manager').evaluate((element) => Object(element).refresh());
    await expect.poll(() => textOf(page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(authorizations.length).toBeGreaterThan(0);
    expect(authorizations.every((value) => value === undefined)).toBe(true);
    await close();
  });
});
