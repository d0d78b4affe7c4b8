import { type Plugin, runnerImport } from 'vite';
import script from '../../vite.config.js';
import type { Reference } from './model.js';

/** Contracts import their stylesheets, which is of no interest here and needs more of Vite than what runs a module. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css?inline') ? '\0no-styles' : undefined),
  load: (id) => (id === '\0no-styles' ? 'export default "";' : undefined),
};

/** {@link Reference} for programs that Vite does not run: the build, the demo's pages, `npm run reference`. */
export async function loadReference(): Promise<Reference> {
  const { module } = await runnerImport<typeof import('./reference.js')>(`${import.meta.dirname}/reference.ts`, {
    ...script,
    plugins: [withoutStyles],
    configFile: false,
    logLevel: 'warn',
  });
  return module.readReference();
}
