import { execFileSync } from 'node:child_process';
import { chmod, cp, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, mergeConfig } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import config from '../vite.config.js';
import { buildTypes } from './build-types.js';
import { buildLocales } from './locales.js';
import { writePhpProxy } from './php-proxy.js';
import { loadReference } from './reference/load.js';
import { writeFiles } from './reference/write-files.js';
import { buildPlugin } from './wordpress/plugin.js';

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
  creatives: 'widgets/creatives/register.ts',
  payments: 'widgets/payments/register.ts',
  messages: 'widgets/messages/register.ts',
  conversions: 'widgets/conversions/register.ts',
  'offer-list': 'widgets/offer-list/register.ts',
};

/** ES modules of the proxy, and the whole program for Node. */
const proxyEntries = {
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

/** Modules for servers: the proxy, the check, and what the command runs. */
const serverEntries = { check: 'cli/check.ts', 'sample-network/main': 'sample-network/main.ts', ...proxyEntries };

/** ES modules. The libraries stay imports, so that an application's bundler shares them. */
export async function buildModules(
  entry: Readonly<Record<string, string>>,
  outDir: string,
  fileName = (name: string) => `${name}.js`,
): Promise<void> {
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
      lib: { entry, formats: ['es'], fileName: (_, name) => fileName(name) },
      rolldownOptions: {
        external: (id) =>
          id.startsWith('node:') || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { chunkFileNames: fileName('[name]-[hash]') },
      },
    },
  });
}

/** `cli.js`, which package.json `bin` names, and in `module/` what it loads when a command needs it. */
export async function buildServer(outDir: string): Promise<void> {
  const toFile = (name: string) => (name === 'cli' ? 'cli.js' : `module/${name}.js`);
  await buildModules({ cli: 'cli/main.ts', ...serverEntries }, outDir, toFile);
  await chmod(`${outDir}/cli.js`, 0o755);
  await cp('sample-network/pictures', `${outDir}/module/sample-network/pictures`, { recursive: true });
  await cp('cli/starter', `${outDir}/starter`, { recursive: true });
}

/** Everything in `dist/`: scripts for pages, languages, modules for bundlers and servers, their types, and the reference. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  await Promise.all(Object.entries(scripts).map(([name, entry]) => buildScript(entry, name)));
  await buildModules(widgetEntries, 'dist/module');
  await buildServer('dist');
  writePhpProxy();
  await buildLocales('dist');
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  });
  await buildTypes({ ...widgetEntries, ...serverEntries }, 'dist/types');
  const reference = await loadReference();
  await writeFiles(reference, 'dist');
  await buildPlugin(reference, 'dist');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildAll();
}
