import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build, type Plugin, type UserConfig } from 'vite';
import script from '../vite.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** There is no such file: it stands where its imports find our code and what is installed for the bench. */
const file = `${root}bench/entry.ts`;

const entry = (code: string): Plugin => ({
  name: 'entry',
  enforce: 'pre',
  resolveId: (id) => (id === file ? file : null),
  load: (id) => (id === file ? code : null),
});

async function run(code: string, settings: UserConfig): Promise<string> {
  const outputs = await build({
    ...settings,
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [entry(code), settings.plugins],
    build: {
      ...settings.build,
      write: false,
      lib: { entry: file, formats: ['iife'], name: 'bundle', fileName: () => 'bundle.js' },
    },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The bundler made no code.');
  return chunk.code;
}

/** One classic script of some code and all it imports, made by the settings that our own script is made by. */
export const bundle = (code: string): Promise<string> => run(code, script);

/** The second of the two minifiers that our script goes through, without what it may take for granted of our code. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  async generateBundle(_, chunks) {
    for (const output of Object.values(chunks)) {
      if (output.type !== 'chunk') continue;
      const { code } = await minify(output.code, { ecma: 2020, module: true, compress: { passes: 3 } });
      output.code = code ?? output.code;
    }
  },
};

/**
 * The same for code of others, which our settings know too little about: what they take for granted of our libraries, and
 * the names they shorten, would break it or make it look smaller than it is.
 */
export const bundlePeer = (code: string): Promise<string> =>
  run(code, {
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [minifyAgain],
    build: { target: script.build.target, minify: script.build.minify },
  });
