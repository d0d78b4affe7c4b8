import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = new URL('engines/', import.meta.url);
const { resolve } = createRequire(new URL('package.json', folder));

/** `scripts/runtimes.ts` could install the packages of `e2e/engines`; what needs them is skipped otherwise. */
export const hasEngines = existsSync(new URL('node_modules/.installed-lock.json', folder));

/** The path of a file in one of those packages. */
export const pathOf = (file: string): string => fileURLToPath(new URL(`node_modules/${file}`, folder));

/** One of those files as text, for a page to load. */
export const readPackage = (file: string): string => readFileSync(pathOf(file), 'utf8');

/** One of those packages. The caller says what it uses of it: types would be missing where it is not installed. */
export const loadPackage = async <Module>(name: string): Promise<Module> =>
  (await import(pathToFileURL(resolve(name)).href)) as Module;
