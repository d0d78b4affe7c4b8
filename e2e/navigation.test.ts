import { chromium } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../scripts/browser.js';
import { allReady, openTab } from './browser.js';
import { countCalls, html, list, manager, ownLook, setNavigation, shown, slotted } from './navigation.js';
import { shippedProxy } from './site.js';

const { harness, open } = setNavigation();

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
    expect(tab.consoleErrors).toEqual([]);
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
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('is a router with the History API that keeps its views: a view comes back as it was, without a request', async () => {
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
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('moves an element with `moveBefore`: its call goes on, and what it shows stays', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const proxy = shippedProxy(harness.network.url);
    harness.site.route('/hasoffers', (request, response) => void held.then(() => proxy(request, response)));
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
    expect(tab.consoleErrors).toEqual([]);
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
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('between documents: the list is there on both sides', async () => {
    const head =
      '<style>@view-transition { navigation: auto } hasoffers-offer-list { view-transition-name: list }</style>';
    harness.site.page('/two', html('two', list, head));
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
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});

describe("the browser's own cache of pages (bfcache)", () => {
  it('restores a page with both elements, which revalidate: what is shown stays', async () => {
    const executablePath = findBrowser();
    const own = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox'],
      // The driver turns this cache off.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    harness.site.page('/two', '<!doctype html><title>two</title><p>Two.</p>');
    const tab = await openTab(own, harness.site.page('/one', html('one', `${list}${manager}`)));
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
    await tab.page.goto(`${harness.site.url}/two`);
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
    expect(tab.consoleErrors).toEqual([]);
    await own.close();
  });
});
