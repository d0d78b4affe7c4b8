import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../demo/network/network.js';
import { allReady, launch, openTab, type Tab } from './browser.js';
import { plainPage, type Site, shippedProxy, startSite } from './site.js';

let browser: Browser;
let network: SampleNetwork;
let site: Site;
let asked: string[] = [];
let aborted = 0;

beforeAll(async () => {
  [browser, network, site] = await Promise.all([launch(), startSampleNetwork(), startSite()]);
});
afterAll(() => Promise.all([browser?.close(), network?.close(), site?.close()]));
beforeEach(() => {
  network.reset();
  const proxy = shippedProxy(network.url);
  asked = [];
  aborted = 0;
  site.route('/hasoffers', (request, response) => {
    asked.push(request.url ?? '');
    response.on('close', () => {
      if (!response.writableFinished) aborted++;
    });
    proxy(request, response);
  });
});

const open = (body: string): Promise<Tab> => openTab(browser, site.page('/', plainPage(body)));
const list = (attributes = '') =>
  `<hasoffers-offer-list loading="eager" page-size="3" ${attributes}></hasoffers-offer-list>`;
const manager = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>';
/** Those of offers; bones that stand in for them have no words. */
const names = async (page: Page) =>
  (await page.locator('hasoffers-offer-list [part~=name]').allInnerTexts()).filter(Boolean);

