import { defineConfig } from 'vite';
import { makePages } from './site/pages.js';

/** The demo site: plain pages that use the built script as a customer would. `scripts/start.ts` serves what this builds. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: '../public',
  plugins: [makePages()],
  build: {
    outDir: '../build/demo',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
    // Every picture stays a file: the pages' own policy allows no data URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'states.html'].map((page) => `${import.meta.dirname}/${page}`) },
  },
});
