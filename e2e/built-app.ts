import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, type PluginOption } from 'vite';
import { type Framework, makeProject } from './project.js';
import type { Site } from './site.js';

/** A project of `e2e/frameworks` as its owner builds it, for browsers and for a server. */
export interface BuiltApp {
  /** What its server renders, once for each API that the framework has. */
  readonly rendered: readonly string[];
  /** Serves `bundled.js` (our package inside), `client.js` (without it), `offers.js` (the guide's component) below `/app/`. */
  serve(site: Site): void;
}

/** The framework's own plugin for Vite: Vue's, set up as in the guide; JSX needs none. */
async function pluginsOf(framework: Framework, folder: string): Promise<PluginOption> {
  if (framework === 'vue') {
    const { default: config } = await import(pathToFileURL(join(folder, 'vite.config.js')).href);
    return (config as InlineConfig).plugins;
  }
  if (framework !== 'svelte') return null;
  const path = createRequire(join(folder, 'package.json')).resolve('@sveltejs/vite-plugin-svelte');
  return (await import(pathToFileURL(path).href)).svelte();
}

export async function buildApp(framework: Framework): Promise<BuiltApp> {
  const folder = makeProject(framework);
  const extension = ['vue', 'svelte'].includes(framework) ? 'ts' : 'tsx';
  const common = async (): Promise<InlineConfig> => ({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [await pluginsOf(framework, folder)],
    oxc: { jsx: { runtime: 'automatic', importSource: framework === 'preact' ? 'preact' : 'react' } },
    // The development builds: only they log warnings.
    define: { 'process.env.NODE_ENV': '"development"', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  });
  const entries = ['bundled', 'client', 'offers'].map((name) => [name, join(folder, `${name}.${extension}`)]);
  await build({
    ...(await common()),
    build: {
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(entries),
        preserveEntrySignatures: 'strict',
        output: { dir: join(folder, 'client'), entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  await build({
    ...(await common()),
    build: {
      ssr: join(folder, `server.${extension}`),
      rolldownOptions: { output: { dir: join(folder, 'server'), entryFileNames: 'server.mjs' } },
    },
  });
  const server = (await import(pathToFileURL(join(folder, 'server/server.mjs')).href)) as {
    render(): Promise<readonly string[]>;
  };
  return {
    rendered: await server.render(),
    serve(site) {
      for (const file of readdirSync(join(folder, 'client'))) {
        const code = readFileSync(join(folder, 'client', file));
        site.route(`/app/${file}`, (_, response) => {
          response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
        });
      }
    },
  };
}
