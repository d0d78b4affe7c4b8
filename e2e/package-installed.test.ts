import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../cli/check.js';
import packageJson from '../package.json' with { type: 'json' };
import { type Running, runProgram } from '../proxy/fixtures/programs.js';
import { sampleKeys } from '../sample-network/keys.js';
import { allReady, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { hasFrameworks, linkFramework, makeFolder, pack, removeProjects, root } from './project.js';

/** An empty folder outside of the checkout, with nothing but the packed package, installed by npm. */
let folder: string;
const harness = useHarness();
const running: Running[] = [];
const npx = ['npx', '--no', 'hasoffers-widgets'];

beforeAll(() => {
  folder = makeFolder();
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, pack()], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}, 180_000);
afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.stop()));
});
afterAll(removeProjects);

async function start(words: readonly string[], variables: Readonly<Record<string, string>>): Promise<Running> {
  const program = await runProgram(words, variables, folder);
  running.push(program);
  return program;
}

/** Beside this process, not in its place: the sample network of the harness has to respond meanwhile. */
function run(words: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const [command = '', ...options] = words;
  const { PATH, HOME } = process.env;
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = execFile(command, options, { cwd: folder, env: { PATH, HOME, ...variables } }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}

const managerQuery = '?Target=Affiliate_Affiliate&Method=getAccountManager';
const readData = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  const envelope = (await response.json()) as { response: { data: unknown } };
  return [response.status, envelope.response.data] as const;
};

describe('in an empty folder', { timeout: 60_000 }, () => {
  it('init writes a page that shows the sample network at once, and another account by two variables', async () => {
    const init = await run([...npx, 'init']);
    expect([init.code, init.err]).toEqual([0, '']);
    const upstream = await start([...npx, 'sample-network'], {});
    const variables = { HASOFFERS_UPSTREAM: upstream.url };
    const server = await start([process.execPath, 'proxy.mjs'], variables);
    const tab = await openTab(harness.browser, `${server.url}/`);
    await allReady(tab.page);
    expect(await tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(12);
    expect(await tab.page.locator('hasoffers-account-manager [part~=name]').innerText()).toBe('Mara Okafor');
    expect(tab.consoleErrors.filter((text) => !text.includes('404'))).toEqual([]);
    await tab.close();

    const env = readFileSync(join(folder, '.env.example'), 'utf8')
      .replace('NETWORK_ID=', 'NETWORK_ID=sample')
      .replace('API_KEY=', `API_KEY=${sampleKeys.noManager}`);
    writeFileSync(join(folder, '.env'), env);
    const own = await start([process.execPath, 'proxy.mjs'], variables);
    expect(await readData(`${own.url}/hasoffers${managerQuery}`)).toEqual([200, false]);
    rmSync(join(folder, '.env'));
  });

  it('proxy, token and check work together', async () => {
    const account = { HASOFFERS_NETWORK_ID: 'sample', HASOFFERS_API_KEY: sampleKeys.active };
    const secret = { HASOFFERS_TOKEN_SECRET: 'a secret of thirty-two bytes or more' };
    const upstream = { HASOFFERS_UPSTREAM: harness.network.url, HASOFFERS_ALLOWED_ORIGINS: 'https://a.example' };
    const proxy = await start([...npx, 'proxy'], { ...account, ...secret, ...upstream });
    expect(await readData(`${proxy.url}/${managerQuery}`)).toEqual([200, expect.objectContaining({})]);

    const options = ['--subject', 'member-42', '--scopes', 'payments'];
    const token = await run([...npx, 'token', ...options], { ...account, ...secret });
    expect([token.code, token.err]).toEqual([0, '']);
    const balance = `${proxy.url}/?Target=Affiliate_AffiliateBilling&Method=getAccountBalance`;
    expect((await fetch(balance)).status).toBe(401);
    expect((await fetch(balance, { headers: { authorization: `Bearer ${token.out.trim()}` } })).status).toBe(200);

    const check = await run([...npx, 'check', `${proxy.url}/`, '--origin', 'https://a.example', '--json']);
    const { requests, findings } = JSON.parse(check.out) as Report;
    expect(requests).toBeGreaterThan(5);
    // How long things take is not for a test to say.
    expect(findings.filter((finding) => finding.level === 'problem' && finding.check !== 'time')).toEqual([]);
  });

  it('the proxy says which package Redis needs, and that is all it lacks', async () => {
    const account = { HASOFFERS_NETWORK_ID: 'sample', HASOFFERS_API_KEY: sampleKeys.active };
    const { code, err } = await run([...npx, 'proxy'], { ...account, HASOFFERS_REDIS_URL: 'redis://127.0.0.1:1' });
    expect([code, err]).toEqual([1, expect.stringContaining('npm install ioredis')]);
    expect(readdirSync(join(folder, 'node_modules'))).not.toContain('ioredis');
  });
});

const customElements = readFileSync(join(root, 'dist/custom-elements.json'), 'utf8');

/** The tags of the elements that have a module of their own. */
const elements = Object.keys(packageJson.exports)
  .map((entry) => `hasoffers-${entry.slice(2)}`)
  .filter((tag) => customElements.includes(`"${tag}"`));

const application = `
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'hasoffers-widgets/offer-list';

const Counter = () => h('p', { id: 'preact' }, useState('Preact')[0]);
render(h(Counter, null), document.querySelector('#own'));
createRoot(document.querySelector('#app')).render(
  createElement('hasoffers-offer-list', { endpoint: '/hasoffers', 'page-size': '3', lang: 'en' }),
);
`;

describe.skipIf(!hasFrameworks)('an application of Vite and React that has Preact itself', () => {
  it('imports one element, and has Preact once', { timeout: 60_000 }, async () => {
    linkFramework('react19', join(folder, 'node_modules'));
    writeFileSync(join(folder, 'main.js'), application);
    const { output } = (await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: { write: false, modulePreload: false, rolldownOptions: { input: join(folder, 'main.js') } },
    })) as Rolldown.RolldownOutput;
    const chunks = output.filter((file) => file.type === 'chunk');
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds).map((id) => id.replaceAll('\\', '/'));
    for (const name of ['preact/dist/preact', 'preact/hooks/dist/hooks', '@preact/signals-core/dist/signals-core']) {
      expect([name, modules.filter((id) => id.includes(`/node_modules/${name}`)).length]).toEqual([name, 1]);
    }
    const [code = ''] = chunks.map((chunk) => chunk.code);
    const imported = elements.filter((tag) => new RegExp(`["'\`]${tag}["'\`]`).test(code));
    expect(elements.length).toBeGreaterThan(4);
    expect(imported).toEqual(['hasoffers-offer-list']);

    harness.site.route('/main.js', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    });
    const page = '<title>App</title><p id="own"></p><div id="app"></div><script type="module" src="/main.js"></script>';
    const tab = await openTab(harness.browser, harness.site.page('/', `<!doctype html><html lang="en">${page}`));
    await expect.poll(() => tab.page.locator('hasoffers-offer-list [part~=offer]').count()).toBe(3);
    expect(await tab.page.locator('#preact').innerText()).toBe('Preact');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});
