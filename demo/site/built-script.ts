import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** Everything `npm run build` makes. */
export const dist = `${import.meta.dirname}/../../dist`;

export interface BuiltScript {
  readonly version: string;
  /** For the attribute of the same name. */
  readonly integrity: string;
  /** Bytes on the wire, brotli. */
  readonly compressed: number;
}

/** What a page has to know about `dist/hasoffers-widgets.js`: computed from the file, so that it cannot be another's. */
export function readBuiltScript(): BuiltScript {
  const script = readFileSync(`${dist}/hasoffers-widgets.js`);
  const { version } = JSON.parse(readFileSync(`${dist}/../package.json`, 'utf8'));
  return {
    version,
    integrity: `sha384-${createHash('sha384').update(script).digest('base64')}`,
    compressed: brotliCompressSync(script).length,
  };
}
