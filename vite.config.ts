import type { UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };

/** The script for pages: one classic script that brings everything, styles included (`?inline` imports). */
export default {
  publicDir: false,
  define: {
    __VERSION__: JSON.stringify(packageJson.version),
    // Vite's library mode leaves this to the application that bundles the library; a page has none.
    'process.env.NODE_ENV': '"production"',
  },
  build: {
    target: 'es2022',
    // With `light-dark()` and nesting as written; an older browser shows the widget without our colours.
    cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
    sourcemap: true,
    minify: 'terser',
    // A page in another encoding than UTF-8 reads the script in that one too.
    terserOptions: { compress: { passes: 2 }, format: { ascii_only: true } },
    // That the minifier takes seconds is known.
    rolldownOptions: { checks: { bundlerTimings: false } },
    // The modules and the second script stand in the same folder; see scripts/build.ts.
    emptyOutDir: false,
    lib: {
      entry: 'widgets/index.ts',
      formats: ['iife'],
      name: 'hasoffersWidgets',
      fileName: () => 'hasoffers-widgets.js',
    },
  },
} satisfies UserConfig;
