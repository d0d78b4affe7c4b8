/** What the build made, read when the site is built: see `provide-built.ts`. */
declare module 'virtual:built' {
  import type { Built } from './built-script.js';
  export const built: Built;
}
