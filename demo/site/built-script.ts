import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Manifest, ScriptFile } from '../playground/manifest.js';

/** Everything `npm run build` makes. */
export const dist = `${import.meta.dirname}/../../dist`;

export interface BuiltScript {
  readonly version: string;
  /** For the attribute of the same name. */
  readonly integrity: string;
}

export interface Built {
  readonly scripts: Readonly<Record<ScriptFile, BuiltScript>>;
  /** `dist/custom-elements.json`. */
  readonly manifest: Manifest;
  /** The languages that have a script of their own, with its hash. */
  readonly locales: readonly { readonly language: string; readonly integrity: string }[];
}

const read = (file: string) => readFileSync(`${dist}/${file}`);
const toIntegrity = (file: Buffer) => `sha384-${createHash('sha384').update(file).digest('base64')}`;

/** What a page has to know about a script in `dist/`: computed from the file, so that it cannot be another's. */
export function readBuiltScript(file: ScriptFile): BuiltScript {
  const script = read(file);
  const { version } = JSON.parse(readFileSync(`${dist}/../package.json`, 'utf8'));
  return { version, integrity: toIntegrity(script) };
}

/** All that the playground knows about the elements. */
export function readBuilt(): Built {
  const locales = existsSync(`${dist}/locales`) ? readdirSync(`${dist}/locales`) : [];
  return {
    scripts: {
      'hasoffers-widgets.js': readBuiltScript('hasoffers-widgets.js'),
      'hasoffers-portal.js': readBuiltScript('hasoffers-portal.js'),
    },
    manifest: JSON.parse(read('custom-elements.json').toString()),
    locales: locales
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({ language: file.replace(/\.js$/, ''), integrity: toIntegrity(read(`locales/${file}`)) })),
  };
}
