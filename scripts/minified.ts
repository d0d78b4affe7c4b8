import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, mergeConfig, type Plugin, type Rolldown } from 'vite';
import config from '../vite.config.js';

const entry = fileURLToPath(new URL('../widgets/test-minified.ts', import.meta.url));
const replaced = [
  'shared/api/errors.ts',
  'shared/element/define-widget.tsx',
  'widgets/account-manager/account-manager.ts',
  'widgets/offer/offer.ts',
  'widgets/stats/stats.ts',
  'widgets/tracking-link/tracking-link.ts',
  'widgets/creatives/creatives.ts',
  'widgets/payments/payments.ts',
  'widgets/messages/messages.ts',
  'widgets/conversions/conversions.ts',
  'widgets/offer-list/offer-list.ts',
].map((path) => fileURLToPath(new URL(`../${path}`, import.meta.url)));
const minifiedId = '\0minified-widgets';

/** The widgets as the build for pages minifies them, as a module with the names that `widgets/test-minified.ts` exports. */
async function bundle(): Promise<string> {
  const result = await build(
    mergeConfig(config, {
      configFile: false,
      logLevel: 'warn',
      build: { write: false, sourcemap: false, lib: { entry, name: 'minifiedWidgets', fileName: () => 'minified.js' } },
    }),
  );
  const [{ output }] = result as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  const { code } = output[0];
  const names = [...(await readFile(entry, 'utf8')).matchAll(/export \{ (.+) \} from/g)].flatMap(([, list = '']) =>
    list.split(', '),
  );
  const signals = ['signal', 'computed', 'effect', 'batch', 'untracked', 'Signal'];
  return `${code}\nexport const { ${[...names, ...signals].join(', ')} } = minifiedWidgets;`;
}

/**
 * Runs element tests on the minified code: what they import of the widgets, and what these share with them, comes out of
 * the bundle. So that a minifier that breaks something is seen by the same tests.
 */
export const onMinifiedCode: Plugin = {
  name: 'on-minified-code',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source === '@preact/signals') return minifiedId;
    if (!importer || !source.startsWith('.')) return undefined;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    return resolved && replaced.includes(resolved.id.split('?')[0] ?? '') ? minifiedId : undefined;
  },
  load: (id) => (id === minifiedId ? bundle() : undefined),
};
