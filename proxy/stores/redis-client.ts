import type { RedisOptions } from 'ioredis';
import type { RedisClient } from './redis.js';
import { parseRedisUrl, type RedisLogin, type RedisTarget } from './redis-url.js';

export interface ConnectedRedis extends RedisClient {
  disconnect(): void;
}

/** Thrown when HASOFFERS_REDIS_URL is set and the optional package is not there. */
export class RedisClientMissing extends Error {
  override readonly name = 'RedisClientMissing';
}

/** Milliseconds for a connection; a command has less, see core/safe-store.ts. */
const connectTimeout = 2000;
const maxBackoff = 5000;
/** How often the client reads which node has which keys: a node that is down cannot report that they have moved. */
const slotsRefreshInterval = 2000;

/** Exponential, with jitter, so that instances do not reconnect at the same moment. */
function backoff(attempt: number): number {
  return Math.min(25 * 2 ** attempt, maxBackoff) * (0.5 + Math.random() / 2);
}

const common = {
  connectTimeout,
  // A command that meets a lost connection is retried once, then fails: the proxy works without it.
  maxRetriesPerRequest: 1,
  lazyConnect: true,
} as const satisfies RedisOptions;

function loginOptions({ tls, username, password }: RedisLogin) {
  return {
    ...(tls && { tls: {} }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  };
}

/**
 * Creates the client of the Node program. It connects with the first command and reconnects by itself.
 *
 * @param url a form of {@link parseRedisUrl}
 * @throws RedisClientMissing the package `ioredis` is not installed
 */
export async function connectRedis(url: string): Promise<ConnectedRedis> {
  const target = parseRedisUrl(url);
  if (target === undefined) throw new TypeError('not a Redis URL');
  const library = await import('ioredis').catch(() => {
    throw new RedisClientMissing('The package ioredis is not installed.');
  });
  const client = create(library, target);
  // Without a listener the client prints its errors, and those name hosts. The proxy reports the loss itself.
  client.on('error', () => undefined);
  return client;
}

function create({ Redis, Cluster }: typeof import('ioredis'), target: RedisTarget) {
  if (target.kind === 'server') return new Redis(target.url, { ...common, retryStrategy: backoff });
  const { nodes, login } = target;
  if (target.kind === 'cluster') {
    const { lazyConnect, ...redisOptions } = common;
    return new Cluster([...nodes], {
      lazyConnect,
      clusterRetryStrategy: backoff,
      slotsRefreshInterval,
      redisOptions: { ...redisOptions, ...loginOptions(login) },
      // Certificates carry names: documented for clusters with TLS.
      ...(login.tls && { dnsLookup: (host, done) => done(null, host) }),
    });
  }
  const { name, db, sentinelPassword } = target;
  return new Redis({
    ...common,
    ...loginOptions(login),
    retryStrategy: backoff,
    sentinels: [...nodes],
    sentinelRetryStrategy: backoff,
    enableTLSForSentinelMode: login.tls,
    name,
    db,
    ...(sentinelPassword !== undefined && { sentinelPassword }),
  });
}
