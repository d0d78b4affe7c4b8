import type { BrowserContextOptions, Page } from 'playwright';
import { allReady, openTab } from './browser.js';
import type { Harness } from './harness.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

export const tag = 'hasoffers-tracking-link';
const element = (attributes: string) => `<${tag} ${attributes}></${tag}>`;
export const part = (page: Page, name: string) => page.locator(`${tag} [part~="${name}"]`);
export const press = (page: Page) => part(page, 'button').click();
export const shownLink = (page: Page) => part(page, 'link').allInnerTexts();

/** The proxy lets links to this shop through. */
export const mountShop = (harness: Harness) => mountSignedIn(harness, { proxy: { linkHosts: ['shop.example'] } });

/** Opens a page with the element, and remembers the events of the page. */
export async function openLink(
  { browser, site }: Harness,
  attributes: string,
  options: BrowserContextOptions & { readonly policy?: string } = {},
) {
  const { policy, ...context } = options;
  const from = site.requests.length;
  const html = plainPage(element(attributes), signedInHead);
  const headers: Record<string, string> = policy ? { 'permissions-policy': policy } : {};
  const tab = await openTab(browser, site.page('/', { html, headers }), context);
  await allReady(tab.page);
  await tab.page.evaluate(() => {
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    for (const type of ['hasoffers-error', 'hasoffers-link', 'hasoffers-copy'])
      addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail]));
  });
  const calls = (method: string) =>
    site.requests.slice(from).filter((request) => request.includes(`Method=${method}`)).length;
  return { ...tab, created: () => calls('generateTrackingLink'), calls };
}

/** Details of the events that the page has heard. */
export const heard = (page: Page, type: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      (window as unknown as { heard: [string, unknown][] }).heard
        .filter(([each]) => each === name)
        .map(([, detail]) => detail),
    type,
  );
