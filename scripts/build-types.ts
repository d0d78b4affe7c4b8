import { cp, readdir, rm } from 'node:fs/promises';
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
  await cp('types', `${emitted}/types`, {
    recursive: true,
    filter: (path) => path === 'types' || path.endsWith('.d.ts'),
  });
  const locales = (await readdir(`${emitted}/locales`)).map((file) => `locales/${file.replace('.d.ts', '')}`);
  const toSource = (name: string) => sources[name]?.replace('.ts', '') ?? `types/${name}`;
  const input = [...typedEntries().map((name) => [name, toSource(name)]), ...locales.map((name) => [name, name])];
  const bundle = await rolldown({
    input: Object.fromEntries(input.map(([name, source]) => [name, `${emitted}/${source}.d.ts`])),
    // `dtsInput`: declarations in, declarations out. The plugin needs no TypeScript then.
    plugins: [dts({ dtsInput: true, tsconfig: false })],
    external: (id) => !/^[./]|^build/.test(id),
  });
  await bundle.write({ dir: outDir, chunkFileNames: 'shared/[name].js', minifyInternalExports: false });
  await rm(emitted, { recursive: true });
}
