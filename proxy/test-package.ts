import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildModules, proxyEntries } from '../scripts/build.js';
import { makeFolder, runtimesFolder } from './test-programs.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A project as its owner has it: the examples' files, and beside them `node_modules` with this package as it is built
 * and published, and the frameworks of some examples.
 */
export async function makeProject(): Promise<string> {
  const folder = makeFolder('project');
  const modules = join(folder, 'node_modules');
  const published = join(modules, 'hasoffers-widgets');
  mkdirSync(join(modules, '@hono'), { recursive: true });
  for (const name of ['express', 'hono', '@hono/node-server']) {
    symlinkSync(join(runtimesFolder, 'node_modules', name), join(modules, name));
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { 'hasoffers-widgets': '*' } }),
  );
  mkdirSync(published);
  cpSync(join(root, 'package.json'), join(published, 'package.json'));
  await buildModules(proxyEntries, join(published, 'dist/module'));
  cpSync(fileURLToPath(new URL('examples', import.meta.url)), folder, { recursive: true });
  return folder;
}
