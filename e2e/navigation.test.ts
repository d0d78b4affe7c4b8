import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../scripts/browser.js';
import { allReady, openTab, textOf } from './browser.js';
import { hasFrameworks } from './project.js';
import { shippedProxy } from './site.js';
import { setStage } from './stage.js';

/** Pages that replace, keep and bring back what is on them without being loaded anew. */

const stage = setStage();

beforeAll(async () => {
  if (!hasFrameworks) return;
  const libraries = {
    turbo: '@hotwired/turbo/dist/turbo.es2017-umd.js',
    htmx2: 'htmx2/dist/htmx.js',
    htmx4: 'htmx.org/dist/htmx.js',
  };
  for (const [name, path] of Object.entries(libraries)) {
    const code = readFileSync(fileURLToPath(new URL(`frameworks/node_modules/${path}`, import.meta.url)));
    stage.site.route(`/${name}.js`, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    });
  }
});

const open = (path: string, page: string) => openTab(stage.browser, stage.site.page(path, page));

const list = '<hasoffers-offer-list page-size="3"></hasoffers-offer-list>';
const ownLook = `<hasoffers-offer-list page-size="3"><template>
  <p class="mine"><a data-bind-href="link" data-bind="name"></a></p></template></hasoffers-offer-list>`;
const manager = '<hasoffers-account-manager layout="inline"></hasoffers-account-manager>';

