import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { chromium } from './drivers/chromium.js';
import type { Driver } from './drivers/driver.js';
import { firefox } from './drivers/firefox.js';
import { webkit } from './drivers/webkit.js';
import { readSnippet } from './readme.js';
import { freshProxy, plainPage, type Site, startSite } from './site.js';

/** What must work in every engine. Functions given to `run` are evaluated in the page and cannot use this file's variables. */
const engines = [chromium, firefox, webkit];

let network: SampleNetwork;
let site: Site;
beforeAll(async () => {
  const rateLimit = { calls: 10_000, windowMs: 10_000 };
  [network, site] = await Promise.all([startSampleNetwork({ rateLimit }), startSite()]);
});
afterAll(() => Promise.all([network?.close(), site?.close()]));
beforeEach(() => {
  network.reset();
  site.route('/hasoffers', freshProxy(network.url));
});

type Widget = HTMLElement & { state: string; ready: Promise<void>; refresh(): Promise<void> };

/** Every error and warning of a page and its browser. */
const listening = `window.consoleErrors = [];
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
  window.addEventListener(type, (event) => window.consoleErrors.push(type + ' ' + (event.message || event.reason || event.violatedDirective)), true);
}
for (const level of ['error', 'warn']) {
  const native = console[level];
  console[level] = (...texts) => { window.consoleErrors.push(texts.join(' ')); native.apply(console, texts) };
}`;
const tag = '<script nonce="r4nd0m" src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer></script>';
const manager = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>';
const list = (attributes = '') =>
  `<hasoffers-offer-list loading="eager" page-size="3" ${attributes}></hasoffers-offer-list>`;

