import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Everything in `dist/`: the script for pages. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  await build({ logLevel: 'warn' });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
