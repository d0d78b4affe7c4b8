import type { Host } from './configuration.js';

/** A look to start from. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** What kind of page it is made for. */
  readonly host: Host;
  readonly tokens: Readonly<Record<string, string>>;
}

export const presets: readonly Preset[] = [
  {
    id: 'paper',
    title: 'Paper',
    host: 'blog',
    tokens: {
      '--hasoffers-accent': 'light-dark(#8a3b1e, #f0a987)',
      '--hasoffers-on-accent': 'light-dark(#fff, #2b1208)',
      '--hasoffers-text': 'light-dark(#2b2622, #f1e9de)',
      '--hasoffers-muted': 'light-dark(#6b6055, #b9ac9c)',
      '--hasoffers-surface': 'light-dark(#fffdf8, #221e1a)',
      '--hasoffers-subtle': 'light-dark(#f3eadb, #2f2923)',
      '--hasoffers-border': 'light-dark(#e5dac8, #443b32)',
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
      '--hasoffers-on-accent': '#04201c',
      '--hasoffers-text': '#e2e8f0',
      '--hasoffers-muted': '#94a3b8',
      '--hasoffers-surface': '#121922',
      '--hasoffers-subtle': '#1c2632',
      '--hasoffers-border': '#2c3a4b',
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
      '--hasoffers-on-accent': 'light-dark(#fff, #3a0119)',
      '--hasoffers-surface': 'light-dark(#fff, #211a1e)',
      '--hasoffers-subtle': 'light-dark(#fdeef5, #33262d)',
      '--hasoffers-border': 'light-dark(#f5cfe0, #4f3843)',
      '--hasoffers-radius': '1.25em',
      '--hasoffers-gap': '1.25em',
      '--hasoffers-shadow': '0 0.5em 1.5em #b80f5a1f',
    },
  },
];
