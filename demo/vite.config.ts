import { defineConfig } from 'vite';

/** The demo site: plain pages that use the built script as a customer would. `scripts/start.ts` serves what this builds. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: '../public',
  build: {
    outDir: '../build/demo',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
    rolldownOptions: { input: ['index.html'].map((page) => `${import.meta.dirname}/${page}`) },
  },
});
