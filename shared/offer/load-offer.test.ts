import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/errors.js';
import type { Params } from '../api/params.js';
import type { ApiClient } from '../api/request.js';
import { loadOffer } from './load-offer.js';

interface Call {
  readonly method: string;
  readonly params: Params;
  readonly signal: AbortSignal | undefined;
}

const toRow = (id: string) => ({ Offer: { id, name: `Offer ${id}` }, TrackingLink: { click_url: `http://go/${id}` } });

/** An account that sees the offers 1 to 500. */
function createNetwork(fail: (call: Call) => ApiError | undefined = () => undefined) {
  const calls: Call[] = [];
  const client: ApiClient = {
    async send({ method, params, decode }, { signal } = {}) {
      const call = { method, params, signal };
      calls.push(call);
      const error = fail(call);
      if (error) throw error;
      const isSeen = (id: string) => Number(id) <= 500;
      if (method === 'findById') return decode(isSeen(String(params.id)) ? toRow(String(params.id)) : null);
      const { id: ids } = params.filters as unknown as { readonly id: readonly string[] };
      return decode(Object.fromEntries(ids.filter(isSeen).map((id) => [id, toRow(id)])));
    },
  };
  return { client, calls, methods: () => calls.map(({ method }) => method) };
}

const never = () => new AbortController().signal;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => '',
    (error: ApiError) => error.code,
  );

describe('loadOffer', () => {
  it('asks for one offer by findById, with nothing after it', async () => {
    const { client, methods } = createNetwork();
    expect(await codeOf(loadOffer('900', ['TrackingLink'], client, never()))).toBe('not-found');
    expect((await loadOffer('4', ['TrackingLink'], client, never())).name).toBe('Offer 4');
    expect(methods()).toEqual(['findById', 'findById']);
  });

  it('asks once for the same offer', async () => {
    const { client, methods } = createNetwork();
    const [one, other] = await Promise.all([4, 4].map((id) => loadOffer(String(id), [], client, never())));
    expect(one).toBe(other);
    expect(methods()).toEqual(['findById']);
  });

  it('asks for several at once, also where microtasks lie between them, and fails for the unknown one alone', async () => {
    const { client, calls } = createNetwork();
    const found = [loadOffer('12', ['Thumbnail', 'TrackingLink'], client, never())];
    await Promise.resolve();
    await Promise.resolve();
    found.push(loadOffer('4', ['TrackingLink'], client, never()));
    const unknown = codeOf(loadOffer('900', ['Country', 'TrackingLink'], client, never()));
    expect((await Promise.all(found)).map(({ name }) => name)).toEqual(['Offer 12', 'Offer 4']);
    expect(await unknown).toBe('not-found');
    const [{ method, params } = {} as Call] = calls;
    expect(method).toBe('findAll');
    expect(params).toMatchObject({
      limit: 3,
      page: 1,
      filters: { id: ['12', '4', '900'] },
    });
    expect((params.contain as readonly unknown[]).filter(Boolean)).toEqual(['Thumbnail', 'Country', 'TrackingLink']);
    expect(calls.filter(({ method: each }) => each.startsWith('find'))).toHaveLength(1);
  });

  it('asks for a hundred ids in one call, and for more in as few as there have to be', async () => {
    const { client, calls } = createNetwork();
    const ids = Array.from({ length: 230 }, (_, index) => String(index + 1));
    const offers = await Promise.all(ids.map((id) => loadOffer(id, [], client, never())));
    expect(offers.map(({ id }) => id)).toEqual(ids);
    expect(calls.map(({ params }) => params.limit)).toEqual([100, 100, 30]);
  });

  it('asks each endpoint for its own', async () => {
    const networks = [createNetwork(), createNetwork()];
    await Promise.all(networks.map(({ client }) => loadOffer('4', [], client, never())));
    expect(networks.map(({ methods }) => methods())).toEqual([['findById'], ['findById']]);
  });

  it('fails for all that were asked for together, and asks again the next time', async () => {
    let isDown = true;
    const { client, methods } = createNetwork(() => (isDown ? new ApiError('network', 'No.') : undefined));
    const load = () => Promise.all(['4', '5'].map((id) => codeOf(loadOffer(id, [], client, never()))));
    expect(await load()).toEqual(['network', 'network']);
    isDown = false;
    expect(await load()).toEqual(['', '']);
    expect(methods()).toEqual(['findAll', 'findAll']);
  });

  it('goes without what the network refuses to send along', async () => {
    const { client, methods } = createNetwork(({ params }) =>
      (params.contain as readonly string[] | undefined)?.length ? new ApiError('upstream', 'No.') : undefined,
    );
    const offer = await loadOffer('4', ['TrackingLink'], client, never());
    expect(offer.name).toBe('Offer 4');
    await loadOffer('4', ['TrackingLink'], client, never());
    expect(methods()).toEqual(['findById', 'findById', 'findById']);
  });

  it('asks for nobody who has left, and stops when the last one leaves', async () => {
    const { client, calls } = createNetwork();
    const controllers = [1, 2, 3].map(() => new AbortController());
    const ids = ['4', '5', '6'];
    ids.forEach((id, index) => void codeOf(loadOffer(id, [], client, controllers[index]?.signal as AbortSignal)));
    controllers[0]?.abort();
    await expect.poll(() => calls.length).toBe(1);
    expect(calls[0]?.params.filters).toMatchObject({ id: ['5', '6'] });
    controllers[1]?.abort();
    expect(calls[0]?.signal?.aborted).toBe(false);
    controllers[2]?.abort();
    expect(calls[0]?.signal?.aborted).toBe(true);
  });
});
