import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Demo } from '../demo/server.js';
import { sampleKeys } from '../sample-network/keys.js';
import { axeViolations, launch, layoutShift, openTab, type Tab, textOf } from './browser.js';
import { startSharedDemo } from './demo.js';

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launch(), startSharedDemo()]);
});
afterAll(() => Promise.all([browser?.close(), demo?.close()]));

type Person = 'member-1' | 'member-2' | 'owner';

/** Every data call of the page, in order. */
function recordCalls(page: Page): { readonly method: string; readonly query: URLSearchParams }[] {
  const calls: { method: string; query: URLSearchParams }[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams: query } = new URL(request.url());
    if (pathname === '/hasoffers/portal') calls.push({ method: query.get('Method') ?? '', query });
  });
  return calls;
}

async function open(person?: Person, width = 1280): Promise<Tab & { readonly calls: ReturnType<typeof recordCalls> }> {
  const tab = await openTab(browser, 'about:blank', { viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const calls = recordCalls(tab.page);
  await tab.page.goto(`${demo.url}portal.html${person ? `?as=${person}` : ''}`);
  await expect.poll(() => status(tab.page)).toBe(person ? `Signed in as ${person}.` : 'Nobody is signed in.');
  return { ...tab, calls };
}

const status = (page: Page) => page.locator('#status').innerText();
const signIn = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const claim = (page: Page, name: string) => page.locator(`#claims dt:text-is("${name}") + dd`).innerText();
const numbers = (page: Page) => page.locator('#earnings [part=number-value]').allInnerTexts();

/** Scrolls through the page until every element that is shown has loaded. */
async function loadAll(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const elements = [...document.querySelectorAll<HTMLElement & { state?: string }>('#dashboard *')].filter(
            (element) => element.localName.startsWith('hasoffers-') && element.checkVisibility(),
          );
          const waiting = elements.filter(({ state }) => !/ready|empty|error/.test(state ?? 'ready'));
          waiting[0]?.scrollIntoView();
          return [elements.length > 6, waiting.map(({ localName }) => localName)];
        }),
      { timeout: 20_000 },
    )
    .toEqual([true, []]);
}

/** How many elements are on the page, for whoever is signed in. */
const countElements = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('#dashboard *')].filter(
        (element) => element.localName.startsWith('hasoffers-') && element.checkVisibility(),
      ).length,
  );

/** Presses a button that asks for more than the elements do. */
async function expectAnswer(page: Page, button: string, answer: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => page.locator('#attempt').innerText()).toBe(`The proxy answers ${answer}.`);
}

