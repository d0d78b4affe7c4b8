import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import packageJson from '../package.json' with { type: 'json' };

/** Where tsconfig.types.json puts one declaration file for each module. */
const emitted = 'build/types';

/** `types` of every entry in package.json `exports`, without folder and extension. */
function typedEntries(): string[] {
  return Object.values(packageJson.exports).flatMap((entry) => {
    if (typeof entry === 'string' || entry.types.includes('*')) return [];
    const [, name] = /^\.\/dist\/types\/([^/]+)\.d\.ts$/.exec(entry.types) ?? [];
    if (name === undefined)
      throw new Error(`package.json: types have to be ./dist/types/NAME.d.ts, not ${entry.types}`);
    return [name];
  });
}

/**
 * Bundles the declarations: one file for each entry of package.json `exports`, and one for what several of them need.
 *
 * @param sources By entry. One that is missing here is `types/NAME.d.ts`, written by hand.
 */
export async function buildTypes(sources: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  const names = new Set(typedEntries());
  const locales = (await readdir(`${emitted}/locales`)).map((file) => `locales/${file.replace('.d.ts', '')}`);
  const input: Record<string, string> = Object.fromEntries(locales.map((name) => [name, `${emitted}/${name}.d.ts`]));
  for (const name of names) {
    const source = sources[name];
    if (source !== undefined) input[name] = `${emitted}/${source.replace('.ts', '.d.ts')}`;
    else await copyFrameworkTypes(name, outDir);
  }
  const bundle = await rolldown({
    input,
    // `dtsInput`: declarations in, declarations out. The plugin needs no TypeScript then.
    plugins: [dts({ dtsInput: true, tsconfig: false })],
    external: (id) => !/^[./]|^build/.test(id),
  });
  await bundle.write({ dir: outDir, chunkFileNames: 'shared/[name].js', minifyInternalExports: false });
  await rm(emitted, { recursive: true });
}

/** As they are: a bundler would write `typeof import('react')`, which tells React 18 from 19, in another way. */
async function copyFrameworkTypes(name: string, outDir: string): Promise<void> {
  const text = await readFile(`types/${name}.d.ts`, 'utf8');
  await mkdir(outDir, { recursive: true });
  await writeFile(`${outDir}/${name}.d.ts`, text.replaceAll("'./elements.js'", "'./index.js'"));
}
