import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSharedCalls } from '../fixtures/shared-calls.js';
import { worstWindow } from '../fixtures/worst-window.js';
import { ProxyError } from '../policy/proxy-error.js';
import { type Budget, createBudget } from './budget.js';
import { createSafeStore } from './safe-store.js';

const limit = 40;

async function count(budget: Budget, known = true): Promise<number> {
  let taken = 0;
  for (let call = 0; call < 100; call += 1) if ((await budget.take(known)) === 0) taken += 1;
  return taken;
}

describe('the upstream budget without a store', () => {
  it('is the whole limit, a quarter of it for requests that are known', async () => {
    const budget = createBudget({ limit, store: undefined, now: () => 0 });
    expect([await count(budget, false), await count(budget, true), budget.left()]).toEqual([30, 10, 0]);
  });

  it('stops for ten seconds when upstream says that its limit is reached', async () => {
    let time = 0;
    const budget = createBudget({ limit, store: undefined, now: () => time });
    await budget.pause();
    time = 9999;
    expect(budget.left()).toBe(0);
    await expect(budget.take(true)).rejects.toThrow(new ProxyError('COOLING_DOWN', { retryAfter: 1 }));
    time = 10_000;
    expect(await budget.take(true)).toBe(0);
  });
});

/** Instances that have met, with a clock and a store that the test controls. */
async function startInstances(number: number) {
  let time = 1_000_000;
  const now = (): number => time;
  const shared = createSharedCalls(now);
  const budgets = Array.from({ length: number }, (_, index) => {
    const store = createSafeStore(shared.connect(String(index)), { networkId: 'demo', now, log: () => {} });
    return createBudget({ limit, store, now });
  });
  const calls: number[] = [];
  const take = async (instance: number, known: boolean): Promise<void> => {
    if ((await budgets[instance]?.take(known)) === 0) calls.push(time);
  };
  const advance = (milliseconds: number): void => {
    time += milliseconds;
  };
  for (let round = 0; round < 2; round += 1) {
    for (let instance = 0; instance < number; instance += 1) await take(instance, true);
  }
  advance(11_000);
  return { shared, budgets: budgets as [Budget, ...Budget[]], calls, take, advance };
}

describe('the upstream budget of several instances', () => {
  it('is three quarters of the limit, which all take from', async () => {
    const { budgets } = await startInstances(2);
    const [first, second] = budgets;
    expect([await count(first), await count(second as Budget)]).toEqual([30, 0]);
  });

  it.each([
    [1, 10],
    [2, 5],
    [4, 2],
    [11, 0],
  ])('without the store each of %i has %i calls of its own', async (number, calls) => {
    const { budgets, shared } = await startInstances(number);
    shared.disconnect();
    const [first] = budgets;
    expect(await count(first)).toBe(calls);
    expect(first.left()).toBe(0);
  });

  it('has the whole shared part again as soon as the store is back', async () => {
    const { budgets, shared, advance } = await startInstances(2);
    const [first] = budgets;
    shared.disconnect();
    expect(await count(first)).toBe(5);
    shared.reconnect();
    advance(5001);
    expect(await count(first)).toBe(30);
  });

  it('leaves the reserve alone for a window after the store has lost its records', async () => {
    const { budgets, shared, advance } = await startInstances(2);
    const [first, second] = budgets;
    shared.clear();
    expect([await count(first), await count(second as Budget)]).toEqual([5, 5]);
    advance(10_501);
    expect(await count(first)).toBe(30);
  });

  const instance = fc.integer({ min: 0, max: 1 });
  const event = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('take' as const),
        instance,
        calls: fc.integer({ min: 20, max: 50 }),
        known: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 1, max: 4000 }) }),
    },
    fc.record({ kind: fc.constant('disconnect' as const), instance: fc.option(instance, { nil: undefined }) }),
    fc.record({ kind: fc.constant('reconnect' as const) }),
    fc.record({ kind: fc.constant('clear' as const) }),
  );

  it('never lets more through in any 10 s, however the store is lost, empty and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { shared, calls, take, advance } = await startInstances(2);
        for (const happening of events) {
          if (happening.kind === 'wait') advance(happening.milliseconds);
          else if (happening.kind === 'disconnect') shared.disconnect(happening.instance?.toString());
          else if (happening.kind === 'reconnect') shared.reconnect();
          else if (happening.kind === 'clear') shared.clear();
          else for (let call = 0; call < happening.calls; call += 1) await take(happening.instance, happening.known);
        }
        expect(worstWindow(calls)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 500 },
    );
  });
});
