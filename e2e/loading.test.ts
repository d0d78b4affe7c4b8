import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { allReady, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage, script } from './site.js';

const element = '<hasoffers-account-manager loading="eager">Please enable scripts.</hasoffers-account-manager>';
const attributes = 'src="/hasoffers-widgets.js" data-endpoint="/hasoffers"';

const harness = useHarness();

async function shownBy(html: string) {
  const tab = await openTab(harness.browser, harness.site.page('/', html));
  await allReady(tab.page);
  const text = await textOf(tab.page, 'hasoffers-account-manager');
  await tab.close();
  return { text, consoleErrors: tab.consoleErrors };
}

describe('the script', () => {
  it('is one classic file for any page: nothing of Node in it, and ASCII alone', async () => {
    const code = await readFile(script, 'utf8');
    expect(code).not.toMatch(/process\.env|\bimport\s*\(|\bexport\s/);
    expect(code).not.toMatch(/[\u0080-\uffff]/);
    const files = await readdir(dirname(script));
    expect(files.filter((name) => name.endsWith('.css'))).toEqual([]);
    expect(files).toContain('hasoffers-widgets.js.map');
  });
});

describe('the script works', () => {
  it.each([
    ['deferred', plainPage(element, `<script ${attributes} defer></script>`)],
    ['async', plainPage(element, `<script ${attributes} async></script>`)],
    ['as a module', plainPage(element, `<script ${attributes} type="module"></script>`)],
    ['in the head, before the elements', plainPage(element, `<script ${attributes}></script>`)],
    ['at the end of the body', plainPage(`${element}<script ${attributes}></script>`, '')],
    [
      'injected later',
      plainPage(
        `${element}<script>setTimeout(() => { const s = document.createElement('script'); s.src = '/hasoffers-widgets.js'; s.dataset.endpoint = '/hasoffers'; document.head.append(s) }, 50)</script>`,
        '',
      ),
    ],
    [
      'with the endpoint set later by configure()',
      plainPage(
        `${element}<script>HasOffersWidgets.configure({ endpoint: '/hasoffers' })</script>`,
        '<script src="/hasoffers-widgets.js"></script>',
      ),
    ],
    [
      'beside an AMD loader',
      plainPage(
        element,
        `<script>window.define = () => { throw new Error('called') }; window.define.amd = {}</script><script ${attributes}></script>`,
      ),
    ],
    [
      'beside an old Prototype.js and MooTools',
      plainPage(
        element,
        `<script>Array.prototype.toJSON = function () { return 'broken' }; Array.prototype.each = Object.prototype.extend = function () {}; window.fetch = ((native) => function (url, init) { if (typeof url !== 'string') throw new Error('not a string'); return native.call(window, url, init) })(fetch)</script><script ${attributes}></script>`,
      ),
    ],
  ])('%s', async (_, html) => {
    const { text, consoleErrors } = await shownBy(html);
    expect(text).toContain('Mara Okafor');
    expect(text).not.toContain('enable scripts');
    expect(consoleErrors.filter((each) => !each.includes('No endpoint'))).toEqual([]);
  });

  it('loaded three times, without a word', async () => {
    const tag = `<script ${attributes} defer></script>`;
    const { text, consoleErrors } = await shownBy(plainPage(element, tag + tag + tag));
    expect(text).toContain('Mara Okafor');
    expect(consoleErrors).toEqual([]);
  });

  it('in several versions, with one warning for each other version that names both', async () => {
    const code = await readFile(script, 'utf8');
    for (const version of ['7.0.0', '8.0.0']) {
      harness.site.route(`/${version}.js`, (_, response) => {
        const other = code.replaceAll(`"${packageJson.version}"`, `"${version}"`);
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(other);
      });
    }
    const own = `<script ${attributes} defer></script>`;
    const other = (version: string) => `<script src="/${version}.js" defer></script>`;
    const tags = own + other('7.0.0') + own + other('7.0.0') + other('8.0.0');
    const { text, consoleErrors } = await shownBy(plainPage(element, tags));
    expect(text).toContain('Mara Okafor');
    expect(consoleErrors).toHaveLength(2);
    expect(consoleErrors[0]).toContain(`7.0.0 is ignored, ${packageJson.version} came first`);
    expect(consoleErrors[1]).toContain(`8.0.0 is ignored, ${packageJson.version} came first`);
  });

  it('under a strict policy, with Trusted Types', async () => {
    const policy = `default-src 'none'; script-src 'nonce-r4nd0m'; style-src 'self'; connect-src 'self'; img-src http://127.0.0.1:*; require-trusted-types-for 'script'`;
    const url = harness.site.page('/strict', {
      html: plainPage(
        `${element}<hasoffers-offer-list loading="eager"></hasoffers-offer-list>`,
        `<script ${attributes} nonce="r4nd0m" defer></script>`,
      ).replace(/<style>.*<\/style>/, ''),
      headers: { 'content-security-policy': policy },
    });
    const tab = await openTab(harness.browser, url);
    await allReady(tab.page);
    expect(await textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    await tab.page.waitForLoadState('networkidle');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('shows its fallback where scripts do not run', async () => {
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(element)), {
      javaScriptEnabled: false,
    });
    expect(await tab.page.locator('hasoffers-account-manager').innerText()).toBe('Please enable scripts.');
    await tab.close();
  });

  it('logs on a local page what is wrong, once for all elements', async () => {
    const tab = await openTab(
      harness.browser,
      harness.site.page('/', plainPage(element.repeat(3), '<script src="/hasoffers-widgets.js"></script>')),
    );
    await allReady(tab.page);
    expect(tab.consoleErrors).toHaveLength(1);
    expect(tab.consoleErrors[0]).toMatch(/config: No endpoint.*data-endpoint/);
    await tab.close();
  });
});
