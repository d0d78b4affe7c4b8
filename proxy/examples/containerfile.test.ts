import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { plain } from '../fixtures/attacks.js';
import { lintContainerfile, parseContainerfile, readCommand } from '../fixtures/containerfile.js';
import { createRecorder } from '../fixtures/leaks.js';
import { startTestOrigin, testKey } from '../fixtures/origin.js';
import { makeFolder, runProgram } from '../fixtures/programs.js';
import { send } from '../fixtures/proxy.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = readFileSync(new URL('Containerfile', import.meta.url), 'utf8');
const folder = makeFolder('container');
const [buildStage = [], runStage = []] = parseContainerfile(source);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has none of the mistakes that container files usually have', () => {
  expect(lintContainerfile(source)).toEqual([]);
});

it.each([
  ['it runs as root', source.replace('USER node', 'USER root')],
  ['CMD is no JSON list', source.replace(/^CMD .*$/m, 'CMD node dist/module/proxy-main.js')],
  ['docker.io/library/node is not a full name with a version', source.replaceAll('node:22-slim', 'node')],
  ['COPY takes secrets along', source.replace('COPY proxy proxy', 'COPY . .')],
  ['ENV writes a secret down', source.replace('ENV HOST', 'ENV HASOFFERS_API_KEY=x HOST')],
  ['HEALTHCHECK is missing or no JSON list', source.replace(/^HEALTHCHECK.*$/m, '')],
])('the check finds: %s', (problem, broken) => {
  expect(lintContainerfile(broken)).toContain(problem);
});

/** Does what the COPY lines say, with folders of this machine for the image's. */
function copy(stage: typeof buildStage, from: string, to: string): void {
  for (const { text } of stage.filter(({ name }) => name === 'COPY')) {
    const words = text.replace('--from=build ', '').split(' ');
    const target = words.at(-1) ?? '';
    for (const word of words.slice(0, -1)) {
      const path = word.replace(/^\/build\//, '');
      const destination = target.endsWith('/') ? join(to, target, basename(path)) : join(to, target);
      mkdirSync(dirname(destination), { recursive: true });
      const ignore = (entry: string): boolean => !/node_modules/.test(entry);
      cpSync(join(from, path), destination, { recursive: true, filter: ignore });
    }
  }
}

it('builds from what it copies, runs without any dependency, and passes its health check', async () => {
  const [built, app] = [join(folder, 'build'), join(folder, 'app')];
  copy(buildStage, root, built);
  // The first RUN line, `npm ci`, without the waiting.
  symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
  const [, build = ''] = buildStage.filter(({ name }) => name === 'RUN').map(({ text }) => text);
  execFileSync('sh', ['-c', build], { cwd: built, stdio: 'pipe' });
  copy(runStage, built, app);

  const read = (name: string) => runStage.find((instruction) => instruction.name === name)?.text ?? '';
  const image = Object.fromEntries(
    read('ENV')
      .split(' ')
      .map((methodId) => methodId.split('=')),
  );
  const origin = await startTestOrigin();
  const account = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: testKey, HASOFFERS_UPSTREAM: origin.url };
  const running = await runProgram(readCommand(read('CMD')) ?? [], { ...image, ...account, PORT: '0' }, app);
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
}, 120_000);
