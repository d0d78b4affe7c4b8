import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { beforeAll } from 'vitest';
import { openTab, type Tab } from './browser.js';
import { type Harness, useHarness } from './harness.js';

/** Client-side navigation: pages that replace, keep and restore their content without a load. */

export const list = '<hasoffers-offer-list page-size="3"></hasoffers-offer-list>';
export const ownLook = `<hasoffers-offer-list page-size="3"><template>
  <p class="mine"><a data-bind-href="link" data-bind="name"></a></p></template></hasoffers-offer-list>`;
export const manager = '<hasoffers-account-manager layout="inline"></hasoffers-account-manager>';

const widgets = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer></script>';
export const html = (title: string, body: string, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}${widgets}</head><body>${body}</body></html>`;

interface NavigationStage {
  readonly harness: Harness;
  open(path: string, page: string): Promise<Tab>;
}

/**
 * One harness for all tests of a file.
 *
 * @param libraries - Files of `e2e/frameworks/node_modules`, by the name that the site serves them under.
 */
export function setNavigation(libraries: Readonly<Record<string, string>> = {}): NavigationStage {
  const harness = useHarness();
  beforeAll(() => {
    for (const [name, path] of Object.entries(libraries)) {
      const code = readFileSync(fileURLToPath(new URL(`frameworks/node_modules/${path}`, import.meta.url)));
      harness.site.route(`/${name}.js`, (_, response) => {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
      });
    }
  });
  return { harness, open: (path, page) => openTab(harness.browser, harness.site.page(path, page)) };
}

/** Counts a tab's data calls from now on, those that the browser answers from its cache, too. */
export function countCalls(page: Page, method = ''): () => number {
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().includes('/hasoffers?') && request.url().includes(method)) calls++;
  });
  return () => calls;
}

export const shown = (page: Page) => page.locator('hasoffers-offer-list').first().locator('[part~=offer]').count();
export const slotted = (page: Page, selector = 'hasoffers-offer-list') => page.locator(`${selector} > .mine`).count();
