import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attackHeaders, attacks, expectRefused, ignoredHeaders, plain, site } from './test-attacks.js';
import { createRecorder } from './test-leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from './test-origin.js';
import { send } from './test-proxy.js';

/**
 * The same requests on workerd, Deno and Bun as on Node (attacks.test.ts). A runtime that is not installed is skipped;
 * `PROXY_RUNTIMES` names another folder whose `node_modules` has miniflare, deno and bun.
 */
const require = createRequire(join(process.env.PROXY_RUNTIMES ?? process.cwd(), 'package.json'));
const folder = mkdtempSync(join(tmpdir(), 'runtimes-'));

interface Running {
  readonly url: string;
  /** All that it has written, its log included. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

interface Runtime {
  readonly package: string;
  readonly start: (variables: Record<string, string>) => Promise<Running>;
}

function findPackage(name: string): string | undefined {
  try {
    return require.resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

function findMain(name: string): string {
  return require.resolve(name);
}

/** One file, as it would be deployed. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['es'], fileName: 'proxy' },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const code = output?.output[0].code ?? '';
  const path = join(folder, entry.replace('.ts', '.mjs'));
  writeFileSync(path, code);
  return path;
}

function collect(...streams: readonly Readable[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return () => text;
}

function waitForUrl(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(output())?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`ended: ${output()}`)));
  });
}

async function runProgram(
  command: string,
  options: readonly string[],
  variables: Record<string, string>,
): Promise<Running> {
  const { PATH = '', HOME = folder } = process.env;
  const environment = { PATH, HOME, DENO_DIR: folder, ...variables, PORT: '0' };
  // A group of its own: what npm installs as `deno` starts the real program as its child.
  const child = spawn(command, options, { env: environment, detached: true });
  const output = collect(child.stdout, child.stderr);
  const url = await waitForUrl(child, output);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    });
  return { url, output, stop };
}

const runtimes: Record<string, Runtime> = {
  workerd: {
    package: 'miniflare',
    start: async (variables) => {
      const { Miniflare } = (await import(pathToFileURL(findMain('miniflare')).href)) as {
        Miniflare: new (options: object) => { ready: Promise<URL>; dispose(): Promise<void> };
      };
      let output = (): string => '';
      const worker = new Miniflare({
        modules: true,
        modulesRoot: folder,
        scriptPath: await bundle('worker.ts'),
        compatibilityDate: '2026-04-01',
        bindings: variables,
        cachePersist: join(folder, 'cache'),
        host: '127.0.0.1',
        port: 0,
        handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
          output = collect(stdout, stderr);
        },
      });
      const { origin } = await worker.ready;
      return { url: origin, output: () => output(), stop: () => worker.dispose() };
    },
  },
  deno: {
    package: 'deno',
    start: async (variables) => {
      const command = join(findPackage('deno') ?? '', '..', 'bin.cjs');
      const script = await bundle('deno.ts');
      return runProgram(
        process.execPath,
        [command, 'run', '--allow-env', '--allow-net=127.0.0.1', '--no-config', script],
        variables,
      );
    },
  },
  bun: {
    package: 'bun',
    start: async (variables) =>
      runProgram(join(findPackage('bun') ?? '', '..', 'bin', 'bun.exe'), [await bundle('bun.ts')], variables),
  },
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(runtimes))('%s', (name, { package: needed, start }) => {
  describe.skipIf(findPackage(needed) === undefined)('answers like the proxy on Node', () => {
    const recorder = createRecorder();
    let origin: TestOrigin;
    let running: Running;
    let variables: Record<string, string>;

    beforeAll(async () => {
      origin = await startTestOrigin();
      variables = {
        HASOFFERS_NETWORK_ID: 'demo',
        HASOFFERS_API_KEY: testKey,
        HASOFFERS_UPSTREAM: origin.url,
        HASOFFERS_ALLOWED_ORIGINS: site,
        HASOFFERS_CLIENT_LIMIT: '0',
      };
      running = await start(variables);
    }, 60_000);

    afterAll(async () => {
      recorder.texts.push(running.output());
      // The log was recorded too, else the search for the key would miss it.
      expect(recorder.texts.join()).toContain('"event":"upstream-failed"');
      await running.stop();
      await origin.close();
      recorder.expectNoKey();
    });

    it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
      const options = { ...attack.options, headers: attackHeaders(attack) };
      const callsBefore = origin.calls.length;
      expectRefused(await send(running.url, attack.target, options).then(recorder.record), attack);
      expect(origin.calls.length).toBe(callsBefore);
    });

    it('a good request: one call, then from the cache, whatever the headers', async () => {
      const ask = (headers: Record<string, string>) =>
        send(running.url, plain, { headers: { origin: site, ...headers } }).then(recorder.record);
      const first = await ask({});
      expect(first.status).toBe(200);
      expect(first.envelope).toMatchObject({ status: 1, data: origin.data });
      expect(first.headers.get('access-control-allow-origin')).toBe(site);
      for (const headers of ignoredHeaders) {
        const again = await ask(headers);
        expect([headers, again.status, again.text]).toEqual([headers, 200, first.text]);
      }
      const etag = first.headers.get('etag') ?? '';
      expect((await ask({ 'if-none-match': etag })).status).toBe(304);
      expect(origin.calls.length).toBe(1);
    });

    it('20 equal requests at once are one call', async () => {
      origin.delay = 200;
      const before = origin.calls.length;
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => send(running.url, `${plain}&page=7`).then(recorder.record)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(origin.calls.length - before).toBe(1);
      origin.delay = 0;
    });

    it.each(['500', 'reset', 'html', 'error-200', 'redirect', 'key-in-data', 'truncate'] as const)(
      'upstream %s: a clear error',
      async (fault) => {
        origin.fault = fault;
        const query = `${plain}&filters[name]=${fault}`;
        const answer = await send(running.url, query).then(recorder.record);
        expect([fault, answer.status, answer.envelope.status]).toEqual([fault, 502, -1]);
        origin.fault = 'ok';
      },
    );

    it.skipIf(name !== 'workerd')('a new isolate finds the answers of the one before in the Cache API', async () => {
      const first = await send(running.url, `${plain}&page=9`).then(recorder.record);
      recorder.texts.push(running.output());
      await running.stop();
      running = await start(variables);
      const callsBefore = origin.calls.length;
      const again = await send(running.url, `${plain}&page=9`).then(recorder.record);
      expect([again.status, again.text, again.headers.get('x-cache')]).toEqual([200, first.text, 'HIT']);
      expect(origin.calls.length).toBe(callsBefore);
    });

    it(`reports its health on ${name}`, async () => {
      const health = await send(running.url, '/health').then(recorder.record);
      expect(JSON.parse(health.text)).toMatchObject({ status: 'ok', keyInUse: 1 });
    });
  });
});
