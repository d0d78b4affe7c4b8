import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSnippet } from './readme.js';

const frameworksFolder = fileURLToPath(new URL('frameworks', import.meta.url));
export const root = fileURLToPath(new URL('..', import.meta.url));

/** `false` only where there was no registry to install from; scripts/runtimes.ts has said so. */
export const hasFrameworks = existsSync(join(frameworksFolder, 'node_modules', '.installed-lock.json'));

export const frameworks = ['react18', 'react19', 'preact', 'vue', 'svelte'] as const;
export type Framework = (typeof frameworks)[number];

/** The component that `docs/frameworks.md` shows for each, and the file it is put into. */
const snippets: Readonly<Record<Framework, readonly (readonly [snippet: string, file: string])[]>> = {
  react18: [['react-ref', 'Offers.tsx']],
  react19: [
    ['react', 'Offers.tsx'],
    ['react-ref', 'OffersByRef.tsx'],
  ],
  preact: [['preact', 'Offers.tsx']],
  vue: [
    ['vue', 'Offers.vue'],
    ['vue-config', 'vite.config.js'],
  ],
  svelte: [['svelte', 'Offers.svelte']],
};

let packed: string | undefined;

/**
 * The package as a registry would have it, as one file; made once per process from the `dist/` that is there: `npm pack`
 * alone would build again, below the feet of other tests.
 */
export function pack(): string {
  if (packed) return packed;
  const folder = makeFolder();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  packed = join(folder, readdirSync(folder)[0] ?? '');
  return packed;
}

const folders: string[] = [];

export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hasoffers-project-')));
  folders.push(folder);
  return folder;
}

/** Call it after the last test of a file that made some. */
export function removeProjects(): void {
  packed = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * A project as a customer has it: the files of `e2e/frameworks/NAME` and what the guide tells to copy, and beside them
 * `node_modules` with the framework and with this package as it is packed.
 *
 * @returns Its folder.
 */
export function makeProject(framework: Framework): string {
  const source = join(frameworksFolder, framework);
  const folder = makeFolder();
  const modules = join(folder, 'node_modules');
  cpSync(source, folder, { recursive: true, filter: (path) => !path.includes('node_modules', source.length) });
  cpSync(join(frameworksFolder, 'app.ts'), join(folder, 'app.ts'));
  for (const [snippet, file] of snippets[framework]) writeFileSync(join(folder, file), readSnippet(snippet));
  linkFramework(framework, modules);
  const published = join(modules, 'hasoffers-widgets');
  mkdirSync(published);
  execFileSync('tar', ['-xzf', pack(), '-C', published, '--strip-components=1']);
  copyPackageDependencies(modules);
  return folder;
}

/** Puts a framework into a project's `node_modules`. */
export function linkFramework(framework: Framework, modules: string): void {
  const source = join(frameworksFolder, framework);
  for (const name of dependenciesOf(source)) {
    const own = join(source, 'node_modules', name);
    const link = join(modules, name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(existsSync(own) ? own : join(frameworksFolder, 'node_modules', name), link, 'junction');
  }
}

/** What npm installs along with this package. Copied: from a link they would find their own `preact` and not the project's. */
function copyPackageDependencies(modules: string): void {
  for (const name of [...dependenciesOf(root), '@preact/signals-core']) {
    const target = join(modules, name);
    if (!existsSync(target)) cpSync(join(root, 'node_modules', name), target, { recursive: true });
  }
}

function dependenciesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: object };
  return Object.keys(manifest.dependencies);
}
