import { execFileSync } from 'node:child_process';
import { chmod, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import script from '../vite.config.js';
import { detachDeclarations } from './declarations.js';
import { buildLocales } from './locales.js';
import { loadReference } from './reference/load.js';
import { writeFiles } from './reference/write-files.js';

/** What package.json `exports` names of the proxy, without extension, and the whole program for Node. */
export const proxyEntries = {
  proxy: 'proxy/core/create-proxy.ts',
  'proxy-node': 'proxy/adapters/node.ts',
  'proxy-redis': 'proxy/stores/redis.ts',
  'proxy-worker': 'proxy/adapters/worker.ts',
  'proxy-main': 'proxy/adapters/node-main.ts',
};

export async function buildModules(entry: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  await build({
    ...script,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: script.build.target,
      cssTarget: script.build.cssTarget,
      outDir,
      emptyOutDir: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { external: [/^node:/, 'ioredis'] },
    },
  });
}

/** What package.json `bin` names: one file that runs as it is. */
export async function buildCommand(outDir: string): Promise<void> {
  await build({
    ...script,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: script.build.target,
      outDir,
      emptyOutDir: false,
      lib: { entry: 'cli/main.ts', formats: ['es'], fileName: () => 'cli.js' },
      rolldownOptions: { external: /^node:/, output: { banner: '#!/usr/bin/env node' } },
    },
  });
  await chmod(`${outDir}/cli.js`, 0o755);
}

/** Everything in `dist/`: the script for pages, languages, modules for bundlers and servers, their types, and the reference for editors. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  await build({ ...script, configFile: false, logLevel: 'warn' });
  await buildModules({ index: 'widgets/index.ts', check: 'cli/check.ts', ...proxyEntries }, 'dist/module');
  await buildCommand('dist');
  await buildLocales('dist');
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  });
  detachDeclarations('dist/types');
  await writeFiles(await loadReference(), 'dist');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // `proxy`: what a server needs and no more, for proxy/examples/Containerfile.
  if (process.argv[2] === 'proxy') await buildModules(proxyEntries, 'dist/module');
  else await buildAll();
}
