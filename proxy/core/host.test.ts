import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorker } from '../adapters/worker.js';
import { testKey } from '../fixtures/origin.js';
import type { Store } from '../stores/store.js';
import { createProxy, type ProxyHandler } from './create-proxy.js';
import type { ProxyOptions } from './options.js';
import type { RequestContext } from './proxy-request.js';

/**
 * Functions of the host application may throw, reject, hang, return nonsense or need their own `this`. None of it
 * costs a response that is available, and the handler never rejects.
 */
const hour = 3_600_000;
const body = '{"response":{"status":1,"data":{"12":{"Offer":{"id":"12"}}}}}';
const fail = (): never => {
  throw new Error('the host failed');
};
const reject = (): Promise<never> => Promise.reject(new Error('the host failed'));
const hang = (): Promise<never> => new Promise(() => undefined);

/** A host's part that keeps its state in itself, as most do: called without its object it throws. */
class Context implements RequestContext {
  readonly works: Promise<unknown>[] = [];
  waitUntil(work: Promise<unknown>): void {
    this.works.push(work);
  }
}

class PrivateContext implements RequestContext {
  readonly #works: Promise<unknown>[] = [];
  waitUntil(work: Promise<unknown>): void {
    this.#works.push(work);
  }
}

const badThenable = Object.defineProperty({}, 'then', { get: fail });

class MemoryStore implements Store {
  readonly #responses = new Map<string, Parameters<Store['write']>[1]>();
  #calls = 0;
  async read(key: string) {
    return this.#responses.get(key);
  }
  async write(key: string, response: Parameters<Store['write']>[1]) {
    this.#responses.set(key, response);
  }
  async acquireLease() {
    return this.#calls >= 0;
  }
  async releaseLease() {
    this.#calls += 1;
  }
  async takeCall() {
    this.#calls += 1;
    return { wait: 0, instances: 1 };
  }
  async pauseCalls() {
    this.#calls += 1;
  }
}

interface Host {
  readonly options?: Partial<ProxyOptions>;
  readonly context?: unknown;
}

const storeOf = (broken: () => never | Promise<never>, ...names: readonly (keyof Store)[]): Host => {
  const store = new MemoryStore();
  for (const name of names) Object.assign(store, { [name]: broken });
  return { options: { store } };
};
const everyMember = ['read', 'write', 'acquireLease', 'releaseLease', 'takeCall', 'pauseCalls'] as const;

/** Members that misbehave from the first request on. */
const hosts: readonly (readonly [name: string, make: () => Host])[] = [
  ['waitUntil needs its own this', () => ({ context: new Context() })],
  ['waitUntil throws', () => ({ context: { waitUntil: fail } })],
  ['waitUntil rejects', () => ({ context: { waitUntil: reject } })],
  ['waitUntil hangs', () => ({ context: { waitUntil: hang } })],
  ['waitUntil is no function', () => ({ context: { waitUntil: 'text' } })],
  ['the context is null', () => ({ context: null })],
  ['the context throws when it is read', () => ({ context: new Proxy({}, { get: fail }) })],
  ['log throws', () => ({ options: { log: fail } })],
  ['log rejects', () => ({ options: { log: reject as () => never } })],
  ['log hangs', () => ({ options: { log: hang as () => never } })],
  ['the store needs its own this', () => ({ options: { store: new MemoryStore() } })],
  ['waitUntil keeps its work in a private member', () => ({ context: new PrivateContext() })],
  ['waitUntil returns what throws when it is awaited', () => ({ context: { waitUntil: () => badThenable } })],
  ['log returns what throws when it is awaited', () => ({ options: { log: () => badThenable as never } })],
  ['the store throws when it is read', () => ({ options: { store: new Proxy({}, { get: fail }) as Store } })],
  ['the store has no members', () => ({ options: { store: {} as Store } })],
  ['the store is null', () => ({ options: { store: null as unknown as Store } })],
  [
    'the members of the store are no functions',
    () => ({ options: { store: { read: 1, write: 'x', takeCall: {}, acquireLease: [] } as unknown as Store } }),
  ],
  ...(['throws', 'rejects', 'hangs'] as const).flatMap((how) => {
    const broken = { throws: fail, rejects: reject, hangs: hang }[how];
    return [...everyMember.map((name) => [name]), everyMember].map(
      (names) =>
        [`the store ${how}: ${names.join(', ')}`, () => storeOf(broken, ...names)] as readonly [string, () => Host],
    );
  }),
  ...[{}, null, 'text', { body: 'text', etag: 7 }, { body: new Uint8Array(3), etag: '"a"', storedAt: 'soon' }].map(
    (nonsense) =>
      [
        `the store returns ${JSON.stringify(nonsense)}`,
        () => ({
          options: {
            store: Object.assign(new MemoryStore(), { read: async () => nonsense, takeCall: async () => nonsense }),
          },
        }),
      ] as readonly [string, () => Host],
  ),
];

let unhandled: unknown[] = [];
const onUnhandled = (error: unknown): number => unhandled.push(error);

beforeEach(() => {
  unhandled = [];
  process.on('unhandledRejection', onUnhandled);
});

afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', onUnhandled);
  vi.useRealTimers();
  expect(unhandled).toEqual([]);
});

interface Setup {
  readonly proxy: ProxyHandler;
  readonly get: (page?: number) => Promise<Response>;
  readonly clock: { time: number };
}

