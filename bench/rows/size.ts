import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { script } from '../../e2e/site.js';
import { bundle, bundlePeer } from '../bundle.js';
import { peers } from '../peers.js';
import { type Row, toFixedRow } from '../report.js';

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

type Sizes = ReturnType<typeof measure>;

/** @param atMost - The budget is about brotli, which is what pages get. */
const toRows = (what: string, against: string, ours: Sizes, other: Sizes, atMost?: number): Row[] =>
  (['raw', 'gzip', 'brotli'] as const).map((kind) =>
    toFixedRow(
      {
        group: 'size',
        what: `${what}, ${kind}`,
        unit: 'B',
        against,
        atMost: kind === 'brotli' ? atMost : undefined,
      },
      ours[kind],
      other[kind],
    ),
  );

/** Bytes over the wire: ours, its parts, what it is made of, and its peers. */
export async function measureSizes(): Promise<Row[]> {
  const whole = measure(await readFile(script, 'utf8'));
  const rows = toRows('script', 'its libraries alone', whole, measure(await bundle(libraries)));
  for (const [what, code] of Object.entries(parts)) {
    rows.push(...toRows(what, 'the script', measure(await bundle(code)), whole));
  }
  for (const { name, code, kind } of peers) {
    const against = kind === 'data' ? name : `${name} [${kind}]`;
    rows.push(...toRows('script', against, whole, measure(await bundlePeer(code)), kind === 'data' ? 1 : undefined));
  }
  return rows;
}
