import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { allReady, axeViolations, layoutShift, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { buildPlainly } from './plain-build.js';
import { plainPage, script, shippedProxy, smallestProxy } from './site.js';

const both =
  '<hasoffers-account-manager></hasoffers-account-manager><hasoffers-offer-list page-size="6"></hasoffers-offer-list>';

/** The documents' "Avoid layout shift": until the script has run, the elements are undefined and have no height. */
const reserve =
  '<style>hasoffers-account-manager:not(:defined), hasoffers-offer-list:not(:defined) { display: block; min-height: 100vh }</style>';

const harness = useHarness();

const open = (html: string, options?: BrowserContextOptions) =>
  openTab(harness.browser, harness.site.page('/', html), options);

describe.each([
  { scriptName: 'the built script', readScript: () => readFile(script, 'utf8') },
  { scriptName: 'the script of a plain `vite build`', readScript: buildPlainly },
])('a page with $scriptName and both elements', ({ readScript }) => {
  beforeAll(async () => {
    const code = await readScript();
    harness.site.route('/hasoffers-widgets.js', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(code);
    });
  });

  it('shows live data by one script and one call per element, and says nothing in the console', async () => {
    const from = harness.site.requests.length;
    const tab = await open(plainPage(both));
    await allReady(tab.page);
    await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(6);
    const asked = harness.site.requests.slice(from).filter((request) => request !== '/favicon.ico');
    expect(asked).toHaveLength(4);
    expect(asked.filter((request) => request.startsWith('/hasoffers?'))).toHaveLength(2);
    expect(harness.network.calls).toHaveLength(2);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it.each([360, 1280])('moves nothing while it loads, at %d px', async (width) => {
    harness.network.setFault('delay-300');
    const tab = await open(plainPage(`${reserve}${both}<p>After it.</p>`), {
      viewport: { width, height: 900 },
    });
    await allReady(tab.page);
    await tab.page.waitForLoadState('networkidle');
    expect(await layoutShift(tab.page)).toBe(0);
    await tab.close();
  });

  it.each([
    ['light', 'en'],
    ['dark', 'ar'],
  ] as const)('has no accessibility violation in %s, in %s', async (colorScheme, lang) => {
    const html = plainPage(both)
      .replace('lang="en"', `lang="${lang}"`)
      .replace('<head>', '<head><meta name="color-scheme" content="light dark">');
    const tab = await open(html, { colorScheme });
    await allReady(tab.page);
    expect(await axeViolations(tab.page)).toEqual([]);
    await tab.close();
  });

  it('never receives the key, in any form', async () => {
    const key = sampleKeys.active;
    const faults = [null, 'error-with-key', 'key-in-data', 'redirect', 'half-json', 'http-502', 'key-rotated'];
    for (const fault of faults) {
      harness.network.reset();
      harness.network.setFault(fault);
      harness.site.route('/hasoffers', shippedProxy(harness.network.url));
      const tab = await open(plainPage(both.replaceAll(/<(hasoffers-[a-z-]+)/g, '<$1 loading="eager"')));
      await tab.page.waitForTimeout(300);
      const received = `${await tab.received()}${await tab.page.content()}${tab.consoleErrors.join()}`;
      expect(received.length).toBeGreaterThan(1000);
      for (const form of [
        key,
        encodeURIComponent(key),
        Buffer.from(key).toString('base64').slice(0, 80),
        key.toUpperCase(),
      ]) {
        expect(received.includes(form), `with fault ${fault}`).toBe(false);
      }
      await tab.close();
    }
  });

  it('makes one call for thirty equal elements', async () => {
    const many = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>'.repeat(30);
    const tab = await open(plainPage(many));
    await allReady(tab.page);
    expect(harness.network.calls).toHaveLength(1);
    await tab.close();
  });

  it('recovers by "Try again" when upstream comes back', async () => {
    harness.network.setFault('http-502');
    const tab = await open(plainPage('<hasoffers-account-manager></hasoffers-account-manager>'));
    await allReady(tab.page);
    const element = tab.page.locator('hasoffers-account-manager');
    expect(await textOf(tab.page, 'hasoffers-account-manager')).toContain('could not be loaded');
    harness.network.setFault(null);
    harness.site.route('/hasoffers', shippedProxy(harness.network.url));
    await element.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    await tab.close();
  });
});

describe('the smallest proxy', () => {
  it('is enough, and its leak is logged as an error, once, without the key', async () => {
    harness.site.route('/hasoffers', smallestProxy(harness.network.url, sampleKeys.active));
    const tab = await open(plainPage(both));
    await allReady(tab.page);
    await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(6);
    expect(tab.consoleErrors).toHaveLength(1);
    expect(tab.consoleErrors[0]).toMatch(/SECURITY.*key/);
    expect(tab.consoleErrors[0]).not.toContain(sampleKeys.active);
    await tab.close();
  });
});
