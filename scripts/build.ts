import { rm } from 'node:fs/promises';
import { build } from 'vite';

// The script for pages.
await rm('dist', { recursive: true, force: true });
await build({ logLevel: 'warn' });