function setUp({ options, context }: Host): Setup {
  const clock = { time: Date.now() };
  const proxy = createProxy({
    networkId: 'demo',
    keys: [testKey],
    now: () => clock.time,
    log: () => undefined,
    fetch: async () => new Response(body),
    ...options,
  });
  const query = 'Target=Affiliate_Offer&Method=findAll';
  const get = (page = 1): Promise<Response> =>
    proxy(new Request(`https://proxy.example/?${query}&page=${page}`), context as RequestContext);
  return { proxy, get, clock };
}

describe('a host that misbehaves from the start', () => {
  it.each(hosts)('%s: still serves new, fresh and stale responses', async (_, make) => {
    const { get, clock } = setUp(make());
    const first = await get();
    expect(first.status).toBe(200);
    const text = await first.text();
    expect([(await get()).status, await (await get()).text()]).toEqual([200, text]);
    clock.time += hour / 4; // renewed in the background
    expect([(await get()).status, await (await get()).text()]).toEqual([200, text]);
    clock.time += 3 * hour; // renewed first
    expect((await get()).status).toBe(200);
    expect((await get(2)).status).toBe(200);
  });
});

/** Members that work until a response is cached. */
const upstreams: readonly (readonly [name: string, fetch: () => unknown])[] = [
  ['throws', fail],
  ['rejects', reject],
  ['rejects with nothing', () => Promise.reject(undefined)],
  ['hangs and ignores the signal', hang],
  ['returns nothing', async () => undefined],
  ['is not asynchronous', () => 'text'],
  ['returns a body that hangs', async () => new Response(new ReadableStream({}))],
  ['returns a body that fails', async () => new Response(new ReadableStream({ start: (at) => at.error(new Error()) }))],
  ['returns a body that was read', async () => readBefore()],
];

async function readBefore(): Promise<Response> {
  const response = new Response(body);
  await response.text();
  return response;
}

describe('fetch', () => {
  it.each(upstreams)(
    '%s: serves the stale response, and reports the failure to a new query in time',
    async (_, broken) => {
      let fetch: () => unknown = async () => new Response(body);
      const host = { fetch: () => fetch() as Promise<Response>, upstreamTimeout: 400 };
      const { get, clock } = setUp({ options: host });
      const text = await (await get()).text();
      fetch = broken;
      clock.time += 3 * hour;
      const stale = await get();
      expect([stale.status, await stale.text()]).toEqual([200, text]);
      expect([502, 504]).toContain((await get(2)).status);
    },
  );

  it('may need its own this', async () => {
    class Client {
      readonly text = body;
      async fetch(): Promise<Response> {
        return new Response(this.text);
      }
    }
    const client = new Client();
    const options = Object.assign(Object.create(client), { networkId: 'demo', keys: [testKey] }) as ProxyOptions;
    expect((await setUp({ options: { ...options, fetch: client.fetch.bind(client) } }).get()).status).toBe(200);
    // As a member of the options: called on them, and not loose.
    const own = { text: body, fetch: client.fetch } as Partial<ProxyOptions>;
    expect((await setUp({ options: own }).get()).status).toBe(200);
  });
});

describe('the clock', () => {
  it.each([
    ['throws', fail],
    ['is not a number', () => Number.NaN],
    ['returns a promise', () => Promise.resolve(1) as unknown as number],
    ['goes backwards', () => 0],
    ['rejects', reject as unknown as () => number],
    ['needs its own this', performance.now],
    ['is infinite', () => Number.POSITIVE_INFINITY],
    ['is before 1970', () => -5],
    ['returns a Date', () => new Date() as unknown as number],
  ])('%s: what is there is served', async (_, broken) => {
    let now: (() => number) | undefined;
    const start = Date.now();
    const { get } = setUp({ options: { now: () => (now === undefined ? start : now()) } });
    const text = await (await get()).text();
    now = broken;
    const kept = await get();
    expect([kept.status, await kept.text()]).toEqual([200, text]);
    expect(kept.headers.get('cache-control')).toMatch(/^public, max-age=\d{1,2}, s-maxage=\d{1,3}$/);
    expect((await get(2)).status).toBe(200);
    // As the option itself, too.
    expect((await setUp({ options: { now: broken } }).get()).status).toBe(200);
  });
});

describe('a worker', () => {
  it.each([
    ['is undefined', undefined],
    ['is null', null],
    ['throws when it is read', new Proxy({}, { ownKeys: fail })],
    ['is empty', {}],
  ])('whose environment %s reports an error, and does not reject', async (_, environment) => {
    const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const response = await createWorker().fetch(
      new Request('https://proxy.example/'),
      environment as never,
      new Context(),
    );
    expect(response.status).toBe(500);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe('keys and permission', () => {
  it('readKeys that fails later leaves the last keys in use', async () => {
    let readKeys = (): readonly string[] => [testKey];
    const { get, clock } = setUp({ options: { readKeys: () => readKeys() } });
    const text = await (await get()).text();
    readKeys = fail;
    expect(await (await get()).text()).toBe(text);
    clock.time += 3 * hour;
    expect((await get()).status).toBe(200);
    expect((await get(2)).status).toBe(200);
    readKeys = () => undefined as unknown as readonly string[];
    expect((await get(3)).status).toBe(200);
  });

  it.each([
    ['throws', fail],
    ['rejects', reject],
    ['hangs', hang],
  ])('authorize that %s is a no, in time', async (_, authorize) => {
    const options = { authorize, allow: ['Affiliate_AffiliateBilling::getAccountBalance'], upstreamTimeout: 200 };
    const { proxy } = setUp({ options });
    const url = 'https://proxy.example/?Target=Affiliate_AffiliateBilling&Method=getAccountBalance';
    expect((await proxy(new Request(url))).status).toBe(403);
  });
});
