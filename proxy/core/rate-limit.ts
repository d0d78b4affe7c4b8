import { LRUCache } from 'lru-cache';
import { toClientKey } from './client-key.js';
import type { Log } from './log.js';
import type { ProxyRequest } from './proxy-request.js';

export interface RateLimitOptions {
  /** Requests a client may make per minute; 0 = no limit. */
  readonly limit: number;
  readonly trustedHops: number;
  readonly now: () => number;
  readonly log: Log;
}

/** Counts a request. @returns 0 = allowed, else the seconds until the client may retry */
export type RateLimit = (request: ProxyRequest) => number;

interface Count {
  /** When the current window began. */
  start: number;
  current: number;
  previous: number;
}

const minute = 60_000;
/** Each entry takes about 200 bytes; the least recently used is evicted first. */
const maxClients = 20_000;

/**
 * A sliding window per client: the count of this minute and the part of the last one that still lies within 60 s.
 * Two numbers per client, so that a flood from many addresses cannot fill the memory.
 */
export function createRateLimit({ limit, trustedHops, now, log }: RateLimitOptions): RateLimit {
  const counts = new LRUCache<string, Count>({ max: maxClients });
  let warned = false;

  return (request) => {
    if (limit === 0) return 0;
    const client = readClient(request, trustedHops);
    if (client === undefined) {
      // Counted as one client, all visitors would lock each other out, which is worse than no limit.
      if (!warned) log({ level: 'warn', event: 'client-unknown', message: unknownClient });
      warned = true;
      return 0;
    }
    const time = now();
    const count = counts.get(client) ?? { start: time, current: 0, previous: 0 };
    const windows = Math.floor((time - count.start) / minute);
    if (windows > 0) {
      count.previous = windows === 1 ? count.current : 0;
      count.current = 0;
      count.start += windows * minute;
    }
    const passed = time - count.start;
    if (count.previous * (1 - passed / minute) + count.current > limit - 1) {
      counts.set(client, count);
      return Math.max(1, Math.ceil(untilFree(count, limit - 1, passed) / 1000));
    }
    count.current += 1;
    counts.set(client, count);
    return 0;
  };
}

const unknownClient =
  "The platform does not provide the client's address, so HASOFFERS_CLIENT_LIMIT has no effect. Pass it as `address` in " +
  'the second argument of the handler, or set HASOFFERS_TRUSTED_HOPS.';

function untilFree({ current, previous }: Count, max: number, passed: number): number {
  if (current <= max) return minute * (1 - (max - current) / previous) - passed;
  return minute - passed + minute * (1 - max / current);
}

/** The address the count is kept under; a client behind trusted proxies is the one the outermost of them saw. */
function readClient({ address, header }: ProxyRequest, trustedHops: number): string | undefined {
  if (trustedHops === 0) return address === undefined ? undefined : toClientKey(address);
  // From the right: every proxy appends the address it saw, and a client can forge whatever is left of the trusted ones.
  const seen = header('x-forwarded-for')?.split(',') ?? [];
  if (address !== undefined) seen.push(address);
  const client = seen.at(address === undefined ? -trustedHops : -1 - trustedHops) ?? seen[0];
  return client === undefined ? undefined : toClientKey(client.trim());
}
