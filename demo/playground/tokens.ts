import type { Token } from './manifest.js';

/** How a variable is set by hand, told by its name and its default. */
export type TokenInput =
  | { readonly kind: 'colour' }
  | {
      readonly kind: 'range';
      readonly least: number;
      readonly most: number;
      readonly step: number;
      readonly unit: string;
    }
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'text' };

const fonts = {
  'Page’s own': 'inherit',
  System: 'system-ui, sans-serif',
  Serif: 'Georgia, "Noto Serif", serif',
  Rounded: 'ui-rounded, "Nunito", "Noto Sans", sans-serif',
  Monospace: 'ui-monospace, "Noto Sans Mono", monospace',
};
const shadows = {
  None: 'none',
  Soft: '0 1px 0.5em #0001',
  Raised: '0 0.5em 1.5em #10182826',
  Hard: '0.25em 0.25em 0 #10182833',
};

const range = (least: number, most: number, step: number, unit = ''): TokenInput => ({
  kind: 'range',
  least,
  most,
  step,
  unit,
});

export function toTokenInput({ name, fallback }: Pick<Token, 'name' | 'fallback'>): TokenInput {
  if (/density$/.test(name)) return range(0.6, 1.4, 0.05);
  if (/line-height$/.test(name)) return range(1, 2, 0.05);
  if (/weight$/.test(name)) return range(300, 900, 100);
  if (/lines$/.test(name)) return range(1, 6, 1);
  if (/font-size$/.test(name)) return range(10, 24, 1, 'px');
  if (/font$/.test(name)) return { kind: 'choice', values: fonts };
  if (/shadow$/.test(name)) return { kind: 'choice', values: shadows };
  if (/ratio$/.test(name)) return { kind: 'text' };
  if (/radius|gap|padding|size|width|height/.test(name)) {
    const [, number = '1', unit] = /^([\d.]+)(em|px)$/.exec(fallback) ?? [];
    return unit === 'px' ? range(0, 6, 1, 'px') : range(0, Math.max(3, 2 * Number(number)), 0.0625, 'em');
  }
  return { kind: 'colour' };
}

/** Few are enough for a look: the others are made of them, or are about a single part. */
export const isBase = ({ name, fallback }: Pick<Token, 'name' | 'fallback'>): boolean =>
  /^--hasoffers-(\w+|font-size)$/.test(name) && !fallback.includes('var(--hasoffers-');
