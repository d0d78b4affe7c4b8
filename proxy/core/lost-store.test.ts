import { expect, it } from 'vitest';
import { testKey } from '../fixtures/origin.js';
import { find } from '../fixtures/proxy.js';
import { createSharedCalls } from '../fixtures/shared-calls.js';
import { createProxy } from './create-proxy.js';

const envelope = JSON.stringify({ response: { status: 1, httpStatus: 200, data: {}, errors: [], errorMessage: '' } });

/** Two instances that share a store and an upstream; every request is for a page that nobody has asked for. */
function startInstances() {
  let time = 1_000_000;
  let page = 0;
  const calls: number[] = [];
  const now = (): number => time;
  const shared = createSharedCalls(now);
  const instances = ['one', 'two'].map((name) =>
    createProxy({
      networkId: 'demo',
      keys: [testKey],
      clientLimit: 0,
      store: shared.connect(name),
      now,
      log: () => {},
      fetch: async () => {
        calls.push(time);
        return new Response(envelope);
      },
    }),
  );
  const ask = async (instance: number, requests: number): Promise<void> => {
    for (let request = 0; request < requests; request += 1) {
      page += 1;
      await instances[instance]?.(new Request(`https://proxy.example/?${find}&limit=7&page=${page}`));
    }
  };
  return {
    shared,
    calls,
    ask,
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

// All of each takes less than ten seconds, so that every call counts.
it('a store that comes back empty before anyone has noticed does not give the budget out twice', async () => {
  const { shared, calls, ask, wait } = startInstances();
  await ask(1, 1);
  await ask(0, 50);
  wait(2);
  shared.clear();
  await ask(1, 50);
  await ask(0, 50);
  expect(calls.length).toBeLessThanOrEqual(40);
});

it('calls that one instance made without the store are not made again by another that never missed it', async () => {
  const { shared, calls, ask, wait } = startInstances();
  await ask(0, 1);
  await ask(1, 1);
  shared.disconnect();
  await ask(0, 50);
  wait(6);
  shared.reconnect();
  await ask(1, 50);
  expect(calls.length).toBeLessThanOrEqual(40);
});

it('what others took since the last contact counts when the store is lost', async () => {
  const { shared, calls, ask, wait } = startInstances();
  await ask(1, 1);
  await ask(0, 1);
  wait(5);
  await ask(1, 50);
  shared.disconnect();
  await ask(0, 50);
  await ask(1, 50);
  expect(calls.length).toBeLessThanOrEqual(40);
});
