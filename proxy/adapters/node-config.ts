import { parseConfig, type Variables } from '../core/config.js';
import { checkRedisUrl } from '../core/config-schema.js';
import type { Log } from '../core/log.js';
import { defaults, type ProxyOptions } from '../core/options.js';
import { createRedisStore } from '../stores/redis.js';
import { checkKeyFile, createKeyFile } from './key-file.js';

export interface NodeConfig {
  readonly options: ProxyOptions;
  readonly host: string;
  readonly port: number;
  /** Worth telling, but no reason not to start. */
  readonly warnings: readonly string[];
}

/**
 * All variables of contract section 5, those included that only Node can serve: the key file and Redis.
 *
 * @throws ConfigurationError naming every variable that is missing or malformed, never its value
 */
export function readConfig(variables: Variables, log: Log): NodeConfig {
  const { options, keyFile, redisUrl, ...rest } = parseConfig(variables, { checkKeyFile, checkRedisUrl });
  const { networkId, upstreamBudget = defaults.upstreamBudget } = options;
  return {
    ...rest,
    options: {
      ...options,
      ...(keyFile !== undefined && { readKeys: createKeyFile(keyFile, { now: Date.now, log }) }),
      ...(redisUrl !== undefined && { store: createRedisStore({ url: redisUrl, networkId, upstreamBudget }) }),
    },
  };
}
