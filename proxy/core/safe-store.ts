import type { BudgetReply, BudgetRequest, Store, StoredResponse } from '../stores/store.js';
import type { Log } from './log.js';

/** A store that never fails: every call settles soon, and without an error of the store. */
export interface SafeStore {
  readonly read: (key: string) => Promise<StoredResponse | undefined>;
  readonly write: (key: string, response: StoredResponse, seconds: number) => Promise<void>;
  /** `true` also where there are no leases. */
  readonly acquireLease: (key: string, milliseconds: number) => Promise<boolean>;
  readonly releaseLease: (key: string) => Promise<void>;
  /** `undefined` = there is no shared budget; `'lost'` = it is unreachable. */
  readonly takeCall: (request: Omit<BudgetRequest, 'networkId'>) => Promise<BudgetReply | 'lost' | undefined>;
  readonly pauseCalls: (milliseconds: number) => Promise<void>;
  /** For the health report. */
  readonly state: () => 'ok' | 'unreachable';
}

export interface SafeStoreOptions {
  readonly networkId: string;
  readonly now: () => number;
  readonly log: Log;
}

/** Milliseconds. A store that needs longer than this costs more than it saves. */
const timeout = 250;
/** The same while another part of the store is known to hang: a visitor waits once, and not twice. */
const shortTimeout = 100;
/** For the background probe of an unreachable store. */
const probeTimeout = 2000;
/** After a failure the store is not used for a while, so that one that hangs delays one visitor and not all. */
const pauseAfterFailure = 5000;

/** In a cluster one node may be down while the others work: what they hold stays in use. */
interface Part {
  retryAt: number;
  isReachable: boolean;
  /** Repeats the failed call in the background, so that nobody waits for it. */
  probe: (() => Promise<unknown>) | undefined;
}

export function createSafeStore(store: Store, { networkId, now, log }: SafeStoreOptions): SafeStore {
  const responses: Part = { retryAt: 0, isReachable: true, probe: undefined };
  const budget: Part = { ...responses };
  const isReachable = (): boolean => responses.isReachable && budget.isReachable;

  function report(part: Part, reached: boolean): void {
    const before = isReachable();
    part.isReachable = reached;
    if (isReachable() === before) return;
    if (reached) log({ level: 'info', event: 'store-reachable', message: 'The shared store is back.' });
    else log({ level: 'error', event: 'store-unreachable', message: unreachable });
  }

  async function run<Value>(
    part: Part,
    work: () => Promise<Value>,
    otherwise: Value,
    milliseconds = isReachable() ? timeout : shortTimeout,
  ): Promise<Value> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), milliseconds);
    });
    try {
      const value = await Promise.race([work(), late]);
      report(part, true);
      return value;
    } catch {
      part.retryAt = now() + pauseAfterFailure;
      report(part, false);
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  async function attempt<Value>(part: Part, work: () => Promise<Value>, otherwise: Value): Promise<Value> {
    if (now() < part.retryAt) return otherwise;
    const { probe } = part;
    if (part.isReachable || probe === undefined) return run(part, work, otherwise);
    part.retryAt = now() + pauseAfterFailure; // one at a time
    void run(part, probe, undefined, probeTimeout).then(() => {
      if (part.isReachable) part.retryAt = 0;
    });
    return otherwise;
  }

  /** For calls about responses. Each has a key, and the failed call's key finds the node that is down. */
  async function attemptForKey<Value>(
    key: string,
    work: (name: string) => Promise<Value>,
    otherwise: Value,
  ): Promise<Value> {
    const name = `${networkId}:${key}`;
    const wasReachable = responses.isReachable;
    const value = await attempt(responses, () => work(name), otherwise);
    if (wasReachable && !responses.isReachable) responses.probe = () => store.read(name);
    return value;
  }

  return {
    read: (key) => attemptForKey(key, async (name) => toStoredResponse(await store.read(name)), undefined),
    write: (key, response, seconds) =>
      attemptForKey(key, async (name) => void (await store.write(name, response, seconds)), undefined),
    acquireLease: (key, milliseconds) =>
      attemptForKey(key, async (name) => (await (store.acquireLease?.(name, milliseconds) ?? true)) !== false, true),
    releaseLease: (key) => attemptForKey(key, async (name) => void (await store.releaseLease?.(name)), undefined),
    takeCall: async (request) => {
      const take = async (): Promise<BudgetReply | 'lost' | undefined> =>
        store.takeCall === undefined ? undefined : toBudgetReply(await store.takeCall({ networkId, ...request }));
      return attempt<BudgetReply | 'lost' | undefined>(budget, take, 'lost');
    },
    pauseCalls: (milliseconds) =>
      attempt(budget, async () => void (await store.pauseCalls?.(networkId, milliseconds)), undefined),
    state: () => (isReachable() ? 'ok' : 'unreachable'),
  };
}

/** A host's own store may return anything. */
function toStoredResponse(value: unknown): StoredResponse | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { body, etag, storedAt, empty } = value as Partial<Record<keyof StoredResponse, unknown>>;
  const isValid = body instanceof Uint8Array && typeof etag === 'string' && Number.isFinite(storedAt);
  if (!isValid || !/^"[\x21\x23-\x7e]+"$/.test(etag)) return undefined;
  return { body: body as Uint8Array<ArrayBuffer>, etag, storedAt: storedAt as number, empty: empty === true };
}

/** @throws TypeError when the reply is malformed: the shared budget then counts as unreachable */
function toBudgetReply(value: unknown): BudgetReply {
  const { wait, instances, isIncomplete } = (value ?? {}) as Partial<Record<keyof BudgetReply, unknown>>;
  if (![wait, instances].every((number) => Number.isFinite(number))) throw new TypeError('no budget');
  return { wait: Number(wait), instances: Math.max(1, Number(instances)), isIncomplete: isIncomplete === true };
}

const unreachable =
  'The shared store (HASOFFERS_REDIS_URL on Node, the Cache API on a worker) does not respond, or one of its nodes does ' +
  'not. Each instance now uses its own cache and its part of the reserve of the upstream budget. No request is lost, and the store is ' +
  'tried again.';
