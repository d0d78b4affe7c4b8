import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright';
import { build, type InlineConfig } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Manifest, readElements } from '../demo/playground/manifest.js';
import { type Demo, startDemo } from '../demo/server.js';
import { dist } from '../demo/site/built-script.js';
import { allReady, launch, openTab, type Tab, textOf } from './browser.js';
import { hasFrameworks, makeProject, removeProjects } from './project.js';
import { type Site, script, startSite } from './site.js';

const manifest: Manifest = JSON.parse(readFileSync(`${dist}/custom-elements.json`, 'utf8'));
const elements = readElements(manifest);

let browser: Browser;
let demo: Demo;
/** A site on another origin. */
let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  [browser, demo, site] = await Promise.all([launch(), startDemo({ port: 0 }), startSite()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await Promise.all([browser?.close(), demo?.close(), site?.close()]);
  removeProjects();
});

/** The playground, once it shows an element with its data. */
async function open(query: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${demo.url}playground.html?${query}`);
  await settled(page);
  return page;
}

const settled = async (page: Page) => {
  const frame = page.frameLocator('.room iframe');
  await frame.locator('#place > :is(:state(ready), :state(empty))').waitFor();
  return frame;
};

const code = (page: Page, format: string, block = 0) =>
  page
    .locator(`[data-format=${format}] code`)
    .nth(block)
    .evaluate((element) => element.textContent ?? '');

/** What the preview shows, and how its first button looks. */
const inPreview = (page: Page) => page.frameLocator('.room iframe').locator('#place > *').evaluate(read);

/** Runs in the page. */
function read(element: Element): { text: string; look: string } {
  // Without the live region: its last message depends on timing.
  const root = element.shadowRoot?.querySelector<HTMLElement>('.content');
  const link = root?.querySelector('[part~=link], a');
  const { color, backgroundColor, borderRadius } = getComputedStyle(link ?? element);
  return { text: root?.innerText ?? '', look: [color, backgroundColor, borderRadius].join(' ') };
}

/** The printed snippet on a page of its own, under exactly the policy that the playground prints. */
async function openSnippet(snippet: string, policy: string, lang = 'en'): Promise<Tab> {
  const url = site.page('/mine', {
    html: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Mine</title></head><body>${snippet}</body></html>`,
    headers: {
      'content-security-policy': `default-src 'none'; ${policy.replaceAll('\n', ' ')} require-trusted-types-for 'script'`,
    },
  });
  return openTab(browser, url);
}

