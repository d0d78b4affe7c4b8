import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allReady, openTab, type Tab } from './browser.js';
import { type BuiltApp, buildApp } from './built-app.js';
import type { App, State } from './frameworks/app.js';
import { useHarness } from './harness.js';
import { frameworks, hasFrameworks, makeProject, removeProjects } from './project.js';

/** An app in each framework, built from npm's packages and our packed one; all have the same behaviour. */

interface Offered extends HTMLElement {
  pageSize: number;
  fields: readonly string[];
  search: boolean;
  affSub: string | null;
  readonly state: string;
  mark?: string;
}

/** `window.app`, as the app sets it once it is mounted. */
type AppWindow = Window & { readonly app: App };

const harness = useHarness();

afterAll(removeProjects);

const widgetsTag = '<script src="/hasoffers-widgets.js"></script>';
const appTag = (name: 'bundled' | 'client' | 'offers') => `<script type="module" src="/app/${name}.js"></script>`;
const mounted = (page: Page) => page.waitForFunction(() => 'app' in window);

async function open(
  scripts: string,
  { rendered = '', begin = {}, query = '' }: { rendered?: string; begin?: Partial<State>; query?: string } = {},
) {
  const tab = await openTab(
    harness.browser,
    harness.site.page(
      '/',
      `<!doctype html><html lang="en"><head><title>An app</title><meta charset="utf-8"></head><body><div id="app">${rendered}</div>
<script>window.begin = ${JSON.stringify(begin)}; window.before = document.querySelector('#list')</script>${scripts}</body></html>`,
    ) + query,
  );
  return tab;
}

const change = (page: Page, state: Partial<State>) =>
  page.evaluate((state) => (window as unknown as AppWindow).app.set(state), state);

const heard = (page: Page) => page.evaluate(() => [...(window as unknown as AppWindow).app.heard]);

const read = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { pageSize, fields, search, affSub, state } = element as Offered;
    return { pageSize, fields, search, affSub, state };
  });

const offers = (tab: Tab, selector = '#list') => tab.page.locator(`${selector} [part~=offer]`);
const asked = () => harness.site.requests.filter((path) => path.startsWith('/hasoffers?')).length;

const first = { pageSize: 3, fields: ['payout', 'category'], search: true, affSub: 'blog', state: 'ready' };

describe.skipIf(!hasFrameworks)('on a server', () => {
  it('importing the package leaves no trace and keeps nothing running, whichever way it is imported', () => {
    const program = `
      const before = Object.getOwnPropertyNames(globalThis);
      for (const entry of ['', '/react', '/preact', '/vue', '/svelte']) await import('hasoffers-widgets' + entry);
      console.log(JSON.stringify(Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name))));`;
    // A timer or handle that it left would keep this program from ending.
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: makeProject('preact'),
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([run.status, run.stdout, run.stderr]).toEqual([0, '[]\n', '']);
  });
});

