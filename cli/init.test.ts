import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { writeStarter } from './init.js';

const files = ['.env.example', 'README.md', 'index.html', 'proxy.mjs'];
let folder: string;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starter-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const print = (line: string): void => void lines.push(line);
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

it('writes four files, and says what to do next', async () => {
  await writeStarter({ folder, print });
  expect(readdirSync(folder).sort()).toEqual(files);
  expect(lines.slice(0, 4)).toEqual(files.map((file) => `wrote ${file}`));
  expect(lines.at(-1)).toContain('node proxy.mjs');
  expect(read('README.md').trimEnd().split('\n')).toHaveLength(10);
});

it('keeps every file that exists, and says so for each', async () => {
  writeFileSync(join(folder, 'index.html'), 'my page');
  writeFileSync(join(folder, 'README.md'), 'my notes');
  await writeStarter({ folder, print });
  expect([read('index.html'), read('README.md')]).toEqual(['my page', 'my notes']);
  expect(lines.slice(0, 4)).toEqual([
    'wrote .env.example',
    'kept  README.md: it exists already, nothing was changed',
    'kept  index.html: it exists already, nothing was changed',
    'wrote proxy.mjs',
  ]);
});

it('fails where it cannot write', async () => {
  await expect(writeStarter({ folder: join(folder, 'nowhere'), print })).rejects.toThrow('ENOENT');
});

it('names the sample network with the key that it has', async () => {
  await writeStarter({ folder, print });
  expect(read('proxy.mjs')).toContain(`networkId: '${sampleNetworkId}'`);
  expect(read('proxy.mjs')).toContain(`'${sampleKeys.active}'`);
});
