import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
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

/** One classic script of some code and all it imports, made by the settings that our own script is made by. */
export async function bundle(code: string): Promise<string> {
  const outputs = await build({
    ...script,
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [entry(code), ...script.plugins],
    build: {
      ...script.build,
      write: false,
      lib: { entry: file, formats: ['iife'], name: 'bundle', fileName: () => 'bundle.js' },
    },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The bundler made no code.');
  return chunk.code;
}
