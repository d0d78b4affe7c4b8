import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProxyError } from '../policy/proxy-error.js';
import { type Budget, createBudget } from './budget.js';

/** The most calls in any window of ten seconds. */
function worstWindow(times: readonly number[]): number {
  return Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time <= start + 10_000).length));
}

describe('the upstream budget', () => {
  it('never allows more calls in any 10 s, whatever the pattern of demand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.boolean(), fc.integer({ min: 1, max: 60 })), {
          maxLength: 60,
        }),
        (demand) => {
          let time = 0;
          const budget = createBudget({ limit: 40, now: () => time });
          const calls: number[] = [];
          for (const [pause, known, count] of demand) {
            time += pause;
            for (let call = 0; call < count; call += 1) if (budget.take(known) === 0) calls.push(time);
          }
          expect(worstWindow(calls)).toBeLessThanOrEqual(40);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('returns exactly when the next call may be made', () => {
    let time = 0;
    const budget = createBudget({ limit: 3, now: () => time });
    for (; time < 3000; time += 1000) expect(budget.take(true)).toBe(0);
    const wait = budget.take(true);
    time += wait - 1;
    expect(budget.take(true)).toBe(1);
    time += 1;
    expect(budget.take(true)).toBe(0);
  });

  it('reserves a quarter for known queries, so that new ones cannot starve them', () => {
    const budget = createBudget({ limit: 40, now: () => 0 });
    const fresh = Array.from({ length: 100 }, () => budget.take(false)).filter((wait) => wait === 0);
    const known = Array.from({ length: 100 }, () => budget.take(true)).filter((wait) => wait === 0);
    expect([fresh.length, known.length, budget.left()]).toEqual([30, 10, 0]);
  });

  it('stops for ten seconds when upstream says that its limit is reached', () => {
    let time = 0;
    const budget = createBudget({ limit: 40, now: () => time });
    budget.pause();
    time = 9999;
    expect(budget.left()).toBe(0);
    expect(() => budget.take(true)).toThrow(new ProxyError('COOLING_DOWN', { retryAfter: 1 }));
    time = 10_000;
    expect(budget.take(true)).toBe(0);
  });

  describe('when the shared budget is lost', () => {
    const count = (budget: Budget): number =>
      Array.from({ length: 100 }, () => budget.take(true)).filter((wait) => wait === 0).length;

    it.each([
      ['alone', { used: 0, instances: 1 }, 40],
      ['one of two, nothing used', { used: 0, instances: 2 }, 20],
      ['one of two, the other has used 30', { used: 30, instances: 2 }, 5],
      ['one of four, all is used', { used: 40, instances: 4 }, 0],
    ])('%s: an equal part of what was left', (_, reply, calls) => {
      const budget = createBudget({ limit: 40, now: () => 0 });
      budget.noteShared({ wait: 0, ...reply });
      budget.loseShared();
      expect(count(budget)).toBe(calls);
    });

    it('an equal share after that, until the shared one has been back for a whole window', () => {
      let time = 0;
      const budget = createBudget({ limit: 40, now: () => time });
      budget.noteShared({ wait: 0, used: 40, instances: 2 });
      budget.loseShared();
      time = 10_499;
      budget.loseShared();
      expect(count(budget)).toBe(0);
      time = 10_501;
      expect(count(budget)).toBe(20);
      // Back, and empty: it has not met the other instance yet.
      budget.noteShared({ wait: 0, used: 1, instances: 1 });
      expect(count(budget)).toBe(0);
      time = 21_010;
      expect(count(budget)).toBe(40);
    });
  });
});
