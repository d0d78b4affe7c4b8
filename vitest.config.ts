import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser.js';
import viteConfig from './vite.config.js';

/** What looks at speed. */
const alone = 'e2e/demo-lighthouse.test.ts';

/** Three rings: plain functions in Node, elements in a real Chromium, the built script on real pages end to end. */
export default defineConfig({
  ...viteConfig,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{widgets,shared,proxy,cli,sample-network,demo,scripts}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
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
        },
        test: {
          name: 'browser',
          include: ['{widgets,shared}/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findBrowser() ?? '', args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: [...configDefaults.exclude, alone],
          environment: 'node',
          globalSetup: 'e2e/setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A busy machine is no failure: what is waited for comes, or does not.
          expect: { poll: { timeout: 15_000 } },
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
