import type { Token } from './manifest.js';

/** How a variable is set by hand, told by its name: a default can be a formula of other variables. */
export type TokenInput =
  | { readonly kind: 'colour' }
  | { readonly kind: 'length'; readonly most: number; readonly step: number; readonly unit: 'em' | 'px' }
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
  Soft: '0 1px 0.5em #10182812',
  Raised: '0 0.5em 1.5em #10182826',
  Hard: '0.25em 0.25em 0 #10182833',
};

export function toTokenInput({ name }: Pick<Token, 'name'>): TokenInput {
  if (/font-size$/.test(name)) return { kind: 'length', most: 24, step: 1, unit: 'px' };
  if (/font(-family)?$/.test(name)) return { kind: 'choice', values: fonts };
  if (/shadow/.test(name)) return { kind: 'choice', values: shadows };
  if (/radius|gap|space|padding|size|width|height|inset|offset/.test(name))
    return { kind: 'length', most: 3, step: 0.0625, unit: 'em' };
  if (/weight|line|ratio|duration|opacity|density|columns|style|transform|transition/.test(name))
    return { kind: 'text' };
  return { kind: 'colour' };
}

/** Those from which others derive come first: the rest stands behind a button. */
export const isDerived = ({ fallback }: Pick<Token, 'fallback'>): boolean => fallback.includes('var(--hasoffers-');