describe('the controls', () => {
  it.each(elements)('set every attribute of $tag, and nothing is missing', async ({ tag, attributes }) => {
    const page = await open(`_element=${tag}&page-size=1`);
    const names = await page
      .locator('[data-attribute]')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.attribute));
    expect(names).toEqual(attributes.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(5);

    const shown = page.frameLocator('.room iframe').locator('#place > *');
    for (const { name, input } of attributes) {
      const control = page.locator(`[data-attribute="${name}"]`);
      if (input.kind === 'flag') await control.getByRole('checkbox', { name }).check();
      else if (input.kind === 'words') await control.getByRole('checkbox').first().click();
      else if (input.kind === 'number') await control.getByRole('spinbutton', { name }).fill('7');
      else if (input.kind === 'choice') {
        const word = input.words.at(-1) ?? '';
        const radio = control.getByRole('radio', { name: word, exact: true });
        if (await radio.count()) await radio.check();
        else await control.getByRole('combobox', { name }).selectOption(word);
      } else await control.getByRole('textbox', { name }).fill(name === 'lang' ? 'de' : '/hasoffers');
      await expect.poll(() => shown.getAttribute(name), { message: name }).not.toBeNull();
    }
    const snippet = await code(page, 'html');
    for (const { name } of attributes) expect(snippet).toMatch(new RegExp(`^ {2}${name}(="[^"]*")?$`, 'm'));
    await page.close();
  });

  it.each(elements)('have a field for every variable of $tag', async ({ tag, tokens }) => {
    const page = await open(`_element=${tag}&page-size=1`);
    await page.getByRole('radio', { name: 'Look' }).check();
    const names = await page
      .locator('[data-token]')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.token));
    expect([...names].sort()).toEqual(tokens.map(({ name }) => name).sort());
    await page.close();
  });

  it('change the preview without ever loading it again', async () => {
    const page = await open('_element=hasoffers-offer-list&page-size=2');
    const frame = page.frameLocator('.room iframe');
    const element = frame.locator('#place > *');
    await element.evaluate((each) => Object.assign(each, { mark: 'same' }));
    await page.getByRole('radio', { name: 'list', exact: true }).check();
    await page.getByRole('radio', { name: 'Dashboard' }).check();
    await page.getByRole('radio', { name: '360' }).check();
    await page.getByLabel('Language').selectOption('ar');
    await page.getByLabel('Text size').selectOption('200');
    await page.getByRole('radio', { name: 'Look' }).check();
    await page.getByRole('button', { name: 'Market' }).click();
    await expect.poll(() => element.getAttribute('layout')).toBe('list');
    expect(await element.evaluate((each) => (each as unknown as { mark: string }).mark)).toBe('same');
    expect(
      await frame
        .locator('html')
        .evaluate((html) => ['lang', 'dir', 'data-host'].map((name) => html.getAttribute(name))),
    ).toEqual(['ar', 'rtl', 'shop']);
    expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(180);
    await page.close();
  });

  it('keep all in the address: back, forth, and again on another day', async () => {
    const page = await open('_element=hasoffers-offer-list&page-size=2');
    await page.getByRole('radio', { name: 'table', exact: true }).check();
    await page.getByRole('textbox', { name: 'aff-sub', exact: true }).pressSequentially('home');
    await page.waitForURL(/aff-sub=home/);
    const html = await code(page, 'html');
    expect(html).toContain('aff-sub="home"');
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('aff-sub'));
    await expect.poll(() => page.getByRole('textbox', { name: 'aff-sub', exact: true }).inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => page.getByRole('radio', { name: 'grid', exact: true }).isChecked()).toBe(true);
    await page.goForward();
    await page.goForward();
    await page.waitForURL(/aff-sub=home/);
    await page.reload();
    await settled(page);
    expect(await code(page, 'html')).toBe(html);
    await page.close();
  });
});

