import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { allReady, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { plainPage } from './site.js';

const harness = useHarness();

beforeAll(async () => {
  for (const language of ['de', 'fr', 'ar', 'pt-BR', 'zh-CN']) {
    const file = fileURLToPath(new URL(`../dist/locales/${language}.js`, import.meta.url));
    const code = await readFile(file);
    harness.site.route(`/locales/${language}.js`, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    });
  }
});

const main = '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers"></script>';
const pack = (language: string) => `<script src="/locales/${language}.js"></script>`;
const list = '<hasoffers-offer-list loading="eager" ids="1004,1010" search></hasoffers-offer-list>';

async function open(head: string, body: string, lang: string, options: BrowserContextOptions = {}) {
  const html = plainPage(body, head).replace('lang="en"', lang && `lang="${lang}"`);
  const tab = await openTab(harness.browser, harness.site.page('/', html), options);
  await allReady(tab.page);
  return tab;
}

const placeholder = (page: Page, nth = 0) =>
  page.locator('hasoffers-offer-list').nth(nth).getByRole('searchbox').getAttribute('placeholder');
const english = 'Search offers';
const german = 'Angebote suchen';

describe('a language pack', () => {
  it.each([
    ['before the main script', pack('de') + main],
    ['after it', main + pack('de')],
    ['deferred, as the main script', `${main}${pack('de')}`.replaceAll('<script', '<script defer')],
    ['twice', pack('de') + main + pack('de')],
    ['beside others, before and after', pack('fr') + pack('de') + main + pack('ar')],
  ])('works %s', async (_, head) => {
    const { page, consoleErrors, close } = await open(head, list, 'de');
    expect(await placeholder(page)).toBe(german);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('works when it comes long after the elements', async () => {
    const { page, close } = await open(main, list, 'de');
    expect(await placeholder(page)).toBe(english);
    await page.addScriptTag({ url: '/locales/de.js' });
    await expect.poll(() => placeholder(page)).toBe(german);
    await close();
  });

  it('speaks to all who read that language in that script, and to nobody else', async () => {
    const languages = ['de-AT', 'pt-PT', 'zh-SG', 'zh-TW', 'zh-Hans-HK', 'ar-EG', 'sv', 'english'];
    const { page, close } = await open(
      ['de', 'pt-BR', 'zh-CN', 'ar'].map(pack).join('') + main,
      languages.map((lang) => list.replace(' loading', ` lang="${lang}" loading`)).join(''),
      'en',
    );
    expect(await Promise.all(languages.map((_, nth) => placeholder(page, nth)))).toEqual([
      german,
      'Buscar ofertas',
      '搜索优惠',
      english,
      '搜索优惠',
      'البحث في العروض',
      english,
      english,
    ]);
    await close();
  });

  it('speaks the browser’s language on a page that has none', async () => {
    const { page, close } = await open(main + pack('fr'), list, '', { locale: 'fr-CA' });
    expect(await placeholder(page)).toBe('Rechercher une offre');
    await close();
  });

  it('gives way to what the page says itself, in every language', async () => {
    const own = "<script>HasOffersWidgets.configure({ messages: { search: 'Stöbern' } })</script>";
    for (const head of [main + own + pack('de'), pack('de') + main + own]) {
      const { page, close } = await open(head, list, 'de');
      expect(await placeholder(page)).toBe('Stöbern');
      expect(await textOf(page, 'hasoffers-offer-list')).toContain('Zum Angebot');
      await close();
    }
  });

  it('takes a page’s own language', async () => {
    const own = "<script>HasOffersWidgets.configure({ locales: { sv: { search: 'Sök erbjudanden' } } })</script>";
    const { page, close } = await open(main + own, list, 'sv-FI');
    expect(await placeholder(page)).toBe('Sök erbjudanden');
    expect(await textOf(page, 'hasoffers-offer-list')).toContain('View offer');
    await close();
  });
});

describe('the language', () => {
  const directionOf = (page: Page) =>
    page
      .locator('hasoffers-offer-list [part~=link]')
      .first()
      .evaluate((node) => getComputedStyle(node).direction);

  it.each([
    [
      'its own',
      (page: Page, lang: string) =>
        page.locator('hasoffers-offer-list').evaluate((node, to) => node.setAttribute('lang', to), lang),
    ],
    [
      'an ancestor’s',
      (page: Page, lang: string) => page.locator('main').evaluate((node, to) => node.setAttribute('lang', to), lang),
    ],
    [
      'the page’s',
      (page: Page, lang: string) => page.locator('html').evaluate((node, to) => node.setAttribute('lang', to), lang),
    ],
  ])('is followed when it changes: %s', async (_, setLanguage) => {
    const { page, close } = await open(pack('de') + pack('ar') + main, list, 'de');
    const calls = harness.network.calls.length;
    expect([await placeholder(page), await directionOf(page)]).toEqual([german, 'ltr']);
    await setLanguage(page, 'ar');
    await expect.poll(() => placeholder(page)).toBe('البحث في العروض');
    expect(await directionOf(page)).toBe('rtl');
    await setLanguage(page, 'en');
    await expect.poll(() => placeholder(page)).toBe(english);
    expect(await directionOf(page)).toBe('ltr');
    // None of that may reach the network.
    expect(harness.network.calls.length).toBe(calls);
    await close();
  });

  it('decides how numbers, money, days and countries are written', async () => {
    const day = new Date(Date.now() + 400 * 864e5).toISOString().slice(0, 10);
    harness.network.changeOffer(1004, {
      default_payout: '1234.50000',
      payout_type: 'cpa_flat',
      currency: 'EUR',
      expiration_date: `${day} 23:59:59`,
    });
    const languages = ['de', 'fr', 'ar', 'ar-EG', 'zh-CN', 'pt-BR', 'en-GB'];
    const attributes = 'loading="eager" ids="1004" fields="payout country expiry"';
    const { page, close } = await open(
      ['de', 'pt-BR', 'zh-CN', 'ar', 'fr'].map(pack).join('') + main,
      languages.map((lang) => `<hasoffers-offer-list lang="${lang}" ${attributes}></hasoffers-offer-list>`).join(''),
      'en',
    );
    for (const [nth, lang] of languages.entries()) {
      const words = (part: string) =>
        page.locator('hasoffers-offer-list').nth(nth).locator(`[part~=${part}]`).last().innerText();
      // The browser's own result: its version of Unicode may differ from Node's.
      const expected = await page.evaluate(
        ([language, ends]) => ({
          money: new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(1234.5),
          day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(ends)),
          country: new Intl.DisplayNames(language, { type: 'region' }).of('GB'),
          range: `${(1).toLocaleString(language)}–${(1).toLocaleString(language)}`,
        }),
        [lang, day] as const,
      );
      expect(await words('payout')).toContain(expected.money);
      expect(await words('badge')).toContain(expected.day);
      expect(await words('meta')).toBe(expected.country);
      expect(await words('count')).toContain(expected.range);
    }
    await close();
  });

  it('decides the plural of what was found', async () => {
    const { page, close } = await open(
      pack('ar') + main,
      '<hasoffers-offer-list loading="eager" search page-size="100"></hasoffers-offer-list>',
      'ar',
    );
    const said = page.locator('hasoffers-offer-list [role=status]');
    for (const [word, sentence] of [
      ['Fern & Clay', 'عرض واحد'],
      ['Fern', 'عرضان'],
    ] as const) {
      await page.getByRole('searchbox').fill(word);
      await expect.poll(() => said.textContent()).toMatch(new RegExp(`^${sentence}(:|$)`));
    }
    await close();
  });
});

describe('the guide', () => {
  const search = (page: Page) => page.getByRole('searchbox').getAttribute('placeholder');

  it('shows how a page gets another language', async () => {
    const snippet = readSnippet('language').replaceAll('https://example.com/', '/');
    const { page, consoleErrors, close } = await open('', snippet, 'en');
    expect(await search(page)).toBe(german);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('shows how a bundler gets languages', async () => {
    const serve = async (folder: URL, path: string) => {
      for (const name of await readdir(folder, { recursive: true })) {
        if (!/\.m?js$/.test(name)) continue;
        harness.site.route(path + name, async (_, response) => {
          const code = await readFile(new URL(name, folder));
          response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
        });
      }
    };
    await serve(new URL('../dist/module/', import.meta.url), '/module/');
    // The libraries, which an application's bundler takes from its own node_modules.
    const modules = new URL('../node_modules/', import.meta.url);
    const libraries = ['preact', 'preact/hooks', 'preact/jsx-runtime', '@preact/signals', '@preact/signals-core', 'ky'];
    const libraryImports = libraries.map((name) => [
      name,
      import.meta.resolve(name).replace(modules.href, '/library/'),
    ]);
    for (const name of ['preact', '@preact/signals', '@preact/signals-core', 'ky']) {
      await serve(new URL(`${name}/`, modules), `/library/${name}/`);
    }
    // What a bundler finds in package.json.
    const imports = {
      ...Object.fromEntries(libraryImports),
      'hasoffers-widgets': '/module/index.js',
      'hasoffers-widgets/locales/de': '/module/locales/de.js',
      'hasoffers-widgets/locales/pt-BR': '/module/locales/pt-BR.js',
    };
    const head = `<script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">${readSnippet('language-modules')}</script>`;
    const own = list.replace(' loading', ' endpoint="/hasoffers" loading');
    const { page, consoleErrors, close } = await open(head, own, 'pt');
    expect(await search(page)).toBe('Buscar ofertas');
    await page.locator('html').evaluate((node) => node.setAttribute('lang', 'de'));
    await expect.poll(() => search(page)).toBe(german);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('shows how messages are replaced and a language is added', async () => {
    const snippet = `<script>${readSnippet('sentences')}</script>`;
    const { page, close } = await open(
      main + pack('de') + snippet,
      list.replace(' search', ' search page-size="1"'),
      'sv',
    );
    const text = () => textOf(page, 'hasoffers-offer-list');
    expect(await search(page)).toBe('Sök erbjudanden');
    expect(await text()).toContain('Go to the shop');
    expect(await text()).toContain('1–1 av 2');
    await page.locator('html').evaluate((node) => node.setAttribute('lang', 'de'));
    await expect.poll(() => search(page)).toBe(german);
    expect(await text()).toContain('Go to the shop');
    await close();
  });
});
