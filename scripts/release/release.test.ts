import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareRelease, type ReleaseFiles } from './prepare.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const origin = { server: 'https://github.com', repository: 'owner/name' };
const repositoryFiles = ['package.json', 'package-lock.json', 'CHANGELOG.md', 'README.md', '.npmrc'];

/** The changelog, also where the last commit is a release and nothing is unreleased. */
const current = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const entry = '## Unreleased\n\n### Fixed\n\n- Something.\n\n';
const changelog = current.includes('## Unreleased') ? current : current.replace(/^## /m, `${entry}## `);

/** A repository with the files that a version changes, after `npm version minor`. */
let folder: string;
const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const readFiles = (): ReleaseFiles => ({
  packageJson: read('package.json'),
  readme: read('README.md'),
  changelog: read('CHANGELOG.md'),
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  for (const file of repositoryFiles) cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  git('init', '--quiet');
  git('remote', 'add', 'origin', 'https://github.com/owner/name.git');
  git('add', ...repositoryFiles);
  git('commit', '--quiet', '--message', 'begin');
  const author = { GIT_AUTHOR_NAME: 'Test', GIT_AUTHOR_EMAIL: 'test@example.com' };
  const committer = { GIT_COMMITTER_NAME: 'Test', GIT_COMMITTER_EMAIL: 'test@example.com' };
  const env = { PATH: process.env.PATH, HOME: folder, ...author, ...committer };
  execFileSync('npm', ['version', 'minor', '--loglevel=error'], { cwd: folder, env, stdio: 'pipe' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm version', () => {
  it('gives what is unreleased in the changelog the new version and the day, in a commit with a tag', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(version).not.toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${version}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'));
    expect(git('tag', '--points-at', 'HEAD').trim()).toBe(`v${version}`);
    expect(git('show', '--name-only', '--format=', 'HEAD').trim().split('\n').toSorted()).toEqual([
      'CHANGELOG.md',
      'package-lock.json',
      'package.json',
    ]);
    expect(git('status', '--porcelain', '--untracked-files=no')).toBe('');
  });

  it('loses no entry', () => {
    // Lines that go on: the tool may sort the sections.
    const entries = (text: string) => text.split('\n').filter((line) => /^(?:- | {2}\S)/.test(line));
    const before = entries(changelog);
    expect(before.length).toBeGreaterThan(30);
    expect(entries(read('CHANGELOG.md')).toSorted()).toEqual(before.toSorted());
  });
});

describe('what is published', () => {
  const tagOf = (files: ReleaseFiles): string => `v${JSON.parse(files.packageJson).version}`;

  it('names the repository that it comes from, as provenance asks, and is else as before', () => {
    const files = readFiles();
    const { repository, homepage, bugs, ...rest } = JSON.parse(
      prepareRelease(files, { ...origin, tag: tagOf(files) }).packageJson,
    );
    expect(repository).toEqual({ type: 'git', url: 'git+https://github.com/owner/name.git' });
    expect([homepage, bugs]).toEqual(['https://github.com/owner/name#readme', 'https://github.com/owner/name/issues']);
    expect(rest).toEqual(JSON.parse(files.packageJson));
  });

  it('has a README whose links and pictures work on another page', () => {
    const files = readFiles();
    const tag = tagOf(files);
    const { readme } = prepareRelease(files, { ...origin, tag });
    expect(readme).toContain(`(https://github.com/owner/name/blob/${tag}/docs/elements.md)`);
    expect(readme).toContain(`(https://github.com/owner/name/raw/${tag}/docs/images/demo.webp)`);
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, url = '']) => url);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((url) => !/^(?:https:|#)/.test(url))).toEqual([]);
  });

  it('is refused where tag, package.json and changelog name different versions', () => {
    const files = readFiles();
    expect(() => prepareRelease(files, { ...origin, tag: 'v9.9.9' })).toThrow('tag v9.9.9');
    expect(() => prepareRelease({ ...files, changelog }, { ...origin, tag: tagOf(files) })).toThrow('versions differ');
  });
});
