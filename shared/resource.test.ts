import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from './api/errors.js';
import type { ApiClient } from './api/request.js';
import { createResource } from './resource.js';

const createClient = (): ApiClient => ({ send: () => Promise.reject(new Error('not used')) });

/** A resource whose loads end when the test says so. */
function createControlled() {
  const query = signal('first');
  const client = signal(createClient());
  const calls: {
    query: string;
    signal: AbortSignal;
    answer: (data: string[]) => void;
    fail: (e: unknown) => void;
  }[] = [];
  let time = 1;
  const resource = createResource<string, string[]>({
    client: () => client.value,
    query: () => query.value,
    load: (wanted, _, abort) =>
      new Promise((answer, fail) => {
        calls.push({ query: wanted, signal: abort, answer, fail });
      }),
    isEmpty: (rows) => rows.length === 0,
    now: () => time,
  });
  return { query, client, calls, resource, setTime: (now: number) => (time = now) };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('a resource', () => {
  it('is idle until it is started', async () => {
    const { calls, resource } = createControlled();
    await resource.refresh();
    expect(resource.state.value).toEqual({ status: 'idle' });
    expect(calls).toHaveLength(0);
  });

  it('goes from loading to ready', async () => {
    const { calls, resource } = createControlled();
    resource.start();
    expect(resource.state.value).toEqual({ status: 'loading' });
    expect(resource.busy.value).toBe(true);
    await settled();
    calls[0]?.answer(['a']);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['a'], loadedAt: 1 });
    expect(resource.busy.value).toBe(false);
  });

  it('knows an answer with nothing in it', async () => {
    const { calls, resource } = createControlled();
    resource.start();
    await settled();
    calls[0]?.answer([]);
    await settled();
    expect(resource.state.value.status).toBe('empty');
  });

  it('makes one call for several changes in one tick', async () => {
    const { calls, query, resource } = createControlled();
    resource.start();
    query.value = 'second';
    query.value = 'third';
    await settled();
    expect(calls.map((call) => call.query)).toEqual(['third']);
  });

  it('loads nothing for an equal query in another object', async () => {
    const query = signal({ ids: ['1'] });
    const loaded: unknown[] = [];
    const client = createClient();
    const resource = createResource({
      client: () => client,
      query: () => query.value,
      load: async (wanted) => loaded.push(wanted),
      isEmpty: () => false,
    });
    resource.start();
    await settled();
    query.value = { ids: ['1'] };
    await settled();
    query.value = { ids: ['2'] };
    await settled();
    expect(loaded).toEqual([{ ids: ['1'] }, { ids: ['2'] }]);
  });

  it('loads anew when the query changes, and keeps what it showed meanwhile', async () => {
    const { calls, query, resource } = createControlled();
    resource.start();
    await settled();
    calls[0]?.answer(['a']);
    await settled();
    query.value = 'second';
    expect(resource.state.value).toEqual({ status: 'loading', data: ['a'], loadedAt: 1 });
    await settled();
    calls[1]?.answer(['b']);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['b'], loadedAt: 1 });
  });

  it('never lets an older answer win', async () => {
    const { calls, query, resource } = createControlled();
    resource.start();
    await settled();
    query.value = 'second';
    await settled();
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[1]?.answer(['new']);
    calls[0]?.answer(['old']);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['new'], loadedAt: 1 });
  });

  it('stays ready while it is refreshed, and says it is busy', async () => {
    const { calls, resource } = createControlled();
    resource.start();
    await settled();
    calls[0]?.answer(['a']);
    await settled();
    const refreshed = resource.refresh();
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['a'], loadedAt: 1 });
    expect(resource.busy.value).toBe(true);
    calls[1]?.answer(['b']);
    await refreshed;
    expect(resource.state.value).toEqual({ status: 'ready', data: ['b'], loadedAt: 1 });
  });

  it('keeps old data, and when it came, beside the error when a refresh or another query fails', async () => {
    const { calls, query, resource, setTime } = createControlled();
    resource.start();
    await settled();
    calls[0]?.answer(['a']);
    await settled();
    const error = new ApiError('network', 'No connection.');
    setTime(2);
    void resource.refresh();
    await settled();
    calls[1]?.fail(error);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['a'], loadedAt: 1, error });
    query.value = 'second';
    await settled();
    calls[2]?.fail(error);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['a'], loadedAt: 1, error });
    void resource.refresh();
    await settled();
    calls[3]?.answer(['b']);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['b'], loadedAt: 2 });
  });

  it('shows no data of another client, neither meanwhile nor after a failure', async () => {
    const { calls, client, resource } = createControlled();
    const [one, other] = [client.value, createClient()];
    resource.start();
    await settled();
    calls[0]?.answer(['a']);
    await settled();
    client.value = other;
    expect(resource.state.value).toEqual({ status: 'loading' });
    await settled();
    const error = new ApiError('network', 'No connection.');
    calls[1]?.fail(error);
    await settled();
    expect(resource.state.value).toEqual({ status: 'error', error });
    client.value = one;
    expect(resource.state.value).toEqual({ status: 'loading' });
    await settled();
    calls[2]?.answer(['b']);
    await settled();
    resource.stop();
    client.value = other;
    resource.start();
    expect(resource.state.value).toEqual({ status: 'loading' });
  });

  it('does not hide a wrong setting behind old data', async () => {
    const { calls, resource } = createControlled();
    resource.start();
    await settled();
    calls[0]?.answer(['a']);
    await settled();
    void resource.refresh();
    await settled();
    calls[1]?.fail(new ApiError('config', 'No endpoint.'));
    await settled();
    expect(resource.state.value.status).toBe('error');
  });

  it('turns an error of its own into one that pages know', async () => {
    const { calls, resource } = createControlled();
    resource.start();
    await settled();
    calls[0]?.fail(new TypeError('a bug'));
    await settled();
    expect(resource.state.value).toMatchObject({ status: 'error', error: { code: 'invalid-response' } });
  });

  it('recovers from an error', async () => {
    const { calls, resource } = createControlled();
    resource.start();
    await settled();
    calls[0]?.fail(new ApiError('network', 'No connection.'));
    await settled();
    void resource.refresh();
    expect(resource.state.value.status).toBe('loading');
    await settled();
    calls[1]?.answer(['a']);
    await settled();
    expect(resource.state.value).toEqual({ status: 'ready', data: ['a'], loadedAt: 1 });
  });

  it('aborts when it is stopped, and picks up again', async () => {
    const { calls, query, resource } = createControlled();
    resource.start();
    await settled();
    resource.stop();
    expect(calls[0]?.signal.aborted).toBe(true);
    query.value = 'second';
    await settled();
    expect(calls).toHaveLength(1);
    resource.start();
    await settled();
    expect(calls[1]?.query).toBe('second');
  });
});
