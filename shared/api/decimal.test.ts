import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromUnits, toUnits } from './decimal.js';

it.each([
  ['15.00000', 1_500_000],
  ['0.1', 10_000],
  ['-12.34', -1_234_000],
  [12.5, 1_250_000],
  ['7', 700_000],
  [' 7. ', 700_000],
  ['0.000019', 1],
  ['', null],
  [null, null],
  [undefined, null],
  ['1,284.60', null],
  ['1e5', null],
  ['NaN', null],
])('%j is %j units', (written, units) => {
  expect(toUnits(written)).toBe(units);
});

it('adds as decimals do', () => {
  const sum = (toUnits('0.10000') ?? 0) + (toUnits('0.20000') ?? 0);
  expect(fromUnits(sum)).toBe(0.3);
});

it('adds any amounts without drift', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })), (amounts) => {
      const written = amounts.map((units) => {
        const digits = String(Math.abs(units)).padStart(6, '0');
        return `${units < 0 ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`;
      });
      const total = written.reduce((sum, text) => sum + (toUnits(text) ?? Number.NaN), 0);
      expect(total).toBe(amounts.reduce((sum, units) => sum + units, 0));
    }),
  );
});