describe('the look', () => {
  it('can be read, in each of the three that are there, on its kind of page', async () => {
    const page = await open('_element=hasoffers-offer-list&page-size=1');
    await page.getByRole('radio', { name: 'Look' }).check();
    const html = page.frameLocator('.room iframe').locator('html');
    for (const [name, host] of [
      ['Paper', 'blog'],
      ['Night', 'dashboard'],
      ['Market', 'shop'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(() => html.getAttribute('data-host')).toBe(host);
      await expect.poll(() => page.locator('.contrasts summary').innerText()).toBe('Contrast: all can be read');
    }
    await page.close();
  });

  it('warns of what can hardly be read, with its ratio', async () => {
    const page = await open(
      '_element=hasoffers-offer-list&page-size=1&_host=blog&--hasoffers-accent=%23ffd54a&--hasoffers-on-accent=white',
    );
    await page.getByRole('radio', { name: 'Look' }).check();
    const buttons = page.locator('.contrasts li', { hasText: 'Text on buttons' });
    await expect.poll(() => buttons.getAttribute('class')).toBe('poor');
    // White on #ffd54a, by the formula of WCAG.
    expect(await buttons.locator('strong').innerText()).toBe('1.41');
    await page.close();
  });
});

const configurations = [
  ['an offer list as it comes', '_element=hasoffers-offer-list&page-size=3', 'en'],
  [
    'a themed table with controls',
    '_element=hasoffers-offer-list&layout=table&page-size=4&search=&filters=category%20country&aff-sub=a%26%22b&--hasoffers-accent=%230a7d4f&--hasoffers-radius=0',
    'en',
  ],
  ['a line of the manager', '_element=hasoffers-account-manager&layout=inline&fields=photo%20email', 'en'],
  [
    'an Arabic list with a font of its own',
    '_element=hasoffers-offer-list&layout=list&page-size=2&disclosure=&_language=ar&--hasoffers-font=Georgia%2C%20serif',
    'ar',
  ],
] as const;

it.each(configurations)('%s is the same on a page of its own', async (_, query, lang) => {
  const page = await open(query);
  // With the choices of its filters, which come after the offers.
  await page.waitForLoadState('networkidle');
  const shown = await inPreview(page);
  await expect.poll(() => code(page, 'policy')).toMatch(query.includes('--') ? /img-src.*\n.*style-src/ : /img-src/);
  const policy = await code(page, 'policy');
  // The preview's page is narrower: text that is cut or hidden for that reason does not count.
  const width = await page.locator('.room').evaluate((room) => room.clientWidth);
  for (const format of ['html', 'wordpress']) {
    if (format === 'wordpress') await page.getByRole('radio', { name: 'WordPress' }).check();
    const tab = await openSnippet(await code(page, format), policy, lang);
    await tab.page.setViewportSize({ width, height: 700 });
    await allReady(tab.page);
    const element = tab.page.locator('hasoffers-offer-list, hasoffers-account-manager');
    await expect.poll(() => element.evaluate(read)).toEqual(shown);
    await tab.page.waitForLoadState('networkidle');
    expect(tab.complaints).toEqual([]);
    await tab.close();
  }
  await page.close();
});

it.each([
  ['statistics as they come', '_element=hasoffers-stats&time-zone=UTC'],
  ['a line of statistics', '_element=hasoffers-stats&layout=inline&time-zone=UTC&--hasoffers-number-size=2em'],
])('%s are the same on a page whose server mints tokens', async (_, query) => {
  // The server's side of the snippet: here the demo's own does it.
  site.route('/widget-token', async (_, response) => {
    const minted = await fetch(`${demo.url}playground/token`, { method: 'POST' });
    response.writeHead(200, { 'content-type': 'text/plain' }).end(await minted.text());
  });
  const page = await open(query);
  const { text } = await inPreview(page);
  expect(text).toMatch(/Payout\s+\$?\d/);
  await expect.poll(() => code(page, 'policy')).toMatch(/script-src .* 'sha256-.*\nconnect-src .* 'self'/);
  const styles = query.includes('--') ? 1 : 0;
  await expect.poll(async () => (await code(page, 'policy')).split("'sha256-").length).toBe(2 + styles);
  const snippet = await code(page, 'html');
  expect(snippet).toContain(`${demo.url}hasoffers-portal.js?v=`);
  const tab = await openSnippet(snippet, await code(page, 'policy'));
  const width = await page.locator('.room').evaluate((room) => room.clientWidth);
  await tab.page.setViewportSize({ width, height: 700 });
  await allReady(tab.page);
  await expect.poll(async () => (await tab.page.locator('hasoffers-stats').evaluate(read)).text).toBe(text);
  expect(tab.complaints).toEqual([]);
  await tab.close();
  await page.close();
});

describe('the hash in a snippet', () => {
  it.each([
    ['lets the script through as it was built', (text: string) => text, 0],
    ['stops a script in which one byte is another', (text: string) => text.replace('offers', 'offerz'), 1],
  ])('%s', async (_, change, complaints) => {
    site.route('/copy.js', (_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' })
        .end(change(readFileSync(script, 'utf8')));
    });
    const page = await open(`_element=hasoffers-account-manager&_script=${encodeURIComponent(`${site.url}/copy.js`)}`);
    const tab = await openSnippet(await code(page, 'html'), await code(page, 'policy'));
    if (complaints === 0) {
      await allReady(tab.page);
      await expect.poll(() => textOf(tab.page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    } else {
      await tab.page.waitForLoadState('networkidle');
      expect(await tab.page.evaluate(() => customElements.get('hasoffers-account-manager') === undefined)).toBe(true);
    }
    expect(tab.complaints.filter((text) => text.includes('integrity'))).toHaveLength(complaints);
    expect(tab.complaints).toHaveLength(complaints);
    await tab.close();
    await page.close();
  });
});

describe.skipIf(!hasFrameworks).each([
  [
    'React',
    'react19',
    'jsx',
    "import { createRoot } from 'react-dom/client'; import { createElement } from 'react'; createRoot(document.querySelector('#app')).render(createElement(Offered));",
  ],
  ['Vue', 'vue', 'vue', "import { createApp } from 'vue'; createApp(Offered).mount('#app');"],
] as const)('the snippet for %s', (title, framework, extension, mount) => {
  it('runs in an app that is built with it', async () => {
    const page = await open(
      '_element=hasoffers-offer-list&page-size=2&layout=list&search=&aff-sub=a%26%22b&_language=de',
    );
    await page.getByRole('radio', { name: title }).check();
    const format = title.toLowerCase();
    const folder = makeProject(framework);
    const file = join(folder, `OfferList.${extension}`);
    writeFileSync(file, await code(page, format));
    if (framework === 'vue') writeFileSync(join(folder, 'vite.config.js'), await code(page, format, 1));
    const component = framework === 'vue' ? 'Offered' : '{ OfferList as Offered }';
    writeFileSync(join(folder, 'main.js'), `import ${component} from './OfferList.${extension}'; ${mount}`);
    const config: InlineConfig =
      framework === 'vue' ? (await import(pathToFileURL(join(folder, 'vite.config.js')).href)).default : {};
    await build({
      ...config,
      configFile: false,
      root: folder,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"development"' },
      build: {
        minify: false,
        rolldownOptions: {
          input: join(folder, 'main.js'),
          output: { dir: join(folder, 'out'), entryFileNames: 'main.js' },
        },
      },
    });
    site.route('/main.js', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(folder, 'out/main.js')));
    });
    const tab = await openTab(
      browser,
      site.page(
        '/app',
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>App</title></head><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>',
      ),
    );
    const offers = tab.page.locator('hasoffers-offer-list [part~=offer]');
    await expect.poll(() => offers.count()).toBe(2);
    expect(await textOf(tab.page, 'hasoffers-offer-list')).toContain('Zum Angebot');
    expect(await tab.page.locator('hasoffers-offer-list').getAttribute('aff-sub')).toBe('a&"b');
    expect(tab.complaints).toEqual([]);
    await tab.close();
    await page.close();
  });
});

it('leads from the first page to a themed snippet on a page of one’s own by clicks alone', async () => {
  const page = await context.newPage();
  await page.goto(demo.url);
  await page.getByRole('link', { name: 'Make your snippet' }).click();
  await settled(page);
  await page.getByRole('radio', { name: 'list', exact: true }).check();
  await page.locator('[data-attribute=search]').getByRole('checkbox').check();
  await page.getByRole('radio', { name: 'Look' }).check();
  await page.getByRole('button', { name: 'Paper' }).click();
  await page
    .locator('[data-format=html]')
    .getByText(/--hasoffers-accent/)
    .waitFor();
  await page.locator('[data-format=html]').getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const tab = await openTab(browser, site.page('/pasted', `<!doctype html><title>Mine</title>${copied}`));
  await allReady(tab.page);
  const list = tab.page.locator('hasoffers-offer-list');
  await expect.poll(() => list.locator('[part~=offer]').count()).toBe(6);
  expect(await list.getByRole('searchbox').count()).toBe(1);
  expect(
    await list
      .locator('[part~=link]')
      .first()
      .evaluate((link) => getComputedStyle(link).backgroundColor),
  ).toBe('rgb(138, 59, 30)');
  expect(tab.complaints).toEqual([]);
  await tab.close();
  await page.close();
});
