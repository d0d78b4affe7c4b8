import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { script } from '../../e2e/site.js';
import { bundle, bundlePeer } from '../bundle.js';
import { peers } from '../peers.js';
import { type Row, toFixedRow } from '../report.js';

const group = 'size';

const only = (widget: string, file: string) => `
  import { createPage } from '../shared/config.js';
  import { define } from '../shared/element/define.js';
  import { ${widget} } from '../widgets/${file}/${file}.js';
  define(${widget}, createPage());`;

/** Our script, in parts. What a part weighs is what its absence saves. */
const parts = {
  'account manager alone': only('accountManager', 'account-manager'),
  'offer list alone': only('offerList', 'offer-list'),
} as const;

/** What our script takes from others, as much of it as our script takes. */
const libraries = `
  import { batch, effect, signal, untracked } from '@preact/signals';
  import ky from 'ky';
  import { createElement, Fragment, h, render } from 'preact';
  window.libraries = [batch, effect, signal, untracked, ky, createElement, Fragment, h, render];`;

const measure = (code: string) => ({
  raw: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code).length,
});

/** Bytes over the wire: ours, its parts, what it is made of, and its peers. */
export async function measureSizes(): Promise<Row[]> {
  const whole = measure(await readFile(script, 'utf8'));
  const rows: Row[] = [];
  const core = measure(await bundle(libraries));
  for (const kind of ['raw', 'gzip', 'brotli'] as const) {
    rows.push(
      toFixedRow(
        { group, what: `script, ${kind}`, unit: 'B', against: 'its libraries alone' },
        whole[kind],
        core[kind],
      ),
    );
  }
  for (const [what, code] of Object.entries(parts)) {
    const { brotli } = measure(await bundle(code));
    rows.push(toFixedRow({ group, what: `${what}, brotli`, unit: 'B', against: 'the script' }, brotli, whole.brotli));
  }
  for (const { name, code, kind } of peers) {
    const { brotli } = measure(await bundlePeer(code));
    const against = kind === 'data' ? name : `${name} [${kind}]`;
    const atMost = kind === 'data' ? 1 : undefined;
    rows.push(toFixedRow({ group, what: 'script, brotli', unit: 'B', against, atMost }, whole.brotli, brotli));
  }
  return rows;
}