describe.each(engines)('$name', (engine) => {
  describe.skipIf(!engine.isThere)('', () => {
    let tab: Driver;
    beforeAll(async () => {
      tab = await engine.start();
    });
    afterAll(() => tab?.close());
    afterEach(async () => {
      expect(await tab.run(() => (window as unknown as { consoleErrors: string[] }).consoleErrors)).toEqual([]);
    });

    const open = async (body: string, { head = '', headers = {} } = {}) => {
      const html = plainPage(body, `<script nonce="r4nd0m">${listening}</script>${head}${tag}`);
      await tab.goto(site.page('/', { html: html.replace('<style>', '<style nonce="r4nd0m">'), headers }));
      await tab.run(async () => {
        await customElements.whenDefined('hasoffers-offer-list');
        const eager = [...document.querySelectorAll<Widget>('[loading=eager]')];
        await Promise.all(eager.map((element) => element.ready));
      });
    };
    const names = () =>
      tab.run(() =>
        [...(document.querySelector('hasoffers-offer-list')?.shadowRoot?.querySelectorAll('[part~=name]') ?? [])].map(
          (name) => name.textContent,
        ),
      );
    const calls = () => network.calls.length;

    it('shows live data in both widgets, in their own style', async () => {
      await open(manager + list());
      const shown = await tab.run(() => {
        const [card, offer] = ['hasoffers-account-manager', 'hasoffers-offer-list'].map((name) =>
          document.querySelector(name)?.shadowRoot?.querySelector<HTMLElement>('.card'),
        );
        return {
          texts: [card?.innerText, offer?.innerText],
          rounded: [card, offer].map((each) =>
            Number.parseFloat(getComputedStyle(each as Element).borderTopLeftRadius),
          ),
          widths: [card, offer].map((each) => (each as HTMLElement).getBoundingClientRect().width),
        };
      });
      expect(shown.texts[0]).toContain('Mara Okafor');
      expect(shown.texts[1]).toMatch(/Fern & Clay[\s\S]*8\.5%/);
      expect(Math.min(...shown.rounded)).toBeGreaterThan(5);
      expect(shown.widths[0]).toBeGreaterThan(900);
      expect(shown.widths[1]).toBeLessThan(500);
      expect(await names()).toHaveLength(3);
      expect(calls()).toBe(2);
    });

    it('follows its attributes and properties', async () => {
      await open(list());
      await tab.run(async () => {
        const element = document.querySelector('hasoffers-offer-list') as Widget & { pageSize: number };
        element.setAttribute('layout', 'table');
        element.pageSize = 5;
        await new Promise((resolve) => element.addEventListener('hasoffers-load', resolve, { once: true }));
      });
      expect(await names()).toHaveLength(5);
      expect(
        await tab.run(
          () => document.querySelector('hasoffers-offer-list')?.shadowRoot?.querySelectorAll('tbody tr').length,
        ),
      ).toBe(5);
    });

    it('searches, and changes pages', async () => {
      await open(list('search'));
      const first = await names();
      await tab.click(() =>
        document.querySelector('hasoffers-offer-list')?.shadowRoot?.querySelector('[aria-label="Next"]'),
      );
      await expect.poll(names).not.toEqual(first);
      await tab.type(() => document.querySelector('hasoffers-offer-list')?.shadowRoot?.querySelector('input'), 'clay');
      await expect.poll(names).toEqual([expect.stringContaining('Fern & Clay')]);
    });

    it('fires a cancelable event before a visitor leaves', async () => {
      await open(list('target="_self"'));
      await tab.run(() => {
        Object.assign(window, { left: [] });
        document.addEventListener('hasoffers-offer-click', (event) => {
          event.preventDefault();
          const { offer, url } = (event as CustomEvent).detail;
          (window as unknown as { left: unknown[] }).left.push([offer.name, url.includes('/aff_c?')]);
        });
      });
      await tab.click(() => document.querySelector('hasoffers-offer-list')?.shadowRoot?.querySelector('[part~=link]'));
      expect(await tab.run(() => [(window as unknown as { left: unknown[] }).left, location.pathname])).toEqual([
        [[(await names())[0], true]],
        '/',
      ]);
    });

    it('recovers from a failure by "Try again"', async () => {
      site.route(
        '/hasoffers',
        (_, response) => void response.writeHead(502).end('{"response":{"status":-1,"errors":[]}}'),
      );
      await open(manager);
      expect(
        await tab.run(() => [
          document.querySelector<Widget>('hasoffers-account-manager')?.state,
          // The page is local, so the cause is logged.
          (window as unknown as { consoleErrors: string[] }).consoleErrors.splice(0).length,
        ]),
      ).toEqual(['error', 1]);
      site.route('/hasoffers', freshProxy(network.url));
      await tab.click(() =>
        document.querySelector('hasoffers-account-manager')?.shadowRoot?.querySelector('[part~=retry]'),
      );
      await expect
        .poll(() => tab.run(() => document.querySelector<Widget>('hasoffers-account-manager')?.state))
        .toBe('ready');
    });

    it('sends no request before it comes near the viewport', async () => {
      await open(`<p style="height: 5000px">Far.</p><hasoffers-offer-list page-size="3"></hasoffers-offer-list>`);
      await tab.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(calls()).toBe(0);
      await tab.run(() => window.scrollTo(0, 9000));
      await expect
        .poll(() => tab.run(() => document.querySelector<Widget>('hasoffers-offer-list')?.state))
        .toBe('ready');
      expect(calls()).toBe(1);
    });

    it('is the same after it was moved', async () => {
      await open(`<div id="a">${list()}</div><div id="b"></div>`);
      await tab.click(() =>
        document.querySelector('hasoffers-offer-list')?.shadowRoot?.querySelector('[aria-label="Next"]'),
      );
      await expect.poll(calls).toBe(2);
      await tab.run(async () => {
        const element = document.querySelector('hasoffers-offer-list') as Widget;
        await new Promise((resolve) => {
          if (element.shadowRoot?.querySelector('[aria-busy=false]')) resolve(undefined);
          else element.addEventListener('hasoffers-load', resolve, { once: true });
        });
      });
      const before = await names();
      const states = await tab.run(async () => {
        const element = document.querySelector('hasoffers-offer-list') as Widget;
        const seen: string[] = [];
        for (const [index, id] of ['b', 'a', 'b', 'a'].entries()) {
          const to = document.getElementById(id) as HTMLElement & { moveBefore?: (node: Node, at: null) => void };
          if (index > 1 && to.moveBefore) to.moveBefore(element, null);
          else to.append(element);
          seen.push(element.state);
          await new Promise((resolve) => setTimeout(resolve));
        }
        return seen;
      });
      expect(states).toEqual(['ready', 'ready', 'ready', 'ready']);
      expect(await names()).toEqual(before);
      expect(calls()).toBe(2);
    });

    it("follows the page's dark scheme, or its attribute", async () => {
      const brightness = () =>
        tab.run(async () => {
          const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          const element = document.querySelector('hasoffers-account-manager') as Widget;
          const seen: string[] = [];
          for (const theme of ['auto', 'light', 'dark']) {
            element.setAttribute('theme', theme);
            // Until it is rendered.
            await new Promise((resolve) => setTimeout(resolve));
            const card = element.shadowRoot?.querySelector('.card') as Element;
            canvas.fillStyle = getComputedStyle(card).backgroundColor;
            canvas.fillRect(0, 0, 1, 1);
            seen.push((canvas.getImageData(0, 0, 1, 1).data[0] ?? 0) > 128 ? 'bright' : 'dark');
          }
          return seen;
        });
      await open(manager, { head: '<meta name="color-scheme" content="dark">' });
      expect(await brightness()).toEqual(['dark', 'bright', 'dark']);
      await open(manager, { head: '<meta name="color-scheme" content="light">' });
      expect(await brightness()).toEqual(['bright', 'bright', 'dark']);
    });

    it('writes from right to left where the language is', async () => {
      const left = () =>
        tab.run(() => {
          const root = document.querySelector('hasoffers-account-manager')?.shadowRoot as ShadowRoot;
          const [photo, name] = ['photo', 'name'].map((part) => root.querySelector(`[part~=${part}]`) as Element);
          return (photo as Element).getBoundingClientRect().left < (name as Element).getBoundingClientRect().left;
        });
      await open(manager);
      expect(await left()).toBe(true);
      await open(manager.replace('eager"', 'eager" lang="ar"'));
      expect(await left()).toBe(false);
    });

    it('works under the policy of the guide without one violation', async () => {
      const policy = readSnippet('policy')
        .replace('https://proxy.example.com', site.url)
        .replace('https://pictures.example.com', network.url)
        // For the page's own colours.
        .replace("style-src 'self'", "style-src 'nonce-r4nd0m'")
        .replaceAll('\n', ' ');
      await open(manager + list('search sortable layout="table"'), {
        head: `<link rel="icon" href="${network.url}/icon.png">`,
        headers: { 'content-security-policy': policy },
      });
      expect(await names()).toHaveLength(3);
      const rounded = await tab.run(
        () =>
          getComputedStyle(
            document.querySelector('hasoffers-account-manager')?.shadowRoot?.querySelector('.card') as Element,
          ).borderTopLeftRadius,
      );
      expect(Number.parseFloat(rounded)).toBeGreaterThan(5);
    });
  });
});
