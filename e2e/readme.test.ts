import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toListener } from '../proxy/adapters/node.js';
import { readConfig } from '../proxy/adapters/node-config.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import { sampleKeys } from '../sample-network/keys.js';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { plainPage } from './site.js';

const harness = useHarness();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hasoffers-guide-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('README', () => {
  it.each(['page', 'start'])('has a snippet that works as it is pasted: %s', async (name) => {
    const snippet = readSnippet(name).replace('https://example.com/', '/');
    const tab = await openTab(harness.browser, harness.site.page('/', plainPage(snippet, '')));
    await allReady(tab.page);
    expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(12);
    expect(
      await tab.page.locator('hasoffers-account-manager').evaluate((element) => element.matches(':state(ready)')),
    ).toBe(true);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('has no snippet under a name that is not there', () => {
    expect(() => readSnippet('no such name')).toThrow('0 ×');
  });
});

describe('the guide', () => {
  it('"Getting started" leads to a page of your own, then in another colour and language', async () => {
    const variables = Object.fromEntries(
      [...readSnippet('sample-proxy').matchAll(/^(\w+)=(\S+)/gm)].map(([, name, value = '']) => [
        name,
        value.replaceAll("'", ''),
      ]),
    );
    const { options } = await readConfig({ ...variables, HASOFFERS_UPSTREAM: harness.network.url }, () => {});
    const server = createServer(toListener(createProxy({ ...options, log: () => {} })));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    for (const file of ['hasoffers-widgets.js', 'locales/de.js']) cpSync(`dist/${file}`, join(folder, 'dist', file));
    const ownPage = readSnippet('own-page').replace('http://127.0.0.1:8787/', proxy);
    const openPage = async (html: string) => {
      writeFileSync(join(folder, 'my-page.html'), html);
      const tab = await openTab(harness.browser, pathToFileURL(join(folder, 'my-page.html')).href);
      await allReady(tab.page);
      expect(tab.consoleErrors).toEqual([]);
      return tab;
    };

    const plain = await openPage(ownPage);
    expect(await plain.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(6);
    await plain.close();

    const head = readSnippet('own-accent') + readSnippet('own-language');
    const changed = await openPage(ownPage.replace('lang="en"', 'lang="de"').replace('</head>', `${head}</head>`));
    const link = changed.page.locator('hasoffers-offer-list [part~=link]').first();
    expect(await link.innerText()).toContain('Zum Angebot');
    expect(await link.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(10, 125, 79)');
    await changed.close();
    server.closeAllConnections();
    server.close();
  });

  it('"Frameworks" tells how to learn of a first load that is over', async () => {
    const tab = await openTab(
      harness.browser,
      harness.site.page('/', plainPage('<hasoffers-offer-list></hasoffers-offer-list>')),
    );
    const said = tab.page.waitForEvent('console', (message) => message.type() === 'log');
    await tab.page.addScriptTag({ type: 'module', content: readSnippet('ready') });
    expect((await said).text()).toBe('ready');
    await tab.close();
  });

  it('"Run the proxy" has a proxy of a few lines that works', async () => {
    const code = readSnippet('smallest-proxy')
      .replace(/https:.*\.api\.hasoffers\.com/, `${harness.network.url}/network/sample`)
      .replace('listen(8787)', "listen(0, '127.0.0.1', function () { console.log(this.address().port) })");
    writeFileSync(join(folder, 'proxy.mjs'), code);
    const program = spawn(process.execPath, ['proxy.mjs'], {
      cwd: folder,
      env: { HASOFFERS_API_KEY: sampleKeys.active },
    });
    const [port] = await once(program.stdout, 'data');
    const url = `http://127.0.0.1:${Number(String(port))}/?Target=Affiliate_Affiliate&Method=getAccountManager`;
    const { response } = (await (await fetch(url)).json()) as { response: { status: number } };
    expect(response.status).toBe(1);
    program.kill();
  });
});
