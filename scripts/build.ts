import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import script from '../vite.config.js';

/** What package.json `exports` names, without extension. */
const entries = {
  index: 'widgets/index.ts',
  proxy: 'proxy/handler.ts',
  'proxy-node': 'proxy/node.ts',
  'proxy-worker': 'proxy/worker.ts',
};

/** Everything in `dist/`: the script for pages, modules for bundlers and servers, and their types. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  await build({ ...script, configFile: false, logLevel: 'warn' });
  await build({
    ...script,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: script.build.target,
      cssTarget: script.build.cssTarget,
      outDir: 'dist/module',
      lib: { entry: entries, formats: ['es'] },
      rolldownOptions: { external: /^node:/ },
    },
  });
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
