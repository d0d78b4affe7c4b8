import type { Palette } from './palettes.js';

/**
 * An illustration. An object stands in a 200 × 200 box with its ground at y = 172 and has no background; a landscape
 * fills a 300 × 250 picture and leaves its sky (above y = 80) for the wordmark.
 */
export interface Scene {
  readonly kind: 'object' | 'landscape';
  readonly draw: (colours: Palette) => string;
}

export function object(draw: (colours: Palette) => string): Scene {
  return { kind: 'object', draw };
}

export function landscape(draw: (colours: Palette) => string): Scene {
  return { kind: 'landscape', draw };
}
