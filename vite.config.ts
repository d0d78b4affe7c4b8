import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };

/**
 * The one file for pages: a classic script that brings everything, styles included (`?inline` imports).
 *
 * Vite's library mode leaves `process.env.NODE_ENV` in the code, which throws in a browser; `define` takes it out.
 */
export default defineConfig({
  publicDir: false,
  define: {
    'process.env.NODE_ENV': '"production"',
    __VERSION__: JSON.stringify(packageJson.version),
  },
  build: {
    target: 'es2022',
    // The modules of scripts/build.ts stand in the same folder.
    emptyOutDir: false,
    lib: {
      entry: 'widgets/index.ts',
      formats: ['iife'],
      name: 'hasoffersWidgets',
      fileName: () => 'hasoffers-widgets.js',
    },
  },
});
