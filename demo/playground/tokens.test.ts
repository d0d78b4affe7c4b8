import { expect, it } from 'vitest';
import { isBase, toTokenInput } from './tokens.js';

it.each([
  ['--hasoffers-accent', 'light-dark(#345, #abc)', { kind: 'colour' }],
  ['--hasoffers-button-background', 'var(--hasoffers-accent)', { kind: 'colour' }],
  ['--hasoffers-card-width', '16em', { kind: 'range', least: 0, most: 32, step: 0.0625, unit: 'em' }],
  ['--hasoffers-border-width', '1px', { kind: 'range', least: 0, most: 6, step: 1, unit: 'px' }],
  ['--hasoffers-density', '1', { kind: 'range', least: 0.6, most: 1.4, step: 0.05, unit: '' }],
  ['--hasoffers-picture-ratio', '16 / 9', { kind: 'text' }],
])('sets %s by a fitting control', (name, fallback, input) => {
  expect(toTokenInput({ name, fallback })).toEqual(input);
});

it('puts first what others are made of', () => {
  const names = [
    ['--hasoffers-accent', '#345'],
    ['--hasoffers-link', 'var(--hasoffers-accent)'],
    ['--hasoffers-photo-size', '4em'],
    ['--hasoffers-font-size', 'medium'],
  ] as const;
  expect(names.filter(([name, fallback]) => isBase({ name, fallback })).map(([name]) => name)).toEqual([
    '--hasoffers-accent',
    '--hasoffers-font-size',
  ]);
});
