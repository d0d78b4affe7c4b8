import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../cli/check.js';
import packageJson from '../package.json' with { type: 'json' };
import { makeFolder, pack, removeProjects } from './project.js';
import { hasPublishing, publishing } from './publishing.js';

let folder: string;
let files: readonly string[];

beforeAll(() => {
  folder = makeFolder();
  execFileSync('tar', ['-xzf', pack(), '-C', folder, '--strip-components=1']);
  files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'));
});
afterAll(removeProjects);

/** Every path that a value holds, however deep. */
const pathsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(pathsIn);

/** What package.json names, patterns resolved. */
function namedFiles(): string[] {
  const { exports, bin, unpkg, jsdelivr, customElements, 'web-types': webTypes } = packageJson;
  return pathsIn({ exports, bin, unpkg, jsdelivr, customElements, webTypes }).flatMap((path) => {
    const [start = '', end] = path.replace(/^\.\//, '').split('*');
    if (end === undefined) return [start];
    const matching = files.filter((file) => file.startsWith(start) && file.endsWith(end));
    return matching.length ? matching : [path];
  });
}

/** Named by the guides: files that editors, language models, pages and the command itself read by their path. */
const readByPath = [
  /^(?:README\.md|LICENSE)$/,
  /^dist\/(?:llms\.txt|vscode\.(?:css|html)-custom-data\.json)$/,
  /^dist\/locales\/[\w-]+\.js$/,
  /^dist\/starter\/(?:\.env\.example|README\.md|index\.html|proxy\.mjs)$/,
  /^dist\/module\/sample-network\/pictures\/[\w-]+\.svg$/,
];

/** A file with all that it imports, loads and has beside it. */
function follow(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  if (!/\.(?:js|d\.ts)$/.test(file)) return;
  const code = readFileSync(join(folder, file), 'utf8');
  const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, path = '']) => path);
  const maps = [...code.matchAll(/^\/\/# sourceMappingURL=([\w.-]+)$/gm)].map(([, path = '']) => path);
  for (const path of [...imports, ...maps]) {
    const target = posix.join(dirname(file), path);
    follow(file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target, reached);
  }
}

describe('the packed package', () => {
  it('has every file that package.json names, all they import, and nothing else', () => {
    const reached = new Set<string>();
    for (const file of [...namedFiles(), ...files.filter((name) => readByPath.some((path) => path.test(name)))]) {
      follow(file, reached);
    }
    expect(reached.size).toBeGreaterThan(100);
    expect([...reached].filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !reached.has(file))).toEqual([]);
  });

  it('is built before it is packed', () => {
    expect(packageJson.scripts.prepack).toBe('npm run build');
  });

  it('has one name for each script, with its source map beside it', () => {
    const scripts = files.filter((file) => /^dist\/(?:hasoffers-[\w-]+|cli)\.js$/.test(file));
    expect(scripts.toSorted()).toEqual(['dist/cli.js', 'dist/hasoffers-portal.js', 'dist/hasoffers-widgets.js']);
    expect(scripts.filter((file) => !files.includes(`${file}.map`))).toEqual([]);
    expect(files.filter((file) => file.includes('.min.'))).toEqual([]);
  });

  it('has the types of each entry in one file, and what entries share in few more', () => {
    const types = files.filter((file) => file.endsWith('.d.ts') && !file.includes('/locales/'));
    expect(types.filter((file) => !/^dist\/types\/(?:shared\/)?[\w-]+\.d\.ts$/.test(file))).toEqual([]);
    expect(types.filter((file) => file.includes('/shared/')).length).toBeLessThan(8);
  });

  it('needs ioredis only from whoever wants it, and no tool at all', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as typeof packageJson;
    expect(manifest.peerDependenciesMeta).toEqual({ ioredis: { optional: true } });
    const code = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(code.filter((text) => /from\s*["'](?:tsx|vite|typescript)/.test(text))).toEqual([]);
  });
});

it('gives the check to programs, by the name of the package', async () => {
  const name = 'hasoffers-widgets/check';
  const { runCheck } = (await import(/* @vite-ignore */ name)) as typeof import('../cli/check.js');
  const report: Report = await runCheck({
    endpoint: 'https://proxy.example/',
    timeout: 100,
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    now: () => 0,
  });
  expect(report).toMatchObject({ ok: false, requests: 1, findings: [{ check: 'reachable', level: 'problem' }] });
});

describe.skipIf(!hasPublishing)('nothing to complain about', () => {
  it.each([
    ['publint', [publishing.publint, '--strict']],
    // The package has ES modules only, as its guide says.
    ['arethetypeswrong', [publishing.attw, '--profile', 'esm-only', '--no-emoji']],
  ])(
    'for %s',
    (_, [program = '', ...options]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, pack(), ...options], {
        encoding: 'utf8',
      });
      expect([status, stderr], stdout).toEqual([0, '']);
      expect(stdout).not.toMatch(/(?:suggestion|warning|error)s?:/i);
    },
    180_000,
  );
});
