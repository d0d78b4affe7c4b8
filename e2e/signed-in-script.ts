import { build, mergeConfig, type Rolldown } from 'vite';
import config from '../vite.config.js';

/** A script as `npm run build` makes them, with `<hasoffers-account-manager>` and the signed-in `<hasoffers-test-clicks>`. */
export async function buildSignedInScript(): Promise<string> {
  const outputs = await build(
    mergeConfig(config, {
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        sourcemap: false,
        lib: { entry: 'shared/session/test-script.tsx', name: 'signedInTest', fileName: () => 'hasoffers-test.js' },
      },
    }),
  );
  const [{ output }] = outputs as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}
