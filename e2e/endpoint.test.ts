import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { allReady, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage } from './site.js';

/** Which of a page's script tags sets the endpoint. */

const harness = useHarness();

const element = '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>';
/** The tag of another vendor, who uses the same attribute. */
const stranger = '<script src="/_vercel/insights/script.js" data-endpoint="/_vercel/insights"></script>';
const src = 'src="/hasoffers-widgets.js"';
const right = 'data-endpoint="/hasoffers"';
const bundled = '<script type="module" src="/assets/app.js"></script>';
/** A tag that is inserted long after the elements. */
const injected = (...attributes: readonly (readonly [string, string])[]) => `<script>addEventListener('load', () => {
  const tag = document.createElement('script');
  for (const [name, value] of ${JSON.stringify(attributes)}) tag.setAttribute(name, value);
  document.head.append(tag);
})</script>`;

beforeAll(() => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  // As an application's bundler does: nothing in the file name is ours.
  const { outputFiles } = buildSync({
    stdin: { contents: "import './dist/module/index.js';", resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const files = {
    '/assets/app.js': outputFiles[0]?.text ?? '',
    '/_vercel/insights/script.js': '',
    '/hasoffers-late.js': '',
    '/late.js': '',
  };
  for (const [path, code] of Object.entries(files)) {
    harness.site.route(path, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    });
  }
});

const open = (head: string, end = '') =>
  openTab(harness.browser, harness.site.page('/', plainPage(element + end, head)));
const asked = (from: number) => harness.site.requests.slice(from).filter((path) => path.includes('Target='));

describe('requests go to the right endpoint, and to no other', () => {
  it.each([
    ["beside another vendor's tag, as a module", `${stranger}<script ${src} ${right} type="module"></script>`, ''],
    [
      "beside another vendor's tag, bundled",
      `${stranger}${bundled}`,
      `<script src="/hasoffers-late.js" ${right}></script>`,
    ],
    [
      'when our own attribute is on the tag of a bundle',
      `${stranger}<script type="module" src="/assets/app.js" data-hasoffers-endpoint="/hasoffers"></script>`,
      '',
    ],
    [
      'when a tag without the attribute comes before one with it',
      `${stranger}<script ${src}></script>`,
      `<script ${src} ${right}></script>`,
    ],
    [
      'when a tag with an empty attribute comes before one with a URL',
      `${stranger}<script ${src} data-endpoint=""></script>`,
      `<script ${src} ${right}></script>`,
    ],
    [
      'when our own attribute is empty and the other one is not',
      `<script ${src} data-hasoffers-endpoint="" ${right} type="module"></script>`,
      '',
    ],
    [
      'when a tag by our file name is injected later',
      `${stranger}<script ${src}></script>${injected(['src', '/hasoffers-late.js'], ['data-endpoint', '/hasoffers'])}`,
      '',
    ],
    [
      'when a tag with our own attribute is injected later',
      `${stranger}${bundled}${injected(['src', '/late.js'], ['data-hasoffers-endpoint', '/hasoffers'])}`,
      '',
    ],
    [
      'when an inline tag with our own attribute is injected later',
      `${stranger}<script ${src} type="module"></script>${injected(['data-hasoffers-endpoint', '/hasoffers'])}`,
      '',
    ],
    [
      'when the page assigns the settings before the script',
      `${stranger}<script>window.HasOffersWidgets = { endpoint: '/hasoffers' }</script><script ${src}></script>`,
      '',
    ],
    [
      'when the page assigns the settings after the script',
      `${stranger}<script ${src}></script>`,
      "<script>window.HasOffersWidgets = { endpoint: '/hasoffers' }</script>",
    ],
    [
      'when the page declares the settings before the script',
      `<script>var HasOffersWidgets = { endpoint: '/hasoffers' }</script><script ${src}></script>`,
      '',
    ],
    [
      'when the page declares the settings after the script',
      `${stranger}<script ${src}></script>`,
      "<script>var HasOffersWidgets = { endpoint: '/hasoffers' }</script>",
    ],
    [
      'when the page keeps what it finds and assigns a copy',
      `<script ${src}></script>`,
      "<script>window.HasOffersWidgets = { ...window.HasOffersWidgets, endpoint: '/hasoffers' }</script>",
    ],
  ])('%s', async (_, head, end) => {
    const from = harness.site.requests.length;
    const tab = await open(head, end);
    await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    const { version, configure } = await tab.page.evaluate(() => ({
      version: typeof window.HasOffersWidgets?.version,
      configure: typeof window.HasOffersWidgets?.configure,
    }));
    expect([version, configure]).toEqual(['string', 'function']);
    expect(asked(from)).not.toEqual([]);
    expect(asked(from).filter((path) => !path.startsWith('/hasoffers?'))).toEqual([]);
    expect(tab.consoleErrors.filter((each) => !each.includes('No endpoint'))).toEqual([]);
    await tab.close();
  });
});

describe('no request is sent without an endpoint of ours', () => {
  it.each([
    ['bundled', bundled],
    ["bundled, beside another vendor's tag", stranger + bundled],
    ["as a module, beside another vendor's tag", `${stranger}<script ${src} type="module"></script>`],
    ["as a plain script, beside another vendor's tag", `${stranger}<script ${src}></script>`],
    [
      "deferred, with another vendor's tag injected later",
      `<script ${src} defer></script>${injected(['src', '/late.js'], ['data-endpoint', '/_vercel/insights'])}`,
    ],
    [
      'beside a tag whose address only mentions us',
      `<script src="/late.js?for=hasoffers-widgets.js" data-endpoint="/elsewhere"></script>${bundled}`,
    ],
    [
      'beside an inline tag with an attribute of another vendor',
      `<script data-endpoint="/elsewhere">void 0</script>${bundled}`,
    ],
  ])('%s', async (_, head) => {
    const from = harness.site.requests.length;
    const tab = await open(head);
    await allReady(tab.page);
    await tab.page.waitForLoadState('networkidle');
    expect(await tab.page.locator('hasoffers-account-manager').evaluate((each) => Object(each).state)).toBe('error');
    expect(asked(from)).toEqual([]);
    await tab.close();
  });
});
