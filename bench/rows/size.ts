import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { bundle } from '../bundle.js';
import { type Row, toFigureRow } from '../report.js';

const readBuilt = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), 'utf8');

const part = 'size';
const unit = 'B';

/** Bytes that a page loads: brotli, quality 11. */
export async function measureSizes(): Promise<Row[]> {
  const brotli = (code: string) => brotliCompressSync(code).length;
  return [
    toFigureRow(
      { part, what: 'hasoffers-widgets.js', unit, atMost: 34_000, goal: 30_000 },
      brotli(await readBuilt('hasoffers-widgets.js')),
    ),
    toFigureRow(
      { part, what: 'hasoffers-portal.js', unit, atMost: 58_000, goal: 52_000 },
      brotli(await readBuilt('hasoffers-portal.js')),
    ),
    toFigureRow(
      { part, what: 'account manager alone, bundled with its libraries', unit, atMost: 20_000 },
      brotli(await bundle('dist/module/account-manager.js')),
    ),
  ];
}
