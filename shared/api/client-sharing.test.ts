import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { getAccountManager } from './account-manager.js';
import { createClient } from './client.js';
import { ApiError } from './errors.js';
import { findOffers } from './offers.js';
import { fixtureBody } from './test-fixtures.js';

const unhandled = vi.fn();
beforeAll(() => {
  process.on('unhandledRejection', unhandled);
});
afterAll(() => {
  process.off('unhandledRejection', unhandled);
});
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});

/** A network in the hand: each call is answered when the test says so. */
function createNetwork() {
  const calls: { signal: AbortSignal; answer: (body: string) => void; fail: () => void }[] = [];
  const fetch = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      if (!signal) throw new Error('No signal.');
      const abort = () => reject(signal.reason);
      signal.addEventListener('abort', abort);
      calls.push({
        signal,
        answer: (body) => resolve(new Response(body)),
        fail: () => reject(new TypeError('Failed to fetch')),
      });
    });
  const { send } = createClient({ endpoint: 'https://x.example/', fetch, retryDelays: [1, 1] });
  return { calls, send };
}

const arrived = (calls: readonly unknown[], count: number): Promise<void> =>
  vi.waitFor(() => expect(calls).toHaveLength(count), { interval: 1 });

const body = fixtureBody('account-manager');

test('equal calls in flight share one request and one result', async () => {
  const { calls, send } = createNetwork();
  const results = Array.from({ length: 30 }, () => send(getAccountManager()));
  await arrived(calls, 1);
  calls[0]?.answer(body);
  const [first, ...others] = await Promise.all(results);
  expect(first).toMatchObject({ id: '4' });
  for (const other of others) expect(other).toBe(first);
  expect(calls).toHaveLength(1);
});

test('different calls do not', async () => {
  const { calls, send } = createNetwork();
  void send(findOffers({ limit: 1 })).catch(() => {});
  void send(findOffers({ limit: 2 })).catch(() => {});
  await arrived(calls, 2);
});

test('a call after the end sends a new request, also after a failure', async () => {
  const { calls, send } = createNetwork();
  const first = send(getAccountManager());
  await arrived(calls, 1);
  calls[0]?.answer(fixtureBody('error-auth'));
  await expect(first).rejects.toMatchObject({ code: 'auth' });
  const second = send(getAccountManager());
  await arrived(calls, 2);
  calls[1]?.answer(body);
  await expect(second).resolves.toBeTruthy();
});

test('a caller that aborts gets its own reason, and the other callers get the result', async () => {
  const { calls, send } = createNetwork();
  const controller = new AbortController();
  const leaving = send(getAccountManager(), { signal: controller.signal });
  const staying = send(getAccountManager(), { signal: new AbortController().signal });
  await arrived(calls, 1);
  controller.abort();
  await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
  expect(calls[0]?.signal.aborted).toBe(false);
  calls[0]?.answer(body);
  await expect(staying).resolves.toMatchObject({ id: '4' });
});

test('the request is cancelled when the last caller has aborted, and is not retried', async () => {
  const { calls, send } = createNetwork();
  const controllers = [new AbortController(), new AbortController()];
  const results = controllers.map(({ signal }) => send(getAccountManager(), { signal }));
  await arrived(calls, 1);
  const reason = new Error('gone');
  for (const controller of controllers) controller.abort(reason);
  for (const result of results) await expect(result).rejects.toBe(reason);
  expect(calls[0]?.signal.aborted).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls).toHaveLength(1);
});

test('a caller after the last abort starts a new request', async () => {
  const { calls, send } = createNetwork();
  const controller = new AbortController();
  const left = send(getAccountManager(), { signal: controller.signal });
  await arrived(calls, 1);
  controller.abort();
  const fresh = send(getAccountManager());
  await expect(left).rejects.toThrow();
  await arrived(calls, 2);
  // The end of the aborted call must not make the new one forgotten.
  const shared = send(getAccountManager());
  calls[1]?.answer(body);
  expect(await shared).toBe(await fresh);
  expect(calls).toHaveLength(2);
});

test('a caller that has aborted before causes no request', async () => {
  const { calls, send } = createNetwork();
  await expect(send(getAccountManager(), { signal: AbortSignal.abort('early') })).rejects.toBe('early');
  expect(calls).toHaveLength(0);
});

test('an abort while waiting for the next try ends the waiting', async () => {
  const fetch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  const { send } = createClient({ endpoint: 'https://x.example/', fetch, retryDelays: [20, 1] });
  const controller = new AbortController();
  const result = send(getAccountManager(), { signal: controller.signal });
  await arrived(fetch.mock.calls, 1);
  controller.abort();
  await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('an abort after the end changes nothing, and leaves no listener behind', async () => {
  const { calls, send } = createNetwork();
  const controller = new AbortController();
  const removed = vi.spyOn(controller.signal, 'removeEventListener');
  const result = send(getAccountManager(), { signal: controller.signal });
  await arrived(calls, 1);
  calls[0]?.answer(body);
  await result;
  await arrived(removed.mock.calls, 1);
  controller.abort();
  expect(calls[0]?.signal.aborted).toBe(false);
});

test('never throws synchronously, whatever is requested', async () => {
  const { send } = createClient({ endpoint: 'not a URL' });
  const result = send(getAccountManager());
  await expect(result).rejects.toBeInstanceOf(ApiError);
});
