import { randomUUID } from 'node:crypto';
import { budgetWindow, limitOfNew, upstreamWindow } from '../core/budget.js';
import { ProxyError } from '../policy/proxy-error.js';
import type { StoredResponse } from './memory.js';
import { createRedisClient } from './redis-client.js';
import type { Store } from './safe-store.js';

export interface RedisStoreOptions {
  /** `redis://…` or `rediss://…`. */
  readonly url: string;
  /** Part of every key, so that proxies for several networks may share one server. */
  readonly networkId: string;
  /** Upstream calls in any 10 s, for all instances together. */
  readonly upstreamBudget: number;
}

/**
 * The sliding log of budget.ts with the clock of the Redis server, so that all instances agree. Atomic, because a
 * script is. Answers the milliseconds to wait, 0 = taken, below 0 = paused for that long.
 */
const takeScript = `
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
local paused = redis.call('PTTL', KEYS[3])
if paused > 0 then return -paused end
local window = tonumber(ARGV[3])
local function wait(key, max)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window - 1)
  local count = redis.call('ZCARD', key)
  if count < max then return 0 end
  local blocking = redis.call('ZRANGE', key, count - max, count - max, 'WITHSCORES')
  return math.max(1, blocking[2] + window + 1 - now)
end
local left = wait(KEYS[1], tonumber(ARGV[1]))
if ARGV[4] == '0' then left = math.max(left, wait(KEYS[2], tonumber(ARGV[2]))) end
if left > 0 then return left end
redis.call('ZADD', KEYS[1], now, ARGV[5])
redis.call('PEXPIRE', KEYS[1], window * 2)
if ARGV[4] == '0' then
  redis.call('ZADD', KEYS[2], now, ARGV[5])
  redis.call('PEXPIRE', KEYS[2], window * 2)
end
return 0`;

/** Takes a claim back only when it is still one's own. */
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Cache, claims and budget in Redis, for several instances on Node. */
export function createRedisStore({ url, networkId, upstreamBudget }: RedisStoreOptions): Store & { close: () => void } {
  const { send, close } = createRedisClient(url);
  const instance = randomUUID();
  // The braces keep all keys of a network on one node of a cluster, as scripts demand.
  const name = (kind: string, key = ''): string => `hasoffers:{${networkId}}:1:${kind}:${key}`;
  const budgetKeys = [name('calls'), name('new-calls'), name('pause')];

  return {
    read: async (key) => {
      const value = await send('GET', name('answer', key));
      return Buffer.isBuffer(value) ? decodeResponse(value) : undefined;
    },
    write: async (key, answer, seconds) => {
      await send('SET', name('answer', key), encodeResponse(answer), 'EX', String(Math.max(1, Math.ceil(seconds))));
    },
    acquireLease: async (key, milliseconds) =>
      (await send('SET', name('claim', key), instance, 'NX', 'PX', String(milliseconds))) === 'OK',
    releaseLease: async (key) => {
      await send('EVAL', releaseScript, '1', name('claim', key), instance);
    },
    takeCall: async (known) => {
      const limits = [upstreamBudget, limitOfNew(upstreamBudget), budgetWindow, known ? 1 : 0].map(String);
      const wait = Number(await send('EVAL', takeScript, '3', ...budgetKeys, ...limits, randomUUID()));
      if (wait < 0) throw new ProxyError('COOLING_DOWN', { retryAfter: Math.ceil(-wait / 1000) });
      return wait;
    },
    pauseCalls: async () => {
      await send('SET', name('pause'), '1', 'PX', String(upstreamWindow));
    },
    close,
  };
}

function encodeResponse({ body, etag, storedAt, empty }: StoredResponse): Uint8Array {
  return Buffer.concat([Buffer.from(`${storedAt} ${empty ? 1 : 0} ${etag}\n`), body]);
}

function decodeResponse(value: Buffer): StoredResponse | undefined {
  const end = value.indexOf('\n');
  const [, storedAt, empty, etag] =
    /^(\d{10,16}) ([01]) ("[A-Za-z0-9+/=]+")$/.exec(value.toString('utf8', 0, Math.max(0, end))) ?? [];
  if (storedAt === undefined || etag === undefined) return undefined;
  return { storedAt: Number(storedAt), empty: empty === '1', etag, body: new Uint8Array(value.subarray(end + 1)) };
}
