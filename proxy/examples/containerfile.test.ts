import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { plain } from '../fixtures/attacks.js';
import { lintContainerfile, parseContainerfile, readCommand } from '../fixtures/containerfile.js';
import { createRecorder } from '../fixtures/leaks.js';
import { startTestOrigin, testKey } from '../fixtures/origin.js';
import { makeProject } from '../fixtures/package.js';
import { makeFolder, runProgram } from '../fixtures/programs.js';
import { send } from '../fixtures/proxy.js';
import { findFreePort, hasRedis, startRedis, stopRedis } from '../fixtures/redis.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = readFileSync(new URL('Containerfile', import.meta.url), 'utf8');
const [installStage = [], runStage = []] = parseContainerfile(source);
const read = (name: string) => runStage.find((instruction) => instruction.name === name)?.text ?? '';
const image = Object.fromEntries(
  read('ENV')
    .split(' ')
    .map((setting) => setting.split('=')),
);

interface Compose {
  readonly services: {
    readonly proxy: { readonly environment: Readonly<Record<string, string>>; readonly ports: readonly string[] };
    readonly redis: { readonly image: string; readonly ports?: readonly string[] };
  };
  readonly secrets: { readonly key: { readonly file: string } };
}
const compose = parse(readFileSync(new URL('compose.yaml', import.meta.url), 'utf8')) as Compose;

describe('the Containerfile', () => {
  it('has none of the mistakes that container files usually have', () => {
    expect(lintContainerfile(source)).toEqual([]);
  });

  it.each([
    ['it runs as root', source.replace('USER node', 'USER root')],
    ['CMD is no JSON list', source.replace(/^CMD .*$/m, 'CMD npx hasoffers-widgets proxy')],
    ['docker.io/library/node is not a full name with a version', source.replaceAll('node:24-slim', 'node')],
    ['COPY takes secrets along', source.replace('COPY --from', 'COPY . .\nCOPY --from')],
    ['ENV writes a secret down', source.replace('ENV HOST', 'ENV HASOFFERS_API_KEY=x HOST')],
    ['HEALTHCHECK is missing or no JSON list', source.replace(/^HEALTHCHECK.*$/m, '')],
  ])('the check finds: %s', (problem, broken) => {
    expect(lintContainerfile(broken)).toContain(problem);
  });

  it('installs this package, with the Redis client that it is made for', () => {
    const [, name, client] = /"(\S+)@\$\{VERSION\}" ioredis@(\d+)$/.exec(installStage.at(-1)?.text ?? '') ?? [];
    expect(name).toBe(packageJson.name);
    expect(packageJson.peerDependencies.ioredis).toContain(`^${client}.`);
    const version = installStage.find((instruction) => instruction.name === 'ARG')?.text.replace('VERSION=', '');
    expect(packageJson.version.startsWith(`${version}.`)).toBe(true);
  });
});

/** What the image runs, in a folder with what it copies. */
describe('the image', () => {
  let app: string;
  const account = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: testKey };

  beforeAll(async () => {
    app = makeFolder('container');
    // In place of `npm install`, the package as it is built here.
    const project = await makeProject();
    expect(read('COPY')).toBe('--from=install /app/node_modules node_modules');
    cpSync(join(project, 'node_modules/hasoffers-widgets'), join(app, 'node_modules/hasoffers-widgets'), {
      recursive: true,
    });
    rmSync(project, { recursive: true, force: true });
    symlinkSync(join(root, 'node_modules/ioredis'), join(app, 'node_modules/ioredis'));
  }, 120_000);
  afterAll(() => rmSync(app, { recursive: true, force: true }));

  it('starts the proxy and passes its health check', async () => {
    const origin = await startTestOrigin();
    const variables = { ...image, ...account, HASOFFERS_UPSTREAM: origin.url, PORT: '0' };
    const running = await runProgram(readCommand(read('CMD')) ?? [], variables, app);
    const recorder = createRecorder();
    expect((await send(running.url, plain).then(recorder.record)).envelope.data).toEqual(origin.data);

    const [command = '', ...options] = readCommand(read('HEALTHCHECK')) ?? [];
    const isWell = (): boolean => {
      try {
        execFileSync(command, options, { env: { ...process.env, PORT: new URL(running.url).port }, stdio: 'pipe' });
        return true;
      } catch {
        return false;
      }
    };
    expect(isWell()).toBe(true);
    await running.stop();
    expect(isWell()).toBe(false);
    recorder.texts.push(running.output());
    recorder.expectNoKey();
    await origin.close();
  }, 60_000);

  it.skipIf(!hasRedis)(
    'with the Redis of compose.yaml, finds after a restart what it had fetched',
    async () => {
      const { environment, ports } = compose.services.proxy;
      expect(ports).toEqual([`${image.PORT}:${image.PORT}`]);
      expect(environment.HASOFFERS_REDIS_URL).toBe('redis://redis:6379');
      expect(environment.HASOFFERS_API_KEY_FILE).toBe('/run/secrets/key');
      expect(compose.secrets.key.file).toBe('./key');
      // Nobody else may reach it: it asks for no password.
      expect(compose.services.redis.ports).toBeUndefined();
      expect(compose.services.redis.image).toMatch(/^docker\.io\/library\/redis:\d/);

      const port = await findFreePort();
      const [redis, origin] = await Promise.all([startRedis(port), startTestOrigin()]);
      writeFileSync(join(app, 'key'), testKey);
      const variables = {
        ...image,
        ...environment,
        HASOFFERS_API_KEY_FILE: join(app, 'key'),
        HASOFFERS_REDIS_URL: `redis://127.0.0.1:${port}`,
        HASOFFERS_NETWORK_ID: account.HASOFFERS_NETWORK_ID,
        HASOFFERS_UPSTREAM: origin.url,
        PORT: '0',
      };
      for (const cache of ['MISS', 'HIT']) {
        const running = await runProgram(readCommand(read('CMD')) ?? [], variables, app);
        const response = await send(running.url, plain);
        expect([response.status, response.headers.get('x-cache')]).toEqual([200, cache]);
        await running.stop();
      }
      expect(origin.calls).toHaveLength(1);
      await Promise.all([stopRedis(redis), origin.close()]);
    },
    60_000,
  );
});
