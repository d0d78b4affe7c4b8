import type { Assumptions } from './assume.js';
import { ky } from './ky.js';
import { preact } from './preact.js';
import { signals } from './signals.js';

/** What the script does not use of the libraries in it. `e2e/assumptions.test.ts` drives a build that checks each of them. */
export const libraries: Readonly<Record<string, Assumptions>> = { ...preact, ...signals, ...ky };
