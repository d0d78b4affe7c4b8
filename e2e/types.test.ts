import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Framework, hasFrameworks, makeProject, removeProjects, root } from './project.js';

/**
 * The package's types as customers get them, packed, with every library but the platform's own looked into. What must
 * compile and what must be refused stands in `e2e/frameworks/NAME/types.*`.
 */

/** What this reads of `custom-elements.json`. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName: string;
      readonly members: readonly { readonly name: string }[];
      readonly events: readonly { readonly name: string }[];
    }[];
  }[];
}

interface Report {
  readonly status: number | null;
  readonly output: string;
}

function compile(folder: string, compiler: string, options: readonly string[] = []): Report {
  const run = spawnSync(process.execPath, [compiler, ...options], { cwd: folder, encoding: 'utf8', timeout: 170_000 });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}

function writeConfig(folder: string, moduleResolution: 'bundler' | 'nodenext', more: object): void {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
    moduleResolution,
    jsx: 'react-jsx',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    noEmit: true,
  };
  const { compilerOptions: own = {}, ...rest } = more as { compilerOptions?: object };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...own }, ...rest }),
  );
}

afterAll(removeProjects);

const good: Report = { status: 0, output: '' };

describe.skipIf(!hasFrameworks)('the types of the packed package', () => {
  const jsx: readonly (readonly [Framework, jsxImportSource: string])[] = [
    ['react18', 'react'],
    ['react19', 'react'],
    ['preact', 'preact'],
  ];
  describe.each(jsx)('in the markup of %s', (framework, jsxImportSource) => {
    it.each(['bundler', 'nodenext'] as const)(
      'take what works and refuse what does not, for %s',
      (resolution) => {
        const folder = makeProject(framework);
        writeConfig(folder, resolution, {
          include: ['types.tsx', 'Offers*.tsx'],
          compilerOptions: { jsxImportSource },
        });
        expect(compile(folder, join(root, 'node_modules/typescript/bin/tsc'))).toEqual(good);
      },
      60_000,
    );
  });

  it('take what works in a template of Vue and refuse what does not', () => {
    const folder = makeProject('vue');
    writeConfig(folder, 'bundler', {
      include: ['types.vue', 'Offers.vue'],
      vueCompilerOptions: { strictTemplates: true },
    });
    expect(compile(folder, 'node_modules/vue-tsc/bin/vue-tsc.js')).toEqual(good);
  }, 180_000);

  it('take what works in the markup of Svelte and refuse what does not', () => {
    const folder = makeProject('svelte');
    writeConfig(folder, 'bundler', { include: ['Types.svelte', 'Offers.svelte'] });
    const { output } = compile(folder, 'node_modules/svelte-check/bin/svelte-check', ['--output', 'machine']);
    const refused = [...output.matchAll(/ERROR "Types\.svelte" (\d+):/g)].map(([, line]) => Number(line));
    // Svelte has no `@ts-expect-error` for markup: the lines below such a comment are the ones.
    const lines = readFileSync(join(folder, 'Types.svelte'), 'utf8').split('\n');
    const expected = lines.flatMap((line, index) => (line.startsWith('<!-- refused') ? index + 2 : []));
    expect(expected.length).toBeGreaterThan(3);
    expect(refused, output).toEqual(expected);
    expect(output).toContain(` ${expected.length} ERRORS 0 WARNINGS`);
  }, 180_000);

  it.each(['bundler', 'nodenext'] as const)(
    'know the elements and the options of the proxy without any framework, for %s',
    (resolution) => {
      const folder = makeProject('preact');
      const source = readFileSync(join(root, 'types/elements.test-d.ts'), 'utf8');
      writeFileSync(join(folder, 'plain.ts'), source.replace('../widgets/index.js', 'hasoffers-widgets'));
      writeFileSync(
        join(folder, 'proxy.ts'),
        `import { createProxy, type ProxyOptions } from 'hasoffers-widgets/proxy';
         export const start = (keys: readonly string[], store: NonNullable<ProxyOptions['store']>) => {
           const options: ProxyOptions = { networkId: 'demo', keys, store };
           // @ts-expect-error: a number is no id.
           createProxy({ networkId: 1 });
           return createProxy(options);
         };`,
      );
      writeConfig(folder, resolution, { files: ['plain.ts', 'proxy.ts'] });
      expect(compile(folder, join(root, 'node_modules/typescript/bin/tsc'))).toEqual(good);
    },
    60_000,
  );

  it('name every property, method and event that the reference names', () => {
    const folder = makeProject('preact');
    const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest;
    const elements = manifest.modules.flatMap(({ declarations }) => declarations);
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual([
      'hasoffers-account-manager',
      'hasoffers-conversions',
      'hasoffers-creatives',
      'hasoffers-messages',
      'hasoffers-offer',
      'hasoffers-offer-list',
      'hasoffers-payments',
      'hasoffers-stats',
      'hasoffers-tracking-link',
    ]);
    const lines = elements.flatMap(({ tagName, members, events }) => [
      ...members.map(({ name }) => `void document.createElement('${tagName}').${name};`),
      // A type that is not known gives a plain event, which has no `detail`.
      ...events.map(({ name }) => `document.createElement('${tagName}').addEventListener('${name}', (e) => e.detail);`),
    ]);
    expect(lines.length).toBeGreaterThan(40);
    writeFileSync(join(folder, 'reference.ts'), `import 'hasoffers-widgets';\n${lines.join('\n')}`);
    writeConfig(folder, 'bundler', { files: ['reference.ts'] });
    expect(compile(folder, join(root, 'node_modules/typescript/bin/tsc'))).toEqual(good);
  }, 60_000);
});