describe('the member area', () => {
  it.each(['member-1', 'owner'] as const)(
    'is accessible and still for %s, and makes one data call for each element at most',
    async (person) => {
      const { page, calls, consoleErrors, close } = await open(person);
      await expect.poll(async () => (await numbers(page)).length).toBe(4);
      await loadAll(page);
      expect(await layoutShift(page)).toBe(0);
      expect(calls.length).toBeGreaterThan(3);
      expect(calls.length).toBeLessThanOrEqual(await countElements(page));
      await expect.poll(() => page.locator('[data-count=proxy]').innerText()).toBe(`${calls.length}`);
      await expect.poll(() => page.locator('[data-count=network]').innerText()).toMatch(/^\d+$/);
      await page.evaluate(() => scrollTo(0, 0));
      expect(await axeViolations(page)).toEqual([]);

      // On a phone, in the dark, in another language: for no further call.
      const before = calls.length;
      await page.getByText('Dark', { exact: true }).click({ force: true });
      await page.locator('#language').selectOption('de');
      await expect.poll(() => textOf(page, '#earnings')).toContain('Letzte 30 Tage');
      await expect.poll(() => textOf(page, 'hasoffers-account-manager')).toContain('Persönliche Ansprechperson');
      const card = page.locator('#earnings [part=card]');
      await expect.poll(() => card.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(22, 27, 27)');
      await page.setViewportSize({ width: 360, height: 900 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await axeViolations(page)).toEqual([]);
      expect(calls.length).toBe(before);
      expect(consoleErrors).toEqual([]);
      await close();
    },
  );

  it('has a period in one element that drives the others, by the ten lines that it prints', async () => {
    const { page, calls, close } = await open('member-1');
    await loadAll(page);
    const before = calls.length;
    await page.locator('#earnings select').first().selectOption('7d');
    const others = page.locator('.follows-period');
    const count = await others.count();
    expect(count).toBeGreaterThan(1);
    await expect
      .poll(() => others.evaluateAll((all) => all.map((element) => Object(element).period)))
      .toEqual(Array(count).fill('7d'));
    await loadAll(page);
    expect(calls.length - before).toBeLessThanOrEqual(count);
    const printed = await page.locator('.panel .code code').innerText();
    expect(printed).toContain("earnings.addEventListener('hasoffers-range'");
    expect(printed.trim().split('\n')).toHaveLength(10);

    await expect.poll(() => page.locator('#creatives-offer option').count()).toBeGreaterThan(3);
    await page.locator('#creatives-offer').selectOption('1010');
    await expect.poll(() => page.locator('#creatives').getAttribute('offer')).toBe('1010');
    await close();
  });
});

describe('who is signed in', () => {
  it('is said by the token, is known after a reload, and is nobody after signing out', async () => {
    const { page, close } = await open();
    expect(await axeViolations(page)).toEqual([]);
    await signIn(page, 'Member 2');
    await expect.poll(() => status(page)).toBe('Signed in as member-2.');
    expect([await claim(page, 'sub'), await claim(page, 'lock')]).toEqual(['member-2', '{"aff_sub":"member-2"}']);
    await page.reload();
    await expect.poll(async () => (await numbers(page)).length).toBe(4);
    await signIn(page, 'Signed out');
    await expect.poll(() => status(page)).toBe('Nobody is signed in.');
    expect(await numbers(page)).toEqual([]);
    expect(await page.locator('#dashboard').isVisible()).toBe(false);
    await close();
  });

  it('sees what the token opens: the owner the account as a whole, members nothing of it', async () => {
    const { page, close } = await open('owner');
    const shownSections = () =>
      page.locator('[data-scope]').evaluateAll((all) => all.filter((section) => section.checkVisibility()).length);
    expect(await shownSections()).toBe(3);
    await expectAnswer(page, 'Figures of member-3', '200 and sends the data');
    await expectAnswer(page, 'Balance without a token', '401 TOKEN_MISSING');
    await expectAnswer(page, 'Account balance', '200 and sends the data');
    await signIn(page, 'Member 1');
    await expect.poll(() => status(page)).toBe('Signed in as member-1.');
    expect(await shownSections()).toBe(0);
    await close();
  });

  it('gets nothing of another member, no bank data and no key, in any byte that is received', async () => {
    const members = [
      { tab: await open('member-1'), other: 'member-2' },
      { tab: await open('member-2'), other: 'member-1' },
    ];
    for (const { tab, other } of members) {
      await loadAll(tab.page);
      await expectAnswer(tab.page, 'Figures of member-3', '403 LOCKED');
      await expectAnswer(tab.page, 'Account balance', '403 SCOPE_MISSING');
      const replies = (await tab.received()).split('\n').filter((line) => line.includes('"response":'));
      expect(replies.length).toBeGreaterThan(4);
      expect(replies.filter((line) => line.includes(other))).toEqual([]);
    }
    const owner = await open('owner');
    await loadAll(owner.page);
    const tabs = [...members.map(({ tab }) => tab), owner];
    for (const tab of tabs) {
      const text = await tab.received();
      expect(text).toContain('"response":');
      expect(text).not.toMatch(/payment_details|payment_info|transaction_id|\bIBAN\b|SMPLXX00|Bank of Nowhere/i);
      expect(Object.values(sampleKeys).filter((key) => text.includes(key))).toEqual([]);
      await tab.close();
    }
  });

  it('is not asked for by public elements', async () => {
    const { page, close } = await open('member-1');
    const authorizations: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().includes('getAccountManager')) authorizations.push(request.headers().authorization);
    });
    await page.locator('hasoffers-account-manager').evaluate((element) => Object(element).refresh());
    await expect.poll(() => textOf(page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    await expect.poll(() => authorizations.length).toBeGreaterThan(0);
    expect(authorizations.every((value) => value === undefined)).toBe(true);
    await close();
  });
});
