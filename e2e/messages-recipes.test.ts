import { beforeEach, describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness));

async function open(snippet: string, head: string) {
  const html = plainPage(readSnippet(snippet), head).replace('lang="en"', 'lang="en-US"');
  return openTab(harness.browser, harness.site.page('/', html));
}

describe('the recipes of docs/messages.md', () => {
  it('show an inbox, and ask for a sign-in where nobody is signed in', async () => {
    const tab = await open('messages-inbox', '');
    await allReady(tab.page);
    expect(await tab.page.locator('hasoffers-messages [part=message]').count()).toBe(5);
    expect(await tab.page.getByRole('link', { name: 'Sign in' }).isVisible()).toBe(false);
    expect(tab.consoleErrors).toEqual([]);
    harness.site.route('/widget-token', (_, response) => void response.writeHead(204).end());
    await tab.page.reload();
    await expect.poll(() => tab.page.getByRole('link', { name: 'Sign in' }).isVisible()).toBe(true);
    await tab.close();
  });

  it('show a number in the menu, as a part of its link', async () => {
    const tab = await open('messages-badge', signedInHead);
    await allReady(tab.page);
    const link = tab.page.getByRole('link');
    expect(await link.ariaSnapshot()).toContain('img "7 messages"');
    const [badge, box] = await Promise.all([link.getByRole('img').boundingBox(), link.boundingBox()]);
    expect(badge?.y).toBeGreaterThanOrEqual((box?.y ?? 0) - 4);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('count what is unread, and remember it', async () => {
    const tab = await open('messages-unread', signedInHead);
    const unread = tab.page.locator('#page-unread');
    await expect.poll(() => unread.innerText()).toBe('7');
    await tab.page.getByRole('button').first().click();
    await expect.poll(() => unread.innerText()).toBe('6');
    await tab.page.reload();
    await expect.poll(() => unread.innerText()).toBe('6');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
