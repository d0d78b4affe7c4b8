import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildPages, type Demo, startDemo } from '../demo/server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of this run alone; `setup.ts` makes and removes it. */
    runFolder: string;
  }
}

/** The demo of the sample network. The first test file that asks builds its pages, for all files of the run. */
export async function startSharedDemo(): Promise<Demo> {
  const pages = join(inject('runFolder'), 'demo');
  const unfinished = `${pages}-unfinished`;
  const isFirst = await mkdir(unfinished).then(
    () => true,
    () => false,
  );
  if (isFirst && !existsSync(pages)) {
    await buildPages(unfinished);
    await rename(unfinished, pages);
  }
  while (!existsSync(pages)) await new Promise((resolve) => setTimeout(resolve, 100));
  return startDemo({ port: 0, pages });
}
