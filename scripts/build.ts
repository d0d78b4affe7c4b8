import { execFileSync } from 'node:child_process';
import { chmod, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, mergeConfig } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import config from '../vite.config.js';
import { buildLocales } from './locales.js';
import { loadReference } from './reference/load.js';
import { writeFiles } from './reference/write-files.js';

/** The scripts for pages, by name. */
const scripts = {
  'hasoffers-widgets': 'widgets/index.ts',
  'hasoffers-portal': 'widgets/portal.ts',
};

/** ES modules of the elements: all public ones, all, and one for each element. */
const widgetEntries = {
  index: 'widgets/index.ts',
  portal: 'widgets/portal.ts',
  'account-manager': 'widgets/account-manager/register.ts',
  offer: 'widgets/offer/register.ts',
  stats: 'widgets/stats/register.ts',
  'tracking-link': 'widgets/tracking-link/register.ts',
  payments: 'widgets/payments/register.ts',
  'offer-list': 'widgets/offer-list/register.ts',
};

/** What package.json `exports` names of the proxy, without extension, and the whole program for Node. */
export const proxyEntries = {
  proxy: 'proxy/core/create-proxy.ts',
  'proxy-node': 'proxy/adapters/node.ts',
  'proxy-redis': 'proxy/stores/redis.ts',
  'proxy-worker': 'proxy/adapters/worker.ts',
  'proxy-main': 'proxy/adapters/node-main.ts',
  tokens: 'proxy/tokens/tokens.ts',
};

/** One classic script for pages, with the configuration of vite.config.ts. */
export async function buildScript(entry: string, name: string, options: InlineConfig = {}): Promise<void> {
  const script: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    build: { lib: { entry, fileName: () => `${name}.js` } },
  };
  await build(mergeConfig(mergeConfig(config, script), options));
}

/** ES modules. The libraries stay imports, so that an application's bundler shares them. */
export async function buildModules(entry: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: config.define,
    build: {
      target: config.build.target,
      cssTarget: config.build.cssTarget,
      sourcemap: true,
      outDir,
      emptyOutDir: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        external: (id) =>
          id.startsWith('node:') || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  });
}

/** What package.json `bin` names: one file that runs as it is. */
export async function buildCommand(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: config.define,
    build: {
      target: config.build.target,
      outDir,
      emptyOutDir: false,
      lib: { entry: 'cli/main.ts', formats: ['es'], fileName: () => 'cli.js' },
      rolldownOptions: { external: /^node:/, output: { banner: '#!/usr/bin/env node' } },
    },
  });
  await chmod(`${outDir}/cli.js`, 0o755);
}

/** Everything in `dist/`: scripts for pages, languages, modules for bundlers and servers, their types, and the reference. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  for (const [name, entry] of Object.entries(scripts)) await buildScript(entry, name);
  await buildModules(widgetEntries, 'dist/module');
  await buildModules({ check: 'cli/check.ts', ...proxyEntries }, 'dist/module');
  await buildCommand('dist');
  await buildLocales('dist');
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  });
  await writeFiles(await loadReference(), 'dist');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // `proxy`: what a server needs and no more, for proxy/examples/Containerfile.
  if (process.argv[2] === 'proxy') await buildModules(proxyEntries, 'dist/module');
  else await buildAll();
}
