import type { IncomingMessage } from 'node:http';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { allReady, openTab } from './browser.js';
import { hasEngines } from './engines.js';
import { useHarness } from './harness.js';
import { type HostileCode, libraries, scripts, stylesheets } from './hostile-code.js';
import { differingPoints } from './pictures.js';
import { shippedProxy } from './site.js';

/**
 * What a page may change: an element's position, its box and background, and its font. All
 * else in a picture must stay the same.
 */
const own = (top: number) => `lang="en" loading="eager" style="position: absolute !important; top: ${top}px !important;
  left: 0 !important; display: block !important; width: 1000px !important; height: auto !important; margin: 0 !important;
  padding: 0 !important; border: 0 !important; background: white !important; box-shadow: none !important;
  --hasoffers-font: sans-serif"`;
const widgets = `
  <hasoffers-account-manager ${own(0)}>Fallback</hasoffers-account-manager>
  <hasoffers-offer-list ${own(200)} page-size="4" search sortable filters="category country"></hasoffers-offer-list>
  <hasoffers-offer-list ${own(1400)} page-size="3" layout="table"></hasoffers-offer-list>`;

const hostilePage = ({ before = '', after = '', css = '' }: HostileCode): string => `<!doctype html>
<html><head><meta charset="utf-8"><title>A page</title>
<style>${css}</style>
<script>${before}</script>
<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers"></script>
<script>${after}</script>
</head><body>${widgets}</body></html>`;

/** Requests to the proxy since the page was opened: request lines and headers. */
let asked: string[] = [];

const harness = useHarness(({ site, network }) => {
  asked = [];
  const proxy = shippedProxy(network.url);
  site.route('/hasoffers', (request, response) => {
    asked.push(toText(request));
    proxy(request, response);
  });
});

const toText = ({ method, url, rawHeaders }: IncomingMessage): string => `${method} ${url} ${rawHeaders.join('\n')}`;

interface Seen {
  readonly asked: readonly string[];
  readonly texts: readonly string[];
  readonly pictures: readonly Buffer[];
  readonly consoleErrors: readonly string[];
}

async function see(hostileCode: HostileCode): Promise<Seen> {
  const tab = await openTab(harness.browser, harness.site.page('/', hostilePage(hostileCode)));
  const seen = { ...(await look(tab.page)), consoleErrors: tab.consoleErrors };
  await tab.close();
  return { ...seen, asked: asked.toSorted() };
}

async function look(page: Page): Promise<Pick<Seen, 'texts' | 'pictures'>> {
  await allReady(page);
  const roots = await page.locator('.root').all();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('*')].every((element) =>
      [...(element.shadowRoot?.querySelectorAll('img') ?? [])].every((image) => image.complete),
    ),
  );
  // What there is to choose from is loaded after the offers, so that `ready` does not wait for it.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('hasoffers-offer-list')].every((list) =>
      [...(list.shadowRoot?.querySelectorAll<HTMLSelectElement>('[part=filter] select') ?? [])].every(
        (select) => select.options.length > 1,
      ),
    ),
  );
  const texts = await page.locator('.root').allInnerTexts();
  const pictures: Buffer[] = [];
  for (const root of roots) pictures.push(await root.screenshot({ animations: 'disabled' }));
  return { texts, pictures };
}

describe.skipIf(!hasEngines)('on a page with', () => {
  let plain: Seen;

  beforeAll(async () => {
    plain = await see({});
    expect(plain.texts.join()).toContain('Mara Okafor');
    expect(plain.asked.length).toBe(5);
    expect(plain.consoleErrors).toEqual([]);
    asked = [];
  });

  const expectSame = async (hostileCode: HostileCode) => {
    const seen = await see(hostileCode);
    expect(seen.consoleErrors).toEqual([]);
    expect(seen.asked).toEqual(plain.asked);
    expect(seen.texts).toEqual(plain.texts);
    const differences = seen.pictures.map((picture, index) =>
      differingPoints(picture, plain.pictures[index] as Buffer),
    );
    expect(await Promise.all(differences)).toEqual([0, 0, 0]);
  };

  it.each(Object.keys(libraries))('%s, requests and pictures are the same', async (name) => {
    await expectSame(libraries[name]?.() as HostileCode);
  });
  it.each(Object.entries(scripts))('%s, requests and pictures are the same', async (_, hostileCode) => {
    await expectSame(hostileCode);
  });
  it.each(Object.entries(stylesheets))('%s, requests and pictures are the same', async (_, css) => {
    await expectSame({ css });
  });
});
