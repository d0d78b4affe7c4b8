import type { Store, StoredResponse } from './store.js';

/**
 * The part of `ioredis` that is used: its `Redis` and its `Cluster` both fit, with any options.
 * Give it a `connectTimeout`, a `retryStrategy` and an `error` listener.
 */
export interface RedisClient {
  call(command: string, ...words: (string | Buffer | number)[]): Promise<unknown>;
  callBuffer(command: string, ...words: (string | Buffer | number)[]): Promise<unknown>;
}

export interface RedisStoreOptions {
  /** Prefix of all keys, for servers that others use, too. @default 'hasoffers' */
  readonly keyPrefix?: string;
}

/** Milliseconds. An instance that has not called for so long counts as gone. */
const hour = 3_600_000;

/**
 * The sliding log of core/call-log.ts with the clock of the Redis server, so that all instances agree. Atomic, because a
 * script is. The set of instances tells each how many there are, for the time when Redis is unreachable.
 *
 * The epoch is a name for what the server holds. An instance that knows another one has seen records which are no longer
 * there, so for one window nothing is granted: calls that nobody remembers may be in it.
 *
 * KEYS calls, calls of new queries, pause, instances, epoch, when the records are complete again; ARGV limit, limit of
 * new ones, window, known, id of the call, instance, the epoch that the instance knows or "".
 */
const takeScript = `
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
local window = tonumber(ARGV[3])
local function wait(key, max)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window - 1)
  local count = redis.call('ZCARD', key)
  if count < max then return 0 end
  local blocking = redis.call('ZRANGE', key, count - max, count - max, 'WITHSCORES')
  return math.max(1, blocking[2] + window + 1 - now)
end
redis.call('ZADD', KEYS[4], now, ARGV[6])
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - ${hour})
redis.call('PEXPIRE', KEYS[4], ${hour})
redis.call('SET', KEYS[5], ARGV[5], 'NX')
local epoch = redis.call('GET', KEYS[5])
if ARGV[7] ~= '' and ARGV[7] ~= epoch then redis.call('SET', KEYS[6], now + window, 'NX') end
local isIncomplete = now <= tonumber(redis.call('GET', KEYS[6]) or 0)
local left = redis.call('PTTL', KEYS[3])
if left > 0 then left = -left
elseif isIncomplete then left = 0
else
  left = wait(KEYS[1], tonumber(ARGV[1]))
  if ARGV[4] == '0' then left = math.max(left, wait(KEYS[2], tonumber(ARGV[2]))) end
  if left == 0 then
    redis.call('ZADD', KEYS[1], now, ARGV[5])
    redis.call('PEXPIRE', KEYS[1], window * 2)
    if ARGV[4] == '0' then
      redis.call('ZADD', KEYS[2], now, ARGV[5])
      redis.call('PEXPIRE', KEYS[2], window * 2)
    end
  end
end
return { left, redis.call('ZCARD', KEYS[4]), isIncomplete and 1 or 0, epoch }`;

const budgetKeys = ['calls', 'new-calls', 'pause', 'instances', 'epoch', 'complete-at'];

/** Releases a lease only while this instance holds it. */
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Responses, leases and budget in Redis, for several instances. Whoever created the client closes it. */
export function createRedisStore(client: RedisClient, { keyPrefix = 'hasoffers' }: RedisStoreOptions = {}): Store {
  const instance = crypto.randomUUID();
  /** By network: see the script. */
  const epochs = new Map<string, string>();
  const name = (kind: string, key: string): string => `${keyPrefix}:2:${kind}:${key}`;
  // The braces keep the keys of one script on one node of a cluster, as scripts demand; responses go to all nodes.
  const budgetName = (networkId: string, kind: string): string => `${keyPrefix}:2:{budget:${networkId}}:${kind}`;

  return {
    read: async (key) => {
      const value = await client.callBuffer('GET', name('response', key));
      return Buffer.isBuffer(value) ? decodeResponse(value) : undefined;
    },
    write: async (key, response, seconds) => {
      const expiry = Math.max(1, Math.ceil(seconds));
      await client.call('SET', name('response', key), encodeResponse(response), 'EX', expiry);
    },
    acquireLease: async (key, milliseconds) =>
      (await client.call('SET', name('lease', key), instance, 'NX', 'PX', milliseconds)) === 'OK',
    releaseLease: async (key) => {
      await client.call('EVAL', releaseScript, 1, name('lease', key), instance);
    },
    takeCall: async ({ networkId, known, limit, limitOfNew, window }) => {
      const keys = budgetKeys.map((kind) => budgetName(networkId, kind));
      const epoch = epochs.get(networkId) ?? '';
      const values = [limit, limitOfNew, window, known ? 1 : 0, crypto.randomUUID(), instance, epoch];
      const reply = await client.call('EVAL', takeScript, keys.length, ...keys, ...values);
      const [wait = 0, instances = 1, isIncomplete = 0, nextEpoch = ''] = Array.isArray(reply) ? reply : [];
      epochs.set(networkId, String(nextEpoch));
      return { wait: Number(wait), instances: Number(instances), isIncomplete: isIncomplete === 1 };
    },
    pauseCalls: async (networkId, milliseconds) => {
      await client.call('SET', budgetName(networkId, 'pause'), '1', 'PX', milliseconds);
    },
  };
}

function encodeResponse({ body, etag, storedAt, empty }: StoredResponse): Buffer {
  return Buffer.concat([Buffer.from(`${Math.floor(storedAt)} ${empty ? 1 : 0} ${etag}\n`), body]);
}

function decodeResponse(value: Buffer): StoredResponse | undefined {
  const end = value.indexOf('\n');
  const [, storedAt, empty, etag] =
    /^(\d{10,16}) ([01]) ("[A-Za-z0-9+/=]+")$/.exec(value.toString('utf8', 0, Math.max(0, end))) ?? [];
  if (storedAt === undefined || etag === undefined) return undefined;
  return { storedAt: Number(storedAt), empty: empty === '1', etag, body: new Uint8Array(value.subarray(end + 1)) };
}
