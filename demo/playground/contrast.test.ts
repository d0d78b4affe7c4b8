import { expect, it } from 'vitest';
import { contrast } from './contrast.js';

it.each([
  ['black on white', [0, 0, 0, 1], [255, 255, 255, 1], 21],
  ['white on white', [255, 255, 255, 1], [255, 255, 255, 1], 1],
  ['the lightest grey that is text on white', [118, 118, 118, 1], [255, 255, 255, 1], 4.54],
  ['half a black on white, which is grey', [0, 0, 0, 0.5], [255, 255, 255, 1], 3.98],
  ['white on a ground one sees through', [255, 255, 255, 1], [0, 0, 0, 0], 1],
] as const)('measures %s', (_, front, ground, ratio) => {
  expect(contrast(front, ground)).toBeCloseTo(ratio, 2);
});
