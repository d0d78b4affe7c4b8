import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { script } from './site.js';

/** The pages here use the script that is built, as a customer would: `npm test` builds it first. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await access(script).catch(() => {
    throw new Error('dist/hasoffers-widgets.js is missing: run "npm run build" first ("npm test" does).');
  });
  const folder = await mkdtemp(join(tmpdir(), 'hasoffers-e2e-'));
  project.provide('runFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
