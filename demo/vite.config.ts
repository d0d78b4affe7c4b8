import { readdirSync } from 'node:fs';
import type { InlineConfig } from 'vite';
import { loadReference } from '../scripts/reference/load.js';
import { makeConnect } from './connect/make-connect.js';
import { docsPages, makeDocs } from './docs/make-docs.js';
import { makeStatePages, statePages } from './gallery/state-pages.js';
import { makeReference } from './reference/make-reference.js';
import { makePages, type SiteOptions } from './site/pages.js';
import { provideBuilt } from './site/provide-built.js';

const root = import.meta.dirname;

/** Every page: what stands in the demo's own folder, and the hosts; those of states and guides are made. */
const pages = ['.', 'hosts'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => `${root}/${folder}/${file}`),
);

/** What building and serving the pages have in common. An unknown URL is a 404, not the first page. */
export const siteConfig = { root, configFile: false, logLevel: 'warn', appType: 'mpa' } as const;

/**
 * The demo site: plain pages that use the built script as a customer would. `demo/server.ts` builds and serves them.
 *
 * @param outDir - A folder of its own for each server: several run at once where tests do.
 */
export const createBuildConfig = (outDir: string, options: SiteOptions, reference = loadReference()): InlineConfig => ({
  ...siteConfig,
  publicDir: '../public',
  plugins: [
    provideBuilt(),
    makeStatePages(root),
    makeDocs(root, reference),
    makePages(options),
    makeReference(reference),
    makeConnect(),
  ],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
    // Every picture stays a file: the pages' own policy allows no data URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...pages, ...statePages(root), ...docsPages(root)],
      // How long which plugin took is nothing to warn of.
      checks: { bundlerTimings: false },
    },
  },
});