const widgets = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer></script>';
const html = (title: string, body: string, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}${widgets}</head><body>${body}</body></html>`;

/** Counts a tab's data calls from now on, those that the browser answers from its cache, too. */
function countCalls(page: Page, method = ''): () => number {
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().includes('/hasoffers?') && request.url().includes(method)) calls++;
  });
  return () => calls;
}

const shown = (page: Page) => page.locator('hasoffers-offer-list').first().locator('[part~=offer]').count();
const slotted = (page: Page, selector = 'hasoffers-offer-list') => page.locator(`${selector} > .mine`).count();

describe.skipIf(!hasFrameworks)('Turbo', () => {
  const turbo = '<script src="/turbo.js"></script>';
  const link = (to: string) => `<a href="/${to}">to ${to}</a>`;
  const visit = async (page: Page, to: string) => {
    await page.getByRole('link', { name: `to ${to}` }).click();
    await page.waitForFunction(
      (title) => document.title === title && !document.documentElement.hasAttribute('data-turbo-preview'),
      to,
    );
  };

  it.each([
    ['the built-in look', list, shown],
    ["the author's own look", ownLook, slotted],
  ] as const)('goes forth and back, and a list with %s is alive and there once', async (_, markup, count) => {
    stage.site.page('/two', html('two', `${manager}<p>Nothing else.</p>${link('one')}`, turbo));
    const tab = await open('/one', html('one', `${markup}${manager}${link('two')}`, turbo));
    await allReady(tab.page);
    expect(await count(tab.page)).toBe(3);
    const asked = countCalls(tab.page, 'findAll');
    await visit(tab.page, 'two');
    await allReady(tab.page);
    await tab.page.goBack();
    await tab.page.waitForFunction(() => document.title === 'one');
    await allReady(tab.page);
    expect(await count(tab.page)).toBe(3);
    expect(await tab.page.locator('hasoffers-offer-list').count()).toBe(1);
    // What comes out of Turbo's cache is a copy, so it is a new element, and asks once.
    expect(asked()).toBe(1);
    expect(await textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it.each([
    ['the built-in look', list, shown],
    ["the author's own look", ownLook, slotted],
  ] as const)(
    'shows a preview first, and a list with %s is there once and asks no more than twice',
    async (_, markup, count) => {
      stage.site.page('/two', html('two', `<p>Nothing else.</p>${link('one')}`, turbo));
      const tab = await open('/one', html('one', `${markup}${link('two')}`, turbo));
      await allReady(tab.page);
      await visit(tab.page, 'two');
      const asked = countCalls(tab.page, 'findAll');
      await visit(tab.page, 'one');
      await allReady(tab.page);
      expect(await count(tab.page)).toBe(3);
      // Once for the preview, whose visitor may never see more, and once for the page.
      expect(asked()).toBeLessThanOrEqual(2);
      expect(tab.complaints).toEqual([]);
      await tab.close();
    },
  );

  it('keeps an element that is marked as permanent, and it asks nothing', async () => {
    const kept = `<div id="kept" data-turbo-permanent>${list}</div>`;
    stage.site.page('/two', html('two', `${kept}${link('one')}`, turbo));
    const tab = await open('/one', html('one', `${kept}${link('two')}`, turbo));
    await allReady(tab.page);
    const asked = countCalls(tab.page);
    await tab.page.locator('hasoffers-offer-list').evaluate((element) => Object.assign(element, { mark: true }));
    await visit(tab.page, 'two');
    expect(await tab.page.locator('hasoffers-offer-list').evaluate((element) => Object(element).mark)).toBe(true);
    expect(await shown(tab.page)).toBe(3);
    expect(asked()).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

describe.skipIf(!hasFrameworks).each(['htmx2', 'htmx4'])('%s', (library) => {
  const htmx = `<script src="/${library}.js"></script>`;

  it.each(['innerHTML', 'outerHTML', 'beforeend'])('puts an element in by %s, and takes it out', async (swap) => {
    stage.site.page('/part', list);
    stage.site.page('/none', '<p id="none">Nothing.</p>');
    const body = `<button hx-get="/part" hx-target="#place" hx-swap="${swap}">in</button>
      <button hx-get="/none" hx-target="main" hx-swap="innerHTML">out</button><main><div id="place"></div></main>`;
    const tab = await open('/', html('one', body, htmx));
    const asked = countCalls(tab.page);
    await tab.page.getByRole('button', { name: 'in' }).click();
    await tab.page.waitForSelector('hasoffers-offer-list');
    await allReady(tab.page);
    expect(await shown(tab.page)).toBe(3);
    expect(asked()).toBe(1);
    await tab.page.getByRole('button', { name: 'out' }).click();
    await tab.page.waitForSelector('#none');
    expect(await tab.page.locator('hasoffers-offer-list').count()).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('brings a page back from its history, with every offer there once', async () => {
    stage.site.page('/two', html('two', '<main><p id="two">Two.</p></main>', htmx));
    const body = `<main>${ownLook}<a hx-get="/two" hx-target="main" hx-select="main" hx-swap="outerHTML" hx-push-url="true" href="/two">two</a></main>`;
    const tab = await open('/one', html('one', body, htmx));
    await allReady(tab.page);
    expect(await slotted(tab.page)).toBe(3);
    await tab.page.getByRole('link', { name: 'two' }).click();
    await tab.page.waitForSelector('#two');
    await tab.page.goBack();
    await tab.page.waitForSelector('hasoffers-offer-list');
    await allReady(tab.page);
    await expect.poll(() => slotted(tab.page)).toBe(3);
    expect(await tab.page.locator('.mine a[href*="aff_c"], .mine a[role=link]').count()).toBeGreaterThan(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

describe('a page that is rewritten by script', () => {
  const copies: Record<string, () => void> = {
    'is written anew from its own HTML': () => {
      const main = document.querySelector('main') as HTMLElement;
      main.setHTMLUnsafe(main.innerHTML);
    },
    'is replaced by a copy': () => {
      const main = document.querySelector('main') as HTMLElement;
      main.replaceWith(main.cloneNode(true));
    },
    'gets another body': () => {
      const body = document.body.cloneNode(true) as HTMLElement;
      document.body = body;
    },
  };

  it.each(Object.entries(copies))('%s: the list is alive, and each of its offers is there once', async (_, copy) => {
    const tab = await open('/', html('one', `<main>${ownLook}</main>`));
    await allReady(tab.page);
    expect(await slotted(tab.page)).toBe(3);
    const before = await tab.page.locator('.mine').allTextContents();
    await tab.page.evaluate(copy);
    await allReady(tab.page);
    await expect.poll(() => tab.page.locator('.mine').allTextContents()).toEqual(before);
    expect(await tab.page.locator('hasoffers-offer-list').count()).toBe(1);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('has a copy beside the original: two lists, each with its own offers', async () => {
    const tab = await open('/', html('one', `<main>${ownLook}</main>`));
    await allReady(tab.page);
    await tab.page.locator('hasoffers-offer-list').evaluate((element) => {
      element.id = 'original';
      const copy = element.cloneNode(true) as HTMLElement;
      copy.id = 'copy';
      element.after(copy);
    });
    await allReady(tab.page);
    await expect.poll(() => slotted(tab.page, '#copy')).toBe(3);
    expect(await slotted(tab.page, '#original')).toBe(3);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('is a router with the History API that keeps its views: a view comes back as it was, and asks nothing', async () => {
    const body = `<nav><a href="/offers">offers</a> <a href="/about">about</a></nav><main></main><script type="module">
      const views = { '/offers': document.createElement('section'), '/about': document.createElement('section') };
      views['/offers'].append(Object.assign(document.createElement('hasoffers-offer-list'), { pageSize: 3 }));
      views['/about'].append('About us');
      const show = () => document.querySelector('main').replaceChildren(views[location.pathname] ?? '');
      addEventListener('popstate', show);
      document.querySelector('nav').addEventListener('click', (event) => {
        event.preventDefault();
        history.pushState(null, '', event.target.href);
        show();
      });
    </script>`;
    const tab = await open('/', html('one', body));
    await tab.page.getByRole('link', { name: 'offers' }).click();
    await allReady(tab.page);
    await tab.page.locator('hasoffers-offer-list').evaluate((element) => Object.assign(element, { mark: true }));
    expect(await shown(tab.page)).toBe(3);
    await tab.page.getByRole('link', { name: 'about' }).click();
    expect(await tab.page.locator('hasoffers-offer-list').count()).toBe(0);
    const asked = countCalls(tab.page);
    await tab.page.goBack();
    await tab.page.waitForSelector('hasoffers-offer-list');
    expect(
      await tab.page
        .locator('hasoffers-offer-list')
        .evaluate((element) => [Object(element).mark, Object(element).state]),
    ).toEqual([true, 'ready']);
    expect(await shown(tab.page)).toBe(3);
    expect(asked()).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('moves an element with `moveBefore`: its call goes on, and what it shows stays', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const proxy = shippedProxy(stage.network.url);
    stage.site.route('/hasoffers', (request, response) => void held.then(() => proxy(request, response)));
    const tab = await open('/', html('one', `<main>${list}</main><footer></footer>`));
    const asked = countCalls(tab.page);
    const gone: string[] = [];
    tab.page.on('requestfailed', (request) => gone.push(request.url()));
    await tab.page.waitForSelector('hasoffers-offer-list:state(loading)');
    const move = (to: string) =>
      tab.page.evaluate((to) => {
        const element = document.querySelector('hasoffers-offer-list') as HTMLElement;
        const place = document.querySelector(to) as unknown as { moveBefore(node: Node, child: Node | null): void };
        place.moveBefore(element, null);
        return Object(element).state;
      }, to);
    expect(await move('footer')).toBe('loading');
    answer();
    await allReady(tab.page);
    expect(await tab.page.locator('footer [part~=offer]').count()).toBe(3);
    expect(await move('main')).toBe('ready');
    expect(await tab.page.locator('main [part~=offer]').count()).toBe(3);
    expect(asked()).toBeLessThanOrEqual(1);
    expect(gone).toEqual([]);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

describe('view transitions', () => {
  it('in one document: the list changes within, and the transition ends well', async () => {
    const tab = await open('/', html('one', `<main>${list}</main>`));
    await allReady(tab.page);
    await tab.page.evaluate(async () => {
      const element = document.querySelector('hasoffers-offer-list') as HTMLElement;
      element.style.viewTransitionName = 'list';
      const transition = document.startViewTransition(async () => {
        element.setAttribute('page-size', '5');
        const next = document.createElement('section');
        next.append(element);
        document.querySelector('main')?.replaceChildren(next);
      });
      await transition.finished;
    });
    await expect.poll(() => tab.page.locator('hasoffers-offer-list:state(ready) [part~=offer]').count()).toBe(5);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('between documents: the list is there on both sides', async () => {
    const head =
      '<style>@view-transition { navigation: auto } hasoffers-offer-list { view-transition-name: list }</style>';
    stage.site.page('/two', html('two', list, head));
    const tab = await open('/one', html('one', `${list}<a href="/two">two</a>`, head));
    await allReady(tab.page);
    await tab.page.evaluate(() =>
      addEventListener('pageswap', (event) =>
        sessionStorage.setItem('transition', String(Boolean((event as { viewTransition?: unknown }).viewTransition))),
      ),
    );
    await tab.page.getByRole('link', { name: 'two' }).click();
    await tab.page.waitForURL('**/two');
    await allReady(tab.page);
    expect(await tab.page.evaluate(() => sessionStorage.getItem('transition'))).toBe('true');
    expect(await shown(tab.page)).toBe(3);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

describe("the browser's own cache of pages (bfcache)", () => {
  it('takes a page with both elements, which then asks softly for news: what is shown stays', async () => {
    const executablePath = findBrowser();
    const own = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox'],
      // The driver turns this cache off.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    stage.site.page('/two', '<!doctype html><title>two</title><p>Two.</p>');
    const tab = await openTab(own, stage.site.page('/one', html('one', `${list}${manager}`)));
    await allReady(tab.page);
    await tab.page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        const states = [...document.querySelectorAll('hasoffers-offer-list, hasoffers-account-manager')].map(
          (element) => [
            Object(element).state,
            element.shadowRoot?.querySelectorAll('[part~=offer], [part~=name]').length,
          ],
        );
        Object.assign(window, { shown: { persisted, states } });
      });
    });
    const asked = countCalls(tab.page);
    await tab.page.goto(`${stage.site.url}/two`);
    // Not the driver's own way back, which waits for a page to load: none does.
    await tab.page.evaluate(() => history.back()).catch(() => {});
    await expect.poll(() => tab.page.evaluate(() => 'shown' in window).catch(() => false)).toBe(true);
    const { persisted, states } = await tab.page.evaluate(() => Object(window).shown);
    expect(persisted).toBe(true);
    expect(states[0]).toEqual(['ready', expect.any(Number)]);
    expect(states[0][1]).toBeGreaterThan(2);
    expect(states[1][0]).toBe('ready');
    await expect.poll(() => asked()).toBe(2);
    expect(await shown(tab.page)).toBe(3);
    expect(tab.complaints).toEqual([]);
    await own.close();
  });
});
