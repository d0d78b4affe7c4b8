import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import packageJson from '../package.json' with { type: 'json' };

/**
 * The script as Vite alone makes it: no configuration file, no plugins, its own minifier. That it behaves as the one of
 * `npm run build` shows that the sources need nothing but Vite.
 */
export async function buildPlainly(): Promise<string> {
  const outputs = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [],
    publicDir: false,
    // Constants that every build has to name: an ES library leaves both to the application.
    define: { __VERSION__: JSON.stringify(packageJson.version), 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: 'widgets/index.ts', formats: ['iife'], name: 'hasoffersWidgets' } },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Vite made no script of widgets/index.ts.');
  return chunk.code;
}