describe.skipIf(!hasFrameworks).each(frameworks)('in %s', (framework) => {
  let app: BuiltApp;

  beforeAll(async () => {
    app = await buildApp(framework);
    app.serve(harness.site);
  }, 180_000);

  it.each([
    ['imported from the package', appTag('bundled')],
    ['from the script tag, before the app', widgetsTag + appTag('client')],
  ])('the elements, %s, show data and have typed properties', async (_, scripts) => {
    const tab = await open(scripts);
    await mounted(tab.page);
    await allReady(tab.page);
    expect(await read(tab.page, '#list')).toEqual(first);
    expect(await offers(tab).count()).toBe(3);
    expect(harness.network.calls.length).toBe(2);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('what is set by the name of the property arrives, before the script has run, too', async () => {
    const tab = await open(appTag('client'), { begin: { byProperty: true } });
    await mounted(tab.page);
    await tab.page.addScriptTag({ url: '/hasoffers-widgets.js' });
    await allReady(tab.page);
    expect(await read(tab.page, '#list')).toEqual(first);
    expect(await read(tab.page, '#by-property')).toEqual(first);
    await change(tab.page, { pageSize: 4, fields: ['category'], search: false, affSub: null });
    const changed = { pageSize: 4, fields: ['category'], search: false, affSub: null, state: 'ready' };
    await expect.poll(() => read(tab.page, '#list')).toEqual(changed);
    // Preact and Vue write '' where a text is removed; that is no sub-id, either.
    const affSub = ['preact', 'vue'].includes(framework) ? '' : null;
    await expect.poll(() => read(tab.page, '#by-property')).toEqual({ ...changed, affSub });
    expect(await offers(tab, '#by-property').count()).toBe(4);
    await change(tab.page, { pageSize: undefined, search: undefined, fields: undefined });
    const { fields, pageSize, search } = await read(tab.page, '#by-property');
    expect([pageSize, search, fields.includes('expiry')]).toEqual([20, false, true]);
    // Vue writes 0 for a removed number, which is logged.
    expect(tab.consoleErrors.filter((text) => framework !== 'vue' || !text.includes('page-size="0"'))).toEqual([]);
    await tab.close();
  });

  it('changed values change the element that is there, and absent ones bring the defaults back', async () => {
    const tab = await open(appTag('bundled'));
    await mounted(tab.page);
    await allReady(tab.page);
    await tab.page.locator('#list').evaluate((element: Offered) => {
      element.mark = 'the same';
    });
    await change(tab.page, { pageSize: 5, search: false });
    await expect.poll(() => offers(tab).count()).toBe(5);
    expect(await tab.page.locator('#list [part~=search]').count()).toBe(0);
    await change(tab.page, { pageSize: undefined, fields: undefined, search: undefined, affSub: undefined });
    await expect.poll(() => offers(tab).count()).toBe(20);
    const { fields, ...values } = await read(tab.page, '#list');
    expect(values).toEqual({ pageSize: 20, search: false, affSub: null, state: 'ready' });
    expect(fields).toContain('expiry');
    expect(await tab.page.locator('#list').evaluate((element: Offered) => element.mark)).toBe('the same');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('its own way of listening hears the elements, and can keep the visitor', async () => {
    const tab = await open(appTag('bundled'));
    await mounted(tab.page);
    await allReady(tab.page);
    await tab.page.locator('#list a[part~=link]').first().click();
    await tab.page.locator('#second a[href^="mailto:"]').click();
    expect(await heard(tab.page)).toEqual(
      expect.arrayContaining([
        'hasoffers-load list',
        'ready list',
        'hasoffers-offer-click list',
        'hasoffers-contact second',
      ]),
    );
    expect(tab.page.context().pages()).toHaveLength(1);
    await tab.close();
  });

  it('a new order keeps the elements and sends no request; a removed one aborts its requests, and starts afresh when it is back', async () => {
    const tab = await open(appTag('bundled'));
    await mounted(tab.page);
    await allReady(tab.page);
    const before = asked();
    await tab.page.locator('#first').evaluate((element: Offered) => {
      element.mark = 'first';
    });
    await change(tab.page, { managers: ['second', 'first'] });
    await expect
      .poll(() => tab.page.locator('#app > *').evaluateAll((all) => all.map(({ id }) => id)))
      .toEqual(['list', 'second', 'first']);
    expect(await tab.page.locator('#first').evaluate((element: Offered) => [element.mark, element.state])).toEqual([
      'first',
      'ready',
    ]);
    expect(asked()).toBe(before);

    await change(tab.page, { shown: false });
    await expect.poll(() => tab.page.locator('#list').count()).toBe(0);
    await change(tab.page, { shown: true });
    await expect.poll(() => read(tab.page, '#list')).toEqual(first);
    expect(await offers(tab).count()).toBe(3);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('nothing is left after the app ends: no element, and no request', async () => {
    const tab = await open(appTag('bundled'));
    await mounted(tab.page);
    await allReady(tab.page);
    await tab.page.evaluate(() => {
      Object.assign(window, { kept: [...document.querySelectorAll('#list, #first')] });
      (window as unknown as AppWindow).app.unmount();
    });
    expect(await tab.page.locator('#app > *').count()).toBe(0);
    const before = asked();
    const states = await tab.page.evaluate(async () => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      window.dispatchEvent(new Event('online'));
      const { kept } = window as unknown as { kept: Offered[] };
      for (const element of kept) element.setAttribute('page-size', '7');
      // A request of the page itself, sent after theirs would have been: once it has a response, theirs would be in flight.
      await fetch('/hasoffers/health?last');
      return kept.map(({ isConnected, state }) => [isConnected, state]);
    });
    expect(states).toEqual([
      [false, 'ready'],
      [false, 'ready'],
    ]);
    expect(asked()).toBe(before);
    expect(tab.consoleErrors.filter((text) => !text.includes('404'))).toEqual([]);
    await tab.close();
  });

  it.each(framework === 'react19' ? ['', '?by-ref'] : [''])(
    'the component of the guide works as it is copied%s',
    async (query) => {
      const tab = await open(appTag('offers'), { query });
      await tab.page.waitForSelector('hasoffers-offer-list');
      await allReady(tab.page);
      const list = tab.page.locator('hasoffers-offer-list');
      expect(await list.evaluate((element) => Object(element).country)).toEqual(['US']);
      expect(await list.locator('[part~=offer]').count()).toBe(12);
      const name = await list.locator('[part~=name]').first().textContent();
      const leaving = tab.page.context().waitForEvent('page');
      await list.locator('a[part~=link]').first().click();
      await (await leaving).close();
      expect(await tab.page.title()).toBe(name);
      expect(tab.consoleErrors).toEqual([]);
      await tab.close();
    },
  );

  it('what a server renders has the attributes, and no content of ours', () => {
    expect(app.rendered.length).toBeGreaterThan(0);
    for (const html of app.rendered) {
      expect(html.match(/<hasoffers-[a-z-]+/g)).toEqual([
        '<hasoffers-offer-list',
        '<hasoffers-account-manager',
        '<hasoffers-account-manager',
      ]);
      expect(html).toMatch(/page-size="3"/);
      expect(html).toMatch(/fields="payout[ ,]category"/);
      expect(html).toMatch(/search/);
      expect(html).toMatch(/aff-sub="blog"/);
      expect(html).toMatch(/<hasoffers-offer-list[^>]*><\/hasoffers-offer-list>/);
    }
  });

  it.each([
    ['at once', widgetsTag + appTag('client')],
    ['with the app', appTag('bundled')],
  ])('a page from a server, whose elements start %s, is taken over as it is', async (_, scripts) => {
    const tab = await open(scripts, { rendered: app.rendered[0] ?? '' });
    await mounted(tab.page);
    await allReady(tab.page);
    await expect.poll(() => heard(tab.page)).toContain('ready list');
    expect(await tab.page.evaluate(() => document.querySelector('#list') === Object(window).before)).toBe(true);
    expect(await read(tab.page, '#list')).toEqual(first);
    expect(await offers(tab).count()).toBe(3);
    expect(harness.network.calls.length).toBe(2);
    await tab.page.locator('#list a[part~=link]').first().click();
    expect(await heard(tab.page)).toContain('hasoffers-offer-click list');
    await change(tab.page, { pageSize: 4 });
    await expect.poll(() => offers(tab).count()).toBe(4);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('an app that comes after the first load still learns of it, by `ready`', async () => {
    const tab = await open(widgetsTag, { rendered: app.rendered[0] ?? '' });
    await allReady(tab.page);
    await tab.page.addScriptTag({ url: '/app/client.js', type: 'module' });
    await mounted(tab.page);
    await expect.poll(() => heard(tab.page)).toContain('ready list');
    expect(await heard(tab.page)).not.toContain('hasoffers-load list');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
