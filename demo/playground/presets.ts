import type { Host } from './configuration.js';

/** A look to start from. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** What kind of page it is made for. */
  readonly host: Host;
  readonly tokens: Readonly<Record<string, string>>;
}

/** A few variables are enough: shades, lines and what stands on the accent follow from them. */
export const presets: readonly Preset[] = [
  {
    id: 'paper',
    title: 'Paper',
    host: 'blog',
    tokens: {
      '--hasoffers-accent': 'light-dark(#8a3b1e, #f0a987)',
      '--hasoffers-text': 'light-dark(#2b2622, #f1e9de)',
      '--hasoffers-surface': 'light-dark(#fffdf8, #221e1a)',
      '--hasoffers-radius': '0.25em',
      '--hasoffers-shadow': 'none',
      '--hasoffers-font': 'Georgia, "Noto Serif", serif',
    },
  },
  {
    id: 'night',
    title: 'Night',
    host: 'dashboard',
    tokens: {
      '--hasoffers-accent': '#5eead4',
      '--hasoffers-text': '#e2e8f0',
      '--hasoffers-surface': '#121922',
      '--hasoffers-radius': '0.5em',
      '--hasoffers-shadow': 'none',
    },
  },
  {
    id: 'market',
    title: 'Market',
    host: 'shop',
    tokens: {
      '--hasoffers-accent': 'light-dark(#b80f5a, #ff9cc4)',
      '--hasoffers-surface': 'light-dark(#fff, #211a1e)',
      '--hasoffers-radius': '1.25em',
      '--hasoffers-gap': '1.25em',
      '--hasoffers-shadow': '0 0.5em 1.5em #b80f5a1f',
    },
  },
];
