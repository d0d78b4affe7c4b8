import fc from 'fast-check';
import { expect, it } from 'vitest';
import { worstWindow } from '../fixtures/worst-window.js';
import { createCallLog } from './call-log.js';

const window = 10_000;

it('never lets more through in any window, however the demand comes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.boolean(), fc.integer({ min: 1, max: 60 })), {
        maxLength: 60,
      }),
      (demand) => {
        let time = 0;
        const log = createCallLog(window, () => time);
        const calls: number[] = [];
        for (const [pause, isNew, count] of demand) {
          time += pause;
          for (let call = 0; call < count; call += 1) {
            if (log.take({ isNew, max: 40, maxNew: 30 }) === 0) calls.push(time);
          }
        }
        expect(worstWindow(calls)).toBeLessThanOrEqual(40);
      },
    ),
    { numRuns: 300 },
  );
});

it('says exactly when the next call may be made', () => {
  let time = 0;
  const log = createCallLog(window, () => time);
  const take = () => log.take({ isNew: false, max: 3, maxNew: 2 });
  for (; time < 3000; time += 1000) expect(take()).toBe(0);
  const wait = take();
  time += wait - 1;
  expect(take()).toBe(1);
  time += 1;
  expect(take()).toBe(0);
});

it('keeps a part for requests that are known, so that new ones cannot starve them', () => {
  const log = createCallLog(window, () => 0);
  const count = (isNew: boolean) =>
    Array.from({ length: 100 }, () => log.take({ isNew, max: 40, maxNew: 30 })).filter((wait) => wait === 0).length;
  expect([count(true), count(false), log.left(40)]).toEqual([30, 10, 0]);
});

it('lets nothing through when nothing is allowed', () => {
  expect(createCallLog(window, () => 0).take({ isNew: false, max: 0, maxNew: 0 })).toBe(window);
});
