import type { Ages, AgesOf } from './ages.js';
import { createCache, type StoredAnswer } from './cache.js';
import type { Counters } from './counters.js';
import type { Keys } from './keys.js';
import type { Call } from './policy.js';
import { Refusal } from './refusal.js';
import type { SecretScan } from './scan.js';
import type { AskUpstream } from './upstream.js';

export interface ServedAnswer {
  readonly stored: StoredAnswer;
  readonly from: 'HIT' | 'MISS' | 'STALE';
  readonly ages: Ages;
  /** Milliseconds it stays fresh; 0 when it no longer is. */
  readonly freshFor: number;
  /** Only for visitors whom the host application let in. */
  readonly isPrivate: boolean;
}

export interface Answers {
  /** At once where something is stored that may be served, else a promise that rejects with a Refusal. */
  readonly find: (call: Call, waitUntil?: (work: Promise<unknown>) => void) => ServedAnswer | Promise<ServedAnswer>;
  readonly size: () => { readonly entries: number; readonly bytes: number };
}

export interface AnswersOptions {
  readonly agesOf: AgesOf;
  readonly ask: AskUpstream;
  readonly keys: Keys;
  readonly counters: Counters;
  readonly now: () => number;
}

interface Entry {
  readonly stored: StoredAnswer;
  readonly ages: Ages;
  readonly isPrivate: boolean;
  /** The scan that found no secret in it; a new set of keys brings a new one. */
  scan: SecretScan;
  failures: number;
  /** Before this time nobody tries to renew it. */
  retryAt: number;
}

interface Flight {
  readonly answer: Promise<Entry>;
  readonly startedAt: number;
}

const limits = { entries: 5000, bytes: 64_000_000, bytesOf: ({ stored }: Entry) => stored.body.byteLength };
/** How long somebody waits for a renewal when something is there to serve. */
const patience = 300;
const firstCoolDown = 5000;
const longestCoolDown = 60_000;
/** HasOffers will say the same again, for a while. */
const lastingRefusals = new Set(['UPSTREAM_VALIDATION', 'UPSTREAM_PERMISSION', 'UPSTREAM_NETWORK_ID']);
const refusalLasts = 5000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The store of answers: three ages, one call for equal questions under way, a pause after a failed renewal.
 *
 * Only answers that were understood are stored. A generic cache in this place stores HasOffers' errors, which come with
 * HTTP 200 and the key in their text (measured with nginx and Varnish).
 */
export function createAnswers({ agesOf, ask, keys, counters, now }: AnswersOptions): Answers {
  const cache = createCache<Entry>(limits);
  const flights = new Map<string, Flight>();
  const refused = createCache<{ readonly refusal: Refusal; readonly until: number }>({
    entries: 1000,
    bytes: 5_000_000,
    bytesOf: () => 0,
  });

  function lookUp(key: string): Entry | undefined {
    const entry = cache.get(key);
    const scan = keys.scan();
    if (entry === undefined || entry.scan === scan) return entry;
    if (scan(decoder.decode(entry.stored.body))) {
      cache.delete(key);
      return undefined;
    }
    entry.scan = scan;
    return entry;
  }

  async function fetchAnswer(call: Call, known: boolean): Promise<Entry> {
    const { text, empty } = await ask(call, known);
    const body = encoder.encode(text);
    const stored = { body, etag: await createEtag(body), storedAt: now(), empty };
    const { kind } = call.method;
    const ages = agesOf(kind, empty);
    const entry: Entry = { stored, ages, isPrivate: kind === 'private', scan: keys.scan(), failures: 0, retryAt: 0 };
    cache.set(call.query, entry);
    return entry;
  }

  /** The pause grows while upstream fails; for want of a free call it ends when one may be free. */
  function coolDown(entry: Entry, error: unknown): void {
    if (error instanceof Refusal && error.code === 'BUDGET_EXHAUSTED') {
      entry.retryAt = now() + Math.min((error.retryAfter ?? 1) * 1000, firstCoolDown);
      return;
    }
    entry.retryAt = now() + Math.min(firstCoolDown * 2 ** entry.failures, longestCoolDown);
    entry.failures += 1;
  }

  /** Joins the call under way for the same question, or makes one. */
  function renew(call: Call, old: Entry | undefined): Flight {
    const underWay = flights.get(call.query);
    if (underWay !== undefined) return underWay;
    const answer = fetchAnswer(call, old !== undefined)
      .catch((error: unknown) => {
        if (old !== undefined) coolDown(old, error);
        if (error instanceof Refusal && lastingRefusals.has(error.code)) {
          refused.set(call.query, { refusal: error, until: now() + refusalLasts });
        }
        throw error;
      })
      .finally(() => flights.delete(call.query));
    const flight = { answer, startedAt: Date.now() };
    flights.set(call.query, flight);
    return flight;
  }

  function serve(entry: Entry, from: ServedAnswer['from']): ServedAnswer {
    const age = now() - entry.stored.storedAt;
    const freshFor = Math.max(0, entry.ages.fresh * 1000 - age);
    return { stored: entry.stored, from, ages: entry.ages, freshFor, isPrivate: entry.isPrivate };
  }

  function serveStale(entry: Entry): ServedAnswer {
    counters.staleAnswers += 1;
    return serve(entry, 'STALE');
  }

  /** Whoever comes late to a call that hangs does not wait anew. */
  async function renewOrStale(flight: Flight, entry: Entry): Promise<ServedAnswer> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<undefined>((resolve) => {
      const left = Math.max(0, flight.startedAt + patience - Date.now());
      timer = setTimeout(() => resolve(undefined), left);
    });
    const renewed = await Promise.race([flight.answer.catch(() => undefined), enough]);
    clearTimeout(timer);
    if (renewed === undefined) return serveStale(entry);
    counters.misses += 1;
    return serve(renewed, 'MISS');
  }

  async function fetchFirst(call: Call, old: Entry | undefined): Promise<ServedAnswer> {
    const recent = refused.get(call.query);
    if (recent !== undefined && now() < recent.until) throw recent.refusal;
    const entry = await renew(call, old).answer;
    counters.misses += 1;
    return serve(entry, 'MISS');
  }

  return {
    find: (call, waitUntil) => {
      const entry = lookUp(call.query);
      if (entry === undefined) return fetchFirst(call, undefined);
      const { fresh, staleWhileRevalidate, staleIfError } = entry.ages;
      const age = (now() - entry.stored.storedAt) / 1000;
      if (age < fresh) {
        counters.hits += 1;
        return serve(entry, 'HIT');
      }
      if (age >= fresh + staleWhileRevalidate + staleIfError) return fetchFirst(call, entry);
      if (now() < entry.retryAt) return serveStale(entry);
      const flight = renew(call, entry);
      // Its failure is everybody's stale answer, and nobody's unhandled rejection.
      const settled = flight.answer.catch(() => undefined);
      waitUntil?.(settled);
      return age < fresh + staleWhileRevalidate ? serveStale(entry) : renewOrStale(flight, entry);
    },
    size: cache.size,
  };
}

async function createEtag(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 15);
  return `"${btoa(String.fromCharCode(...hash))}"`;
}
