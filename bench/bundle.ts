import { fileURLToPath } from 'node:url';
import { build, mergeConfig } from 'vite';
import config from '../vite.config.js';

/**
 * One classic script of a module and all it imports, with the settings of our own script.
 *
 * @param entry - Path from the repository's root.
 * @param constants - JavaScript source by the name of a global constant.
 */
export async function bundle(entry: string, constants: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const script = {
    configFile: false,
    root,
    logLevel: 'error',
    define: constants,
    build: { write: false, sourcemap: false, lib: { entry, name: 'bundle', fileName: () => 'bundle.js' } },
  };
  const outputs = await build(mergeConfig(config, script));
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`Vite made no script of ${entry}.`);
  return chunk.code;
}
