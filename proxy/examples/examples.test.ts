import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { plain, site } from '../fixtures/attacks.js';
import { createRecorder, type Recorder } from '../fixtures/leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from '../fixtures/origin.js';
import { makeProject } from '../fixtures/package.js';
import { hasRuntimes, programs, type Running, runProgram, runWorker } from '../fixtures/programs.js';
import { send } from '../fixtures/proxy.js';

// Each starts programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let project: string;
let origin: TestOrigin;
let recorder: Recorder;
let running: Running | undefined;
let variables: Record<string, string>;

beforeAll(async () => {
  project = await makeProject();
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

beforeEach(async () => {
  origin = await startTestOrigin();
  recorder = createRecorder();
  variables = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: testKey, HASOFFERS_UPSTREAM: origin.url };
});

afterEach(async () => {
  await running?.stop();
  recorder.texts.push(running?.output() ?? '');
  running = undefined;
  await origin.close();
  recorder.expectNoKey();
});

/** The endpoint serves from upstream once and then from memory, refuses the key's own method, and reports its health. */
async function expectProxy(url: string, path: string): Promise<void> {
  const request = (target: string) => send(url, target).then(recorder.record);
  const first = await request(path + plain.slice(1));
  expect([first.status, first.envelope.data]).toEqual([200, origin.data]);
  const again = await request(path + plain.slice(1));
  expect([again.status, again.text, again.headers.get('x-cache')]).toEqual([200, first.text, 'HIT']);
  const secret = await request(`${path}?Target=Affiliate_ApiKey&Method=getUserApiKey`);
  expect([secret.status, secret.code]).toEqual([403, 'METHOD_NOT_ALLOWED']);
  expect(origin.calls).toHaveLength(1);
  expect(origin.calls[0]?.get('api_key')).toBe(testKey);
  const health = await request(path.replace(/\/?$/, '/health'));
  expect(JSON.parse(health.text)).toMatchObject({ status: 'ok', calls: 1, hits: 1 });
}

describe.skipIf(!hasRuntimes)('an application with pages of its own gets the proxy as a route', () => {
  it.each([
    ['express.mjs', programs.node],
    ['hono.mjs', programs.node],
    ['hono.mjs', programs.bun],
  ])('%s', async (file, program) => {
    running = await runProgram([...program(), file], variables, project);
    expect(await (await send(running.url, '/')).text()).toBe('The pages that you have already');
    await expectProxy(running.url, '/hasoffers');
  });
});

describe.skipIf(!hasRuntimes)('a server of its own', () => {
  it.each([
    ['deno.mjs', programs.deno],
    ['bun.mjs', programs.bun],
    ['deno-deploy/main.mjs', programs.deno],
  ])('%s', async (file, program) => {
    // Deno Deploy chooses where `Deno.serve` listens. This variable of Deno does the same.
    const address = { DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0' };
    const allowed = { HASOFFERS_ALLOWED_ORIGINS: site };
    running = await runProgram([...program(), file], { ...variables, ...allowed, ...address }, project);
    await expectProxy(running.url, '/hasoffers');
  });
});

/** Stands for a platform that calls a function with a `Request`, and for what Netlify gives beside it. */
const platform = `
import { serve } from '@hono/node-server';
const { default: handler } = await import(process.argv[2]);
const context = { ip: '203.0.113.7', waitUntil() {} };
const fetch = (request) => (handler.fetch ?? handler)(request, context);
serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log('http://127.0.0.1:' + port + '/'));
`;

describe.skipIf(!hasRuntimes)('a function that a platform calls', () => {
  it.each([
    ['./vercel/api/hasoffers.mjs', '/api/hasoffers'],
    ['./netlify/netlify/functions/hasoffers.mjs', '/hasoffers'],
  ])('%s', async (file, path) => {
    writeFileSync(join(project, 'platform.mjs'), platform);
    running = await runProgram([...programs.node(), 'platform.mjs', file], variables, project);
    await expectProxy(running.url, path);
  });
});

/** Of `name = "value"` lines, all that the example has. */
function readToml(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value]));
}

describe.skipIf(!hasRuntimes)('the Cloudflare worker', () => {
  it('starts from wrangler.toml, and finds in the Cache API what the previous isolate has fetched', async () => {
    const folder = join(project, 'cloudflare');
    const {
      main = '',
      compatibility_date: compatibilityDate = '',
      ...vars
    } = readToml(readFileSync(join(folder, 'wrangler.toml'), 'utf8'));
    // As wrangler does: the entry and all it imports become one module.
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: { entry: join(folder, main), formats: ['es'], fileName: () => 'out.mjs' },
      },
    });
    const start = () =>
      runWorker({
        script: join(folder, 'out.mjs'),
        folder,
        compatibilityDate,
        variables: { ...vars, HASOFFERS_API_KEY: testKey, HASOFFERS_UPSTREAM: origin.url },
      });
    running = await start();
    await expectProxy(running.url, '/');
    recorder.texts.push(running.output());
    await running.stop();
    running = await start();
    const again = await send(running.url, plain).then(recorder.record);
    expect([again.status, again.envelope.data, again.headers.get('x-cache')]).toEqual([200, origin.data, 'HIT']);
    expect(origin.calls).toHaveLength(1);
    const allowed = await send(running.url, plain, { headers: { origin: vars.HASOFFERS_ALLOWED_ORIGINS ?? '' } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.your-site.example');
  });
});

describe('the systemd unit', () => {
  it('starts the installed package with the key from a file that only the service sees', async () => {
    const unit = readFileSync(join(project, 'hasoffers-proxy.service'), 'utf8');
    const read = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
    const credentials = join(project, 'credentials');
    mkdirSync(credentials);
    const [credential = ''] = read('LoadCredential').split(':');
    writeFileSync(join(credentials, credential), `${testKey}\n`);
    const [name = '', value = ''] = read('Environment').replace('%d', credentials).split('=');
    const [, ...options] = read('ExecStart').split(' ');
    expect(read('ExecStart')).toMatch(/^\/usr\/bin\/node /);
    const { HASOFFERS_API_KEY: _, ...others } = variables;
    running = await runProgram([process.execPath, ...options], { ...others, [name]: value }, project);
    await expectProxy(running.url, '/');
  });
});
