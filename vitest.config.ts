import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { findBrowser } from './scripts/browser.js';
import { onMinifiedCode } from './scripts/minified.js';
import viteConfig from './vite.config.js';

/** What looks at speed. */
const alone = 'e2e/demo-lighthouse.test.ts';

/** Found by the tests one after the other, each of which would make Vite reload the page. */
const optimizeDeps = {
  include: [
    'preact',
    'preact/hooks',
    'preact/jsx-runtime',
    'preact/jsx-dev-runtime',
    '@preact/signals',
    'ky',
    'axe-core',
    'idiomorph',
    'morphdom',
    '@testing-library/preact',
  ],
};

/** Anew for each project: Vitest writes the project's name into it. */
const chromium = (): BrowserConfigOptions => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: findBrowser() ?? '', args: ['--no-sandbox'] } }),
  instances: [{ browser: 'chromium' }],
});

/** A busy machine is no failure: what is waited for comes, or does not. */
const waitsLong = { testTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

/** Three rings: plain functions in Node, elements in a real Chromium, the built script on real pages end to end. */
export default defineConfig({
  ...viteConfig,
  test: {
    // On two cores the default is one worker, while files wait for browsers and servers much of their time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{widgets,shared,proxy,cli,sample-network,demo,scripts,bench}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        optimizeDeps,
        test: { name: 'browser', include: ['{widgets,shared}/**/*.test.tsx'], browser: chromium(), ...waitsLong },
      },
      {
        extends: true,
        optimizeDeps,
        plugins: [onMinifiedCode],
        test: { name: 'minified', include: ['widgets/**/*.test.tsx'], browser: chromium(), ...waitsLong },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: [...configDefaults.exclude, alone],
          environment: 'node',
          globalSetup: 'e2e/setup.ts',
          hookTimeout: 120_000,
          ...waitsLong,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [alone],
          environment: 'node',
          globalSetup: 'e2e/setup.ts',
          hookTimeout: 60_000,
          // After all others: beside them every page is slow.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
