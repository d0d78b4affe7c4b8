import type { Plugin } from 'vite';
import { readBuilt } from './built-script.js';

/** Lets a page import what the build made as `virtual:built`. */
export const provideBuilt = (): Plugin => ({
  name: 'built',
  resolveId: (id) => (id === 'virtual:built' ? '\0built' : null),
  load: (id) => (id === '\0built' ? `export const built = ${JSON.stringify(readBuilt())}` : null),
});
