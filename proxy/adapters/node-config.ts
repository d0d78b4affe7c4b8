import { parseConfig, type Variables } from '../core/config.js';
import { checkRedisUrl } from '../core/config-schema.js';
import type { Log } from '../core/log.js';
import { ConfigurationError, type ProxyOptions } from '../core/options.js';
import { createRedisStore } from '../stores/redis.js';
import { connectRedis, RedisClientMissing } from '../stores/redis-client.js';
import type { Store } from '../stores/store.js';
import { checkKeyFile, createKeyFile } from './key-file.js';

export interface NodeConfig {
  readonly options: ProxyOptions;
  readonly host: string;
  readonly port: number;
  /** Logged at start; none of them prevents it. */
  readonly warnings: readonly string[];
  /** Ends the connections to Redis, which would keep the process alive. */
  readonly disconnect: () => void;
}

/**
 * All variables of contract section 5, those included that only Node can serve: the key file and Redis.
 *
 * @throws ConfigurationError naming every variable that is missing or malformed, never its value
 */
export async function readConfig(variables: Variables, log: Log): Promise<NodeConfig> {
  const { options, keyFile, redisUrl, ...rest } = parseConfig(variables, { checkKeyFile, checkRedisUrl });
  const redis = redisUrl === undefined ? undefined : await connect(redisUrl);
  return {
    ...rest,
    options: {
      ...options,
      ...(keyFile !== undefined && { readKeys: createKeyFile(keyFile, { now: Date.now, log }) }),
      ...(redis !== undefined && { store: redis.store }),
    },
    disconnect: () => redis?.disconnect(),
  };
}

async function connect(url: string): Promise<{ readonly store: Store; readonly disconnect: () => void }> {
  try {
    const client = await connectRedis(url);
    return { store: createRedisStore(client), disconnect: () => client.disconnect() };
  } catch (error) {
    if (!(error instanceof RedisClientMissing)) throw error;
    const hint = 'HASOFFERS_REDIS_URL needs the package ioredis, which is not installed: npm install ioredis.';
    throw new ConfigurationError([hint]);
  }
}
