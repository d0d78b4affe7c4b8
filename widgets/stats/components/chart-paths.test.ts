import { expect, it } from 'vitest';
import { createScale, lonePoints, plotHeight } from './chart-paths.js';

it('has room for amounts below 0, with a line at 0', () => {
  const { y, ticks } = createScale(3, [-50, 50, null]);
  expect(ticks).toEqual([-50, 0, 50]);
  expect([y(50), y(0), y(-50)]).toEqual([0, plotHeight / 2, plotHeight]);
});

it('ends at 0 where all amounts are below', () => {
  expect(createScale(2, [-90, -20]).ticks).toEqual([-100, -50, 0]);
});

it.each([
  [
    [0, 1],
    [0, 1],
  ],
  [
    [2, null],
    [0, 1, 2],
  ],
  [
    [0.5, 1],
    [0, 0.5, 1],
  ],
  [[], [0, 1]],
])('of %j has lines at %j', (values, lines) => {
  expect(createScale(2, values).ticks).toEqual(lines);
});

it('draws a day between days without a value as a dot', () => {
  const values = [4, 4, null, 2, null];
  expect(lonePoints(values, createScale(5, values))).toBe('M700 150h0');
});
