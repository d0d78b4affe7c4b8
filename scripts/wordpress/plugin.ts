import { readdir, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import packageJson from '../../package.json' with { type: 'json' };
import type { Reference } from '../reference/model.js';
import { toElementsPhp } from './elements-php.js';
import { toPot } from './pot.js';

const source = 'integrations/wordpress';
/** Folder in the zip, and so of the plugin in `wp-content/plugins`. */
const slug = 'hasoffers-widgets';

/** Built files that the plugin brings, by their name in it. */
const built: Readonly<Record<string, string>> = {
  'hasoffers-widgets.js': 'hasoffers-widgets.js',
  'hasoffers-portal.js': 'hasoffers-portal.js',
};

/** The plugin's files by their path in it. */
export async function readPlugin(reference: Reference, dist: string): Promise<Readonly<Record<string, string>>> {
  const paths = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(source.length + 1))
    .sort();
  const files: Record<string, string> = { 'elements.php': toElementsPhp(reference) };
  for (const path of paths) files[path] = await readFile(`${source}/${path}`, 'utf8');
  for (const path of ['hasoffers-widgets.php', 'readme.txt']) {
    files[path] = (files[path] ?? '').replaceAll('@VERSION@', packageJson.version);
  }
  for (const [path, file] of Object.entries(built)) {
    // The maps stay behind: they are larger than the scripts.
    files[path] = (await readFile(`${dist}/${file}`, 'utf8')).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  }
  files['assets/hasoffers-check.js'] = await bundleCheck();
  for (const file of await readdir(`${dist}/locales`)) {
    files[`locales/${file}`] = await readFile(`${dist}/locales/${file}`, 'utf8');
  }
  files['hasoffers-proxy.php'] = closeToVisitors(await readFile('integrations/php/hasoffers-proxy.php', 'utf8'));
  files.LICENSE = await readFile('LICENSE', 'utf8');
  const php = Object.entries(files).filter(([path]) => path.endsWith('.php'));
  files[`languages/${slug}.pot`] = toPot(Object.fromEntries(php), packageJson.version);
  return files;
}

/** The checks for the browser as one file: the package's module shares parts with the command. */
async function bundleCheck(): Promise<string> {
  const options = { bundle: true, format: 'esm', target: 'es2022', minify: true, write: false } as const;
  const { outputFiles } = await build({ entryPoints: ['cli/check.ts'], ...options });
  return outputFiles[0]?.text ?? '';
}

/** The file lies in a public folder here, and would be a proxy of its own when it is requested itself. */
function closeToVisitors(php: string): string {
  const guarded = php.replace(/^namespace .+;\n/m, "$&\ndefined('ABSPATH') || exit;\n");
  if (guarded === php) throw new Error('hasoffers-proxy.php has no line "namespace …;".');
  return guarded;
}

/** `hasoffers-widgets-wordpress.zip`: what is uploaded under Plugins > Add New > Upload Plugin. */
export async function buildPlugin(reference: Reference, dist: string): Promise<void> {
  const files = Object.entries(await readPlugin(reference, dist));
  // One date for all, so that equal files make an equal zip.
  const zip = zipSync(Object.fromEntries(files.map(([path, text]) => [`${slug}/${path}`, strToU8(text)])), {
    mtime: '2000-01-01T00:00:00Z',
  });
  await writeFile(`${dist}/hasoffers-widgets-wordpress.zip`, zip);
}
