import type { Palette } from './palettes.js';

/** Draws a mark in a 100 × 100 box. `initial` is the first letter of the brand's name. */
export type Mark = (colours: Palette, initial: string) => string;
