import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecorder, type Recorded } from '../fixtures/leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from '../fixtures/origin.js';
import { hasPhp, php, phpFolder } from '../fixtures/php.js';
import { expectNoWarning } from '../fixtures/php-proxy.js';
import { makeFolder, type Running, runProgram } from '../fixtures/programs.js';
import { find, send } from '../fixtures/proxy.js';

const folder = makeFolder('php-settings');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A customer's account at a host: the public folder `htdocs` with the uploaded file, and what lies above it. */
describe.skipIf(!hasPhp)('the uploaded file', () => {
  let account: string;
  let site: string;
  let origin: TestOrigin;
  let running: Running;
  let number = 0;
  const recorder = createRecorder();

  beforeEach(async () => {
    number += 1;
    account = join(folder, `account-${number}`);
    site = join(account, 'htdocs');
    mkdirSync(site, { recursive: true });
    copyFileSync(join(phpFolder, 'hasoffers-proxy.php'), join(site, 'hasoffers-proxy.php'));
    origin = await startTestOrigin();
    running = await runProgram([php, '-S', '127.0.0.1:0', '-t', site], {
      TMPDIR: account,
      HASOFFERS_UPSTREAM: origin.url,
    });
  });

  afterEach(async () => {
    await running.stop();
    await origin.close();
    recorder.texts.push(running.output());
    expectNoWarning(running.output());
    recorder.expectNoKey();
  });

  function writeConfig(path: string, more: Readonly<Record<string, string>> = {}): void {
    const settings = { HASOFFERS_NETWORK_ID: 'demo', ...more };
    const lines = Object.entries({ HASOFFERS_API_KEY: testKey, ...settings }).filter(([, value]) => value !== '');
    const list = lines.map(([name, value]) => `  '${name}' => '${value}',\n`);
    writeFileSync(path, `<?php\nreturn [\n${list.join('')}];\n`);
  }

  const request = (target: string, headers: Record<string, string> = {}): Promise<Recorded> =>
    send(running.url, target, { headers }).then(recorder.record);
  const findOffers = (): Promise<Recorded> => request(`/hasoffers-proxy.php?${find}`);

  async function expectRefused(problem: RegExp): Promise<void> {
    const response = await findOffers();
    expect([response.status, response.code]).toEqual([500, 'INTERNAL_ERROR']);
    expect(origin.calls.length).toBe(0);
    await expect.poll(running.output, { timeout: 10_000 }).toMatch(problem);
    expect(response.text).not.toMatch(problem);
  }

  it.each(['above the public folder', 'beside it'])('finds its settings %s', async (place) => {
    writeConfig(join(place === 'beside it' ? site : account, 'hasoffers-config.php'));
    const response = await findOffers();
    expect([response.status, response.envelope.data]).toEqual([200, origin.data]);
    expect((await request(`/hasoffers-proxy.php/health`)).text).toContain('"status":"ok"');
    expect((await request(`/hasoffers-proxy.php/other?${find}`)).status).toBe(404);
    // A page of the same site may read it, one of another site may not.
    const host = new URL(running.url).host;
    expect((await request(`/hasoffers-proxy.php?${find}`, { origin: `https://${host}` })).status).toBe(200);
    expect((await request(`/hasoffers-proxy.php?${find}`, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('takes the settings as the guide has them', async () => {
    const guide = readFileSync(new URL('../../docs/php.md', import.meta.url), 'utf8');
    const [, example = ''] = /```php\n( *<\?php\n *return.*?)```/s.exec(guide) ?? [];
    writeFileSync(join(account, 'hasoffers-config.php'), example.replace(/^ {3}/gm, ''));
    expect((await findOffers()).status).toBe(200);
    expect(origin.calls.map((call) => [call.get('NetworkId'), call.get('api_key')])).toEqual([
      ['yournetwork', 'your-api-key'],
    ]);
  });

  it('the settings send nothing when they are requested themselves', async () => {
    writeConfig(join(site, 'hasoffers-config.php'));
    const response = await send(running.url, '/hasoffers-config.php');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each(['hasoffers-config.php.bak', 'hasoffers-config.php~', '.hasoffers-config.php.swp', 'hasoffers-config.txt'])(
    'refuses to answer while a copy of the settings is public: %s',
    async (name) => {
      writeConfig(join(site, 'hasoffers-config.php'));
      writeFileSync(join(site, name), 'a copy');
      await expectRefused(/A copy of the file with the settings lies beside it/);
    },
  );

  it('refuses a key file in the public folder', async () => {
    writeFileSync(join(site, 'key'), testKey);
    writeConfig(join(account, 'hasoffers-config.php'), {
      HASOFFERS_API_KEY: '',
      HASOFFERS_API_KEY_FILE: `${site}/key`,
    });
    await expectRefused(/HASOFFERS_API_KEY_FILE names a file that the web server would send to anybody/);
  });

  it('refuses a storage in the public folder, also one that is not there yet', async () => {
    writeConfig(join(account, 'hasoffers-config.php'), { HASOFFERS_STORAGE: `${site}/../htdocs/cache/here` });
    await expectRefused(/HASOFFERS_STORAGE names a folder that the web server serves files from/);
  });

  it('refuses settings that send text, and ones that are no PHP', async () => {
    writeFileSync(join(account, 'hasoffers-config.php'), 'HASOFFERS_NETWORK_ID=demo');
    await expectRefused(/must be PHP that only returns an array/);
  });

  it.each([
    ['a key without quotes', `'HASOFFERS_API_KEY' => ${testKey},`],
    ['a key without its first quote', `'HASOFFERS_API_KEY' => ${testKey}',`],
    ['a comma that is missing', `'HASOFFERS_API_KEY' => '${testKey}' 'HASOFFERS_ALLOW' => '',`],
  ])('names the line of settings with %s, and nothing that stands there', async (_, line) => {
    writeFileSync(
      join(account, 'hasoffers-config.php'),
      `<?php\nreturn [\n'HASOFFERS_NETWORK_ID' => 'demo',\n${line}\n];\n`,
    );
    await expectRefused(/PHP cannot read the file with the settings, line 4/);
  });

  it('without settings says so in its log', async () => {
    await expectRefused(/HASOFFERS_NETWORK_ID must be your network's id/);
  });

  it('says in a shell what is wrong, never a value', () => {
    const run = (variables: Record<string, string>) =>
      spawnSync(php, [join(site, 'hasoffers-proxy.php')], {
        env: { PATH: process.env.PATH, TMPDIR: account, ...variables },
        encoding: 'utf8',
      });
    const bad = run({
      HASOFFERS_NETWORK_ID: 'de.mo',
      HASOFFERS_API_KEY: 'short',
      HASOFFERS_ALLOWED_ORIGINS: 'https://site.example/',
      HASOFFERS_ALLOW: 'Affiliate_Report::getStats,Affiliate_ApiKey::getUserApiKey,Affiliate_Foo::bar',
      HASOFFERS_CLIENT_LIMIT: 'many',
      HASOFFERS_TOKEN_SECRET: 'too-short-a-secret',
      HASOFFERS_LINK_HOSTS: 'https://shop-7.example',
      HASOFFERS_UPSTREAM: 'ftp://host',
      HASOFFERS_REDIS_URL: 'redis://127.0.0.1',
      HASOFFERS_ALOW: 'x',
    });
    expect(bad.status).toBe(1);
    const about = [...bad.stdout.matchAll(/^- HASOFFERS_(\w+)/gm)].map(([, name]) => name);
    expect(about).toEqual(
      ['NETWORK_ID', 'API_KEY', 'TOKEN_SECRET', 'ALLOWED_ORIGINS', 'ALLOW', 'ALLOW', 'ALLOW', 'LINK_HOSTS'].concat([
        'CLIENT_LIMIT',
        'REDIS_URL',
        'UPSTREAM',
        'ALOW',
      ]),
    );
    expect(bad.stdout).not.toMatch(/short-a|de\.mo|many|shop-7|ftp/);
    const good = run({ HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: testKey });
    expect([good.status, good.stdout]).toEqual([0, 'The settings are complete.\n']);
  });
});
