import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { allReady, openTab, type Tab } from './browser.js';
import type { Harness } from './harness.js';
import { plainPage } from './site.js';

export const tag = 'hasoffers-creatives';
export const withCode = { allow: ['Affiliate_OfferFile::findAll+code'] };

/** Not deferred: a skeleton of the right height is there from the first paint on. */
const script = '<script src="/hasoffers-portal.js" data-endpoint="/hasoffers"></script>';
const scheme = '<meta name="color-scheme" content="light dark">';

interface PageOptions extends BrowserContextOptions {
  /** The page's Content Security Policy. */
  readonly policy?: string;
  /** Around the element. */
  readonly wrap?: (element: string) => string;
}

export interface CreativesTab extends Tab {
  /** Calls of this method since the page was opened, as decoded query strings. */
  readonly calls: (method: string) => readonly string[];
  /** Addresses of files that the page has requested. */
  readonly media: readonly string[];
}

/** Opens a page with the element, and remembers what goes out and which events come. */
export async function openCreatives(
  { browser, site }: Harness,
  attributes: string,
  { policy, wrap = (element) => element, ...context }: PageOptions = {},
): Promise<CreativesTab> {
  const from = site.requests.length;
  const html = plainPage(wrap(`<${tag} ${attributes}></${tag}>`), script + scheme);
  const headers: Record<string, string> = policy ? { 'content-security-policy': policy } : {};
  const tab = await openTab(browser, 'about:blank', {
    permissions: ['clipboard-read', 'clipboard-write'],
    ...context,
  });
  const media: string[] = [];
  tab.page.on('request', (request) => {
    if (request.url().includes('/media/')) media.push(request.url());
  });
  await tab.page.goto(site.page('/', { html, headers }));
  await allReady(tab.page);
  const calls = (method: string) =>
    site.requests
      .slice(from)
      .filter((request) => request.includes(`Method=${method}`))
      .map(decodeURIComponent);
  return { ...tab, calls, media };
}

export const part = (page: Page, name: string): Locator => page.locator(`${tag} [part~="${name}"]`);

/** The one with this in its name. */
export const item = (page: Page, name: string): Locator => part(page, 'item').filter({ hasText: name });

/** Copies one, and waits until the clipboard has its code. @returns what is on the clipboard */
export async function copy(page: Page, name: string): Promise<string> {
  const button = item(page, name).locator('[part=copy]');
  await button.click();
  await button.getByText('Copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

export const shownCode = async (page: Page, name: string): Promise<string | null> =>
  item(page, name).locator('[part=code]').textContent();

export const stateOf = (page: Page): Promise<string> =>
  page.locator(tag).evaluate((element) => (element as unknown as { state: string }).state);

/** An element as HTML parsers find it, with its attributes. */
interface Parsed {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Parsed[];
}

/** What a browser makes of code. */
export const parse = (page: Page, code: string): Promise<readonly Parsed[]> =>
  page.evaluate((html) => {
    const read = (parent: Element): Parsed[] =>
      [...parent.children].map((element) => ({
        tag: element.localName,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        children: read(element),
      }));
    return read(new DOMParser().parseFromString(html, 'text/html').body);
  }, code);

/** The network's own answer, without proxy and widget. */
export async function directLink(
  { network }: Harness,
  offer: string,
  params: Readonly<Record<string, string>>,
): Promise<string> {
  const query = new URLSearchParams([
    ['NetworkId', sampleNetworkId],
    ['api_key', sampleKeys.active],
    ['Target', 'Affiliate_Offer'],
    ['Method', 'generateTrackingLink'],
    ['offer_id', offer],
    ...Object.entries(params).map(([name, value]) => [`params[${name}]`, value]),
  ]);
  const response = await fetch(`${network.url}/Apiv3/json?${query}`);
  return ((await response.json()) as { response: { data: { click_url: string } } }).response.data.click_url;
}
