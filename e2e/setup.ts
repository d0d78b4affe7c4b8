import { access } from 'node:fs/promises';
import { script } from './site.js';

/** The pages here use the script that is built, as a customer would: `npm test` builds it first. */
export async function setup(): Promise<void> {
  await access(script).catch(() => {
    throw new Error('dist/hasoffers-widgets.js is missing: run "npm run build" first ("npm test" does).');
  });
}
