import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Demo } from '../demo/server.js';
import { launch, openTab, type Tab } from './browser.js';
import { startSharedDemo } from './demo.js';
import { type Site, startSite } from './site.js';

/** The demo's playground, and a site on another origin to try its snippets on. */
export interface Playground {
  readonly browser: Browser;
  readonly demo: Demo;
  readonly site: Site;
  readonly context: BrowserContext;
  /** The playground, once it shows an element with its data. */
  open(query: string): Promise<Page>;
  /** The printed snippet on a page of its own, under exactly the policy that the playground prints. */
  openSnippet(snippet: string, policy: string, lang?: string): Promise<Tab>;
}

/** Starts one for all tests of a file. */
export function usePlayground(): Playground {
  const own = {} as Playground & { browser: Browser; demo: Demo; site: Site; context: BrowserContext };
  beforeAll(async () => {
    [own.browser, own.demo, own.site] = await Promise.all([launch(), startSharedDemo(), startSite()]);
    own.context = await own.browser.newContext({ viewport: { width: 1280, height: 900 } });
    await own.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => Promise.all([own.browser?.close(), own.demo?.close(), own.site?.close()]));
  return Object.assign(own, {
    async open(query: string) {
      const page = await own.context.newPage();
      await page.goto(`${own.demo.url}playground.html?${query}`);
      await settled(page);
      return page;
    },
    openSnippet(snippet: string, policy: string, lang = 'en') {
      const url = own.site.page(`/mine-${createHash('md5').update(snippet).digest('hex')}`, {
        html: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Mine</title></head><body>${snippet}</body></html>`,
        headers: {
          'content-security-policy': `default-src 'none'; ${policy.replaceAll('\n', ' ')} require-trusted-types-for 'script'`,
        },
      });
      return openTab(own.browser, url);
    },
  });
}

export const settled = (page: Page) =>
  page.frameLocator('.room iframe').locator('#place > :is(:state(ready), :state(empty))').waitFor();

export const code = (page: Page, format: string, block = 0) =>
  page
    .locator(`[data-format=${format}] code`)
    .nth(block)
    .evaluate((element) => element.textContent ?? '');

/**
 * What there is to copy, once the preview was measured and the policy names the hash of the style that is printed.
 */
export async function printed(page: Page): Promise<{ readonly snippet: string; readonly policy: string }> {
  let both = { snippet: '', policy: '' };
  const isWhole = async () => {
    both = { snippet: await code(page, 'html'), policy: await code(page, 'policy') };
    const style = /<style>([\s\S]*?min-height[\s\S]*?)<\/style>/.exec(both.snippet)?.[1];
    return !!style && both.policy.includes(createHash('sha256').update(style).digest('base64'));
  };
  await expect.poll(isWhole).toBe(true);
  return both;
}

/** What an element shows, and how its first button looks. Runs in the page. */
export function read(element: Element): { text: string; look: string } {
  // Without the live region: its last message depends on timing.
  const root = element.shadowRoot?.querySelector<HTMLElement>('.content');
  const link = root?.querySelector('[part~=link], a');
  const { color, backgroundColor, borderRadius } = getComputedStyle(link ?? element);
  return { text: root?.innerText ?? '', look: [color, backgroundColor, borderRadius].join(' ') };
}
