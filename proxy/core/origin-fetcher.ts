import type { Call } from '../policy/policy.js';
import { Refusal } from '../policy/proxy-error.js';
import type { StoredAnswer } from '../stores/memory.js';
import type { SafeStore } from '../stores/safe-store.js';
import { createEntry, type Entry, lifeOf } from './cache-entry.js';
import type { AgesOf } from './cache-policy.js';
import type { Keys } from './keys.js';
import type { AskUpstream } from './upstream.js';

export interface FetchingOptions {
  readonly agesOf: AgesOf;
  readonly ask: AskUpstream;
  readonly keys: Keys;
  readonly store: SafeStore | undefined;
  /** Milliseconds after which another instance may fetch what one has set out to. */
  readonly claimTime: number;
  readonly now: () => number;
}

export interface Fetching {
  /** A newer answer than `old`: another instance's, or HasOffers'. @throws Refusal */
  readonly fetch: (call: Call, old: Entry | undefined) => Promise<Entry>;
  /** What another instance has stored, of whatever age. */
  readonly load: (call: Call) => Promise<Entry | undefined>;
}

/** How often an instance looks whether another has the answer by now. */
const lookEvery = 50;

const encoder = new TextEncoder();

/** Where an answer comes from when this instance's memory has none that will do. */
export function createFetching({ agesOf, ask, keys, store, claimTime, now }: FetchingOptions): Fetching {
  async function fetchUpstream(call: Call, known: boolean): Promise<Entry> {
    const { text, empty } = await ask(call, known);
    const body = encoder.encode(text);
    const entry = createEntry(call, { body, etag: await createEtag(body), storedAt: now(), empty }, agesOf, keys);
    if (entry === undefined) throw new Refusal('RESPONSE_BLOCKED');
    return entry;
  }

  async function load(call: Call): Promise<Entry | undefined> {
    const stored = await store?.read(call.query);
    if (stored === undefined) return undefined;
    // Another machine's clock may be ahead of ours.
    const dated: StoredAnswer = { ...stored, storedAt: Math.min(stored.storedAt, now()) };
    return createEntry(call, dated, agesOf, keys);
  }

  /** @returns `undefined` = this instance has the claim and has to fetch */
  async function awaitOthers(call: Call, old: Entry | undefined, shared: SafeStore): Promise<Entry | undefined> {
    const end = Date.now() + claimTime;
    for (;;) {
      const claimed = await shared.claim(call.query, claimTime);
      const found = await load(call);
      const isNews = found !== undefined && found.stored.storedAt > (old?.stored.storedAt ?? 0);
      if (isNews && now() - found.stored.storedAt < found.ages.fresh * 1000) {
        if (claimed) await shared.release(call.query);
        return found;
      }
      if (claimed || Date.now() >= end) return undefined;
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }

  return {
    load,
    fetch: async (call, old) => {
      const known = old !== undefined;
      if (store === undefined) return fetchUpstream(call, known);
      const found = await awaitOthers(call, old, store);
      if (found !== undefined) return found;
      try {
        const entry = await fetchUpstream(call, known);
        await store.write(call.query, entry.stored, lifeOf(entry.ages));
        return entry;
      } finally {
        await store.release(call.query);
      }
    },
  };
}

async function createEtag(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 15);
  return `"${btoa(String.fromCharCode(...hash))}"`;
}
