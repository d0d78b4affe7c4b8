import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { openTab, textOf } from './browser.js';
import { code, usePlayground } from './playground-harness.js';
import { hasFrameworks, makeProject, removeProjects } from './project.js';

const own = usePlayground();
afterAll(removeProjects);

describe.skipIf(!hasFrameworks).each([
  [
    'React',
    'react19',
    'jsx',
    "import { createRoot } from 'react-dom/client'; import { createElement } from 'react'; createRoot(document.querySelector('#app')).render(createElement(Offered));",
  ],
  ['Vue', 'vue', 'vue', "import { createApp } from 'vue'; createApp(Offered).mount('#app');"],
] as const)('the snippet for %s', (title, framework, extension, mount) => {
  it('runs in an app that is built with it', { timeout: 120_000 }, async () => {
    const page = await own.open(
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
    own.site.route('/main.js', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(folder, 'out/main.js')));
    });
    const tab = await openTab(
      own.browser,
      own.site.page(
        '/app',
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>App</title></head><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>',
      ),
    );
    const offers = tab.page.locator('hasoffers-offer-list [part~=offer]');
    await expect.poll(() => offers.count()).toBe(2);
    expect(await textOf(tab.page, 'hasoffers-offer-list')).toContain('Zum Angebot');
    expect(await tab.page.locator('hasoffers-offer-list').getAttribute('aff-sub')).toBe('a&"b');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
    await page.close();
  });
});