describe('an element made', () => {
  const ways: Readonly<Record<string, (html: string) => void>> = {
    'by createElement': () => {
      const element = document.createElement('hasoffers-offer-list');
      element.setAttribute('page-size', '3');
      (element as unknown as { loading: string }).loading = 'eager';
      document.body.append(element);
    },
    'by its class': () => {
      const element = new (customElements.get('hasoffers-offer-list') as CustomElementConstructor)();
      Object.assign(element, { pageSize: 3, loading: 'eager' });
      document.body.append(element);
    },
    'by innerHTML': (html) => {
      document.body.innerHTML = html;
    },
    'by insertAdjacentHTML': (html) => document.body.insertAdjacentHTML('beforeend', html),
    'by a fragment of a range': (html) => document.body.append(document.createRange().createContextualFragment(html)),
    'by DOMParser and importNode': (html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
      document.body.append(document.importNode(parsed, true));
    },
    'by DOMParser and adoption': (html) => {
      document.body.append(new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element);
    },
    'by a template': (html) => {
      const template = document.createElement('template');
      template.innerHTML = html;
      document.body.append(template.content.cloneNode(true));
    },
    'by declarative shadow DOM around it': (html) => {
      const host = document.createElement('div');
      host.setHTMLUnsafe(`<section><template shadowrootmode="open">${html}</template></section>`);
      document.body.append(host);
    },
  };
  it.each(Object.entries(ways))('%s shows its offers by one call', async (_, make) => {
    const { page, complaints, close } = await open('');
    await page.waitForFunction(() => 'HasOffersWidgets' in window);
    await page.evaluate(make, list());
    await expect.poll(() => names(page)).toHaveLength(3);
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('as a copy of one that shows something is an element of its own', async () => {
    const { page, complaints, close } = await open(list());
    await allReady(page);
    await page.evaluate(() =>
      document.body.append(document.querySelector('hasoffers-offer-list')?.cloneNode(true) ?? ''),
    );
    await expect.poll(() => names(page)).toHaveLength(6);
    await page.locator('hasoffers-offer-list').last().getByRole('button', { name: 'Next' }).click();
    await expect.poll(async () => new Set(await names(page)).size).toBe(6);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an element that is moved', () => {
  const moves: Readonly<Record<string, (element: Element, to: Element) => void>> = {
    append: (element, to) => to.append(element),
    insertBefore: (element, to) => to.insertBefore(element, to.firstChild),
    replaceChildren: (element, to) => to.replaceChildren(element),
    moveBefore: (element, to) =>
      (to as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(element, null),
  };
  it.each(Object.entries(moves))('ten times by %s keeps all it has, and asks for nothing', async (_, move) => {
    const { page, complaints, close } = await open(`<div id="a">${list('search sortable')}</div><div id="b"></div>`);
    await allReady(page);
    await page.getByRole('searchbox').fill('e');
    await page.getByLabel('Sort by').selectOption('-name');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('2');
    await expect.poll(() => page.locator('[aria-busy]').getAttribute('aria-busy')).toBe('false');
    const before = await names(page);
    const calls = asked.length;
    const kept = await page.evaluate(async (moveSource) => {
      const seen = { events: 0, states: new Set<string>() };
      document.addEventListener('hasoffers-load', () => seen.events++);
      const element = document.querySelector('hasoffers-offer-list') as HTMLElement & { state: string };
      const node = element.shadowRoot?.querySelector('[part~=name]');
      const moveTo = new Function(`return ${moveSource}`)() as typeof move;
      for (let turn = 1; turn <= 10; turn++) {
        moveTo(element, document.getElementById(turn % 2 ? 'b' : 'a') as Element);
        seen.states.add(element.state);
        // Every other time something happens in between, as it does when a list is sorted by hand.
        if (turn % 2) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const same = element.shadowRoot?.querySelector('[part~=name]') === node;
      return { same, events: seen.events, states: [...seen.states] };
    }, String(move));
    expect(kept).toEqual({ same: true, events: 0, states: ['ready'] });
    expect(asked).toHaveLength(calls);
    expect(await names(page)).toEqual(before);
    expect(await page.getByRole('searchbox').inputValue()).toBe('e');
    expect(await page.locator('[aria-current=page]').innerText()).toBe('2');
    expect(complaints).toEqual([]);
    await close();
  });

  it('with moveBefore keeps the focus', async () => {
    const { page, close } = await open(`<div id="a">${list('search')}</div><div id="b"></div>`);
    await allReady(page);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('fe');
    await page.evaluate(() => {
      const to = document.getElementById('b') as unknown as { moveBefore(node: Node | null, before: null): void };
      to.moveBefore(document.querySelector('hasoffers-offer-list'), null);
    });
    await page.keyboard.type('rn');
    expect(await page.getByRole('searchbox').inputValue()).toBe('fern');
    await close();
  });

  it('into the document of a frame and back shows the same in both, in its own style', async () => {
    const { page, complaints, close } = await open(`${list('search')}<iframe width="900" height="900"></iframe>`);
    await allReady(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('2');
    await expect.poll(() => page.locator('[aria-busy]').getAttribute('aria-busy')).toBe('false');
    const before = await names(page);
    const radius = () =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe')?.contentDocument;
        const element = (document.querySelector('hasoffers-offer-list') ??
          frame?.querySelector('hasoffers-offer-list')) as HTMLElement;
        const card = element.shadowRoot?.querySelector('[part~=offer]') as HTMLElement;
        return (card.ownerDocument.defaultView as Window).getComputedStyle(card).borderTopLeftRadius;
      });
    const rounded = await radius();
    expect(Number.parseFloat(rounded)).toBeGreaterThan(5);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentDocument;
      frame?.body.append(document.querySelector('hasoffers-offer-list') ?? '');
    });
    const inside = page.frameLocator('iframe');
    await expect.poll(() => inside.locator('[part~=name]').allInnerTexts()).toEqual(before);
    expect(await radius()).toBe(rounded);
    await inside.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => inside.locator('[aria-current=page]').innerText()).toBe('3');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentDocument;
      document.querySelector('main')?.append(frame?.querySelector('hasoffers-offer-list') ?? '');
    });
    await expect.poll(() => page.locator('[aria-current=page]').innerText()).toBe('3');
    expect(await radius()).toBe(rounded);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an element that is removed for ever', () => {
  /** Counts, from before our script, what outlives a task. */
  const counting = `<script>
    window.alive = { timers: new Set(), observers: new Set() };
    for (const [start, stop] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
      const [begin, end] = [window[start], window[stop]];
      window[start] = (callback, ...rest) => {
        const id = begin((...given) => { if (start === 'setTimeout') window.alive.timers.delete(id); callback(...given) }, ...rest);
        window.alive.timers.add(id);
        return id;
      };
      window[stop] = (id) => { window.alive.timers.delete(id); end(id) };
    }
    for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
      window[name] = class extends window[name] {
        observe(...given) { super.observe(...given); window.alive.observers.add(this) }
        disconnect() { super.disconnect(); window.alive.observers.delete(this) }
      };
    }
  </script>`;

  const alive = (page: Page) =>
    page.evaluate(() => {
      const { timers, observers } = (window as unknown as { alive: { timers: Set<1>; observers: Set<1> } }).alive;
      return { timers: timers.size, observers: observers.size };
    });

  async function listeners(session: CDPSession): Promise<number> {
    let count = 0;
    for (const expression of ['window', 'document', 'document.body', 'navigator', 'matchMedia("all")']) {
      const { result } = await session.send('Runtime.evaluate', { expression });
      const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId as string });
      count += found.listeners.length;
    }
    return count;
  }

  const inside =
    '<hasoffers-offer-list loading="eager" page-size="3" search filters="category"></hasoffers-offer-list>';
  const lazy = '<hasoffers-account-manager style="position: absolute; top: 9000px"></hasoffers-account-manager>';

  const eagerReady = (page: Page) =>
    page.waitForFunction(() =>
      [...document.querySelectorAll('[loading=eager]')].every((element) => element.matches(':state(ready)')),
    );

  const put = (page: Page, html: string) =>
    page.evaluate((content) => {
      (document.getElementById('place') as Element).innerHTML = content;
    }, html);

  it('leaves no timer, listener, observer or call behind, and is forgotten', async () => {
    const head = `${counting}<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers"></script>`;
    const tab = await openTab(browser, site.page('/', plainPage('<div id="place"></div>', head)));
    const { page, complaints, close } = tab;
    const session = await page.context().newCDPSession(page);
    // Once before, for what is made once for the page, and by the tools of this test.
    await put(page, inside + list() + manager + lazy);
    await eagerReady(page);
    await put(page, '');
    const before = { listeners: await listeners(session), ...(await alive(page)) };
    expect(before.timers).toBe(0);

    await put(page, inside + list() + manager + lazy);
    await eagerReady(page);
    expect((await alive(page)).observers).toBeGreaterThan(before.observers);
    expect(await listeners(session)).toBeGreaterThan(before.listeners);
    // In the middle of everything: a search that waits for its pause.
    network.setFault('hang');
    await page.evaluate(() => {
      const input = document
        .querySelector('hasoffers-offer-list')
        ?.shadowRoot?.querySelector('input') as HTMLInputElement;
      input.value = 'fern';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      const elements = [...document.querySelectorAll('#place > *')];
      // Not those with fields to fill in: the browser itself holds on to some, for its next suggestion.
      const plain = elements.filter((element) => !element.hasAttribute('search'));
      Object.assign(window, { gone: plain.map((element) => new WeakRef(element)) });
      for (const element of elements) element.remove();
    });
    await expect.poll(async () => ({ listeners: await listeners(session), ...(await alive(page)) })).toEqual(before);
    await expect
      .poll(async () => {
        await session.send('HeapProfiler.collectGarbage');
        return page.evaluate(() =>
          (window as unknown as { gone: WeakRef<Element>[] }).gone.map((each) => each.deref()?.localName),
        );
      })
      .toEqual([undefined, undefined, undefined]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('ends the calls it waits for, and says nothing more', async () => {
    network.setFault('hang');
    const { page, complaints, close } = await open(`<div id="place">${inside}${manager}</div>`);
    await expect.poll(() => asked.length).toBe(2);
    await page.evaluate(() => {
      Object.assign(window, { events: [] });
      for (const type of ['hasoffers-load', 'hasoffers-error']) {
        document.addEventListener(type, () => (window as unknown as { events: string[] }).events.push(type));
      }
    });
    await put(page, '');
    await expect.poll(() => aborted).toBe(2);
    expect(await page.evaluate(() => (window as unknown as { events: string[] }).events)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an element works', () => {
  const shown = async (page: Page) => {
    await expect.poll(() => names(page)).toHaveLength(3);
    expect(asked).toHaveLength(1);
  };

  it('inside closed shadow roots', async () => {
    const closed = (html: string) => `<div><template shadowrootmode="closed">${html}</template></div>`;
    const listen = `<script>
      window.shown = new Promise((resolve) => document.addEventListener('hasoffers-load', (event) => resolve(event.detail.offers.length)));
    </script>`;
    const { page, complaints, close } = await open(listen + closed(closed(list())));
    expect(await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)).toBe(3);
    expect(complaints).toEqual([]);
    await close();
  });

  it('inside a form, which it neither sends nor fills', async () => {
    const { page, close } = await open(
      `<form action="/elsewhere"><input name="own" value="1">${list('search sortable filters="payout-type"')}<button>Send</button></form>`,
    );
    await shown(page);
    await page.getByRole('searchbox').fill('fern');
    await page.getByRole('searchbox').press('Enter');
    await expect.poll(() => names(page)).not.toHaveLength(3);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => names(page)).toHaveLength(3);
    const sent = await page.evaluate(() => {
      const form = document.querySelector('form') as HTMLFormElement;
      return [[...new FormData(form).keys()], form.elements.length, location.pathname];
    });
    expect(sent).toEqual([['own'], 2, '/']);
    await close();
  });

  it('in a part of the page that is shown later, and asks for nothing before', async () => {
    const lazy = '<hasoffers-offer-list page-size="3"></hasoffers-offer-list>';
    for (const [html, show] of [
      [`<div style="display: none">${lazy}</div>`, () => document.querySelector('div')?.removeAttribute('style')],
      [`<div hidden>${lazy}</div>`, () => document.querySelector('div')?.removeAttribute('hidden')],
      [`<details><summary>More</summary>${lazy}</details>`, () => document.querySelector('summary')?.click()],
      [`<dialog>${lazy}</dialog>`, () => document.querySelector('dialog')?.showModal()],
      [`<div popover>${lazy}</div>`, () => document.querySelector<HTMLElement>('[popover]')?.showPopover()],
      [
        `<div style="height: 300px; overflow: auto"><p style="height: 3000px">Long.</p>${lazy}</div>`,
        () => document.querySelector('div')?.scrollTo(0, 9000),
      ],
    ] as const) {
      asked = [];
      const { page, complaints, close } = await open(html);
      await page.waitForFunction(() => 'HasOffersWidgets' in window);
      // Two frames later observers have spoken.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(asked, html).toHaveLength(0);
      await page.evaluate(show);
      await shown(page);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it.each([
    'display: flex',
    'display: flex; flex-direction: column; align-items: flex-start',
    'display: grid',
    'display: grid; place-items: start',
    'display: inline-block; width: 100%',
    'display: table; width: 100%',
    'float: left; width: 100%',
    'position: relative; contain: content',
  ])('as wide as its place where the page says "%s"', async (css) => {
    const { page, close } = await open(
      `<style>hasoffers-offer-list { ${css} }</style><div style="width: 900px">${list()}</div>`,
    );
    await allReady(page);
    const box = await page.locator('hasoffers-offer-list [part~=list]').boundingBox();
    expect(box?.width).toBe(900);
    await close();
  });

  it.each([
    ['hidden', '', 'hidden'],
    ['visibility', 'visibility: hidden', ''],
    ['a box around it', '', 'style="visibility: hidden"'],
  ])('and is out of sight where the page hides it by %s', async (name, css, attribute) => {
    const inner = name === 'a box around it' ? `<div ${attribute}>${list()}</div>` : list(attribute);
    const { page, close } = await open(`<style>hasoffers-offer-list { ${css} }</style>${inner}`);
    await allReady(page);
    expect(await page.locator('[part~=name]').first().isVisible()).toBe(false);
    await close();
  });
});
