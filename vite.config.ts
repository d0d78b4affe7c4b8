import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type CompressOptions, minify } from 'terser';
import type { Plugin, UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { assume } from './scripts/assume/assume.js';
import { libraries } from './scripts/assume/libraries.js';
import { compileAtOnce } from './scripts/eager.js';
import { privateNames } from './scripts/private-names.js';
import { createStyles } from './scripts/styles.js';

const styles = createStyles();

/** A library's own source, which `exports` hides. */
const source = (path: string): string => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

/** What is shorter for people is not always shorter in brotli, and nobody can tell beforehand: the smallest is kept. */
const variants: readonly CompressOptions[] = [
  {},
  { if_return: false },
  { arrows: false },
  { lhs_constants: false },
  { if_return: false, arrows: false, lhs_constants: false },
  { if_return: false, lhs_constants: false, conditionals: false },
  { if_return: false, arrows: false, lhs_constants: false, collapse_vars: false },
  { if_return: false, arrows: false, lhs_constants: false, negate_iife: false },
  { comparisons: false },
  { sequences: false, if_return: false },
  { join_vars: false, lhs_constants: false },
  { sequences: false, if_return: false, lhs_constants: false },
];

/** A page in another encoding than UTF-8 reads the script in that one too: with ASCII alone nothing can go wrong. */
const toAscii = (code: string): string =>
  code.replace(/[\u0080-\uffff]/g, (unit) => {
    const number = unit.charCodeAt(0).toString(16);
    return number.length < 3 ? `\\x${number}` : `\\u${number.padStart(4, '0')}`;
  });

/** After the built-in minifier another one, each of which sees what the other does not: 1 % smaller than either. */
const toSmallest: Plugin = {
  name: 'to-smallest',
  async generateBundle({ format }, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk' || format !== 'iife') continue;
      const codes = variants.map(async (variant) => {
        const { code = '' } = await minify(output.code, {
          ecma: 2020,
          module: true,
          compress: { passes: 3, keep_fargs: false, unsafe_arrows: true, pure_getters: true, ...variant },
          mangle: { properties: { regex: privateNames, builtins: true } },
        });
        return toAscii(styles.insert(compileAtOnce(code)));
      });
      const sized = (await Promise.all(codes)).map((code) => ({ code, size: brotliCompressSync(code).length }));
      output.code = sized.reduce((best, each) => (each.size < best.size ? each : best)).code;
    }
  },
};

/**
 * The one file for pages: a classic script that brings everything, styles included (`?inline` imports).
 *
 * Vite's library mode leaves `process.env.NODE_ENV` in the code, which throws in a browser; `define` takes it out.
 */
export default {
  plugins: [assume(libraries), styles.plugin, toSmallest],
  publicDir: false,
  resolve: {
    alias: [
      // Without its binding to components, which visitors would pay for with 1.8 kB: an element draws in one effect of its own.
      { find: /^@preact\/signals$/, replacement: source('@preact/signals-core/src/index.ts') },
      // As written and not as published, so that `assume` can tell what is not used, and private names can be one letter.
      { find: /^preact$/, replacement: source('preact/src/index.js') },
    ],
  },
  define: {
    'process.env.NODE_ENV': '"production"',
    __VERSION__: JSON.stringify(packageJson.version),
  },
  // `createElement` and not the automatic runtime: preact carries it anyway, and its calls are shorter. The injected names
  // are ours alone, because the line goes into every file.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'createJsx', pragmaFrag: 'JsxFragment' },
    jsxInject: "import { createElement as createJsx, Fragment as JsxFragment } from 'preact'",
  },
  build: {
    target: 'es2022',
    minify: 'oxc',
    // Keeps declarations in the order they are written in, which compresses better than any other.
    cssMinify: 'esbuild',
    // With `light-dark()` and nesting as written; an older browser shows the widget without our colours.
    cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
    // That the minifier takes seconds is known.
    rolldownOptions: { checks: { bundlerTimings: false } },
    // The modules of scripts/build.ts stand in the same folder.
    emptyOutDir: false,
    lib: {
      entry: 'widgets/index.ts',
      formats: ['iife'],
      name: 'hasoffersWidgets',
      fileName: () => 'hasoffers-widgets.js',
    },
  },
} satisfies UserConfig;
