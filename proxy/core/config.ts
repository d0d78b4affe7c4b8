import { createTokens } from '../tokens/tokens.js';
import {
  type Check,
  checkAllow,
  checkBudget,
  checkClientLimit,
  checkKeys,
  checkLinkHosts,
  checkNetworkId,
  checkOrigins,
  checkPort,
  checkTimeout,
  checkTokenSecret,
  checkTrustedHops,
  checkUpstream,
  checkUserId,
} from './config-schema.js';
import { ConfigurationError, type ProxyOptions } from './options.js';

/** The environment as a plain record, so that every platform's can be given. */
export type Variables = { readonly [name: string]: string | undefined };

export interface Config {
  readonly options: ProxyOptions;
  /** Path of the file with the keys, for adapters that can read files and pass `readKeys`. */
  readonly keyFile: string | undefined;
  /** URL of the shared store; may contain a password. */
  readonly redisUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Logged at start; none of them prevents it. */
  readonly warnings: readonly string[];
}

export const knownVariables = [
  'NETWORK_ID',
  'AFFILIATE_USER_ID',
  'REDIS_URL',
  'API_KEY',
  'API_KEY_FILE',
  'ALLOW',
  'ALLOWED_ORIGINS',
  'CLIENT_LIMIT',
  'LINK_HOSTS',
  'TOKEN_SECRET',
  'TRUSTED_HOPS',
  'UPSTREAM',
  'UPSTREAM_BUDGET',
  'UPSTREAM_TIMEOUT',
].map((name) => `HASOFFERS_${name}`);

/** What the platform supports, beyond environment variables. */
export interface Platform {
  /** Checks the key file at a path. @default the platform has no files */
  readonly checkKeyFile?: Check<string>;
  /** @default the platform has no Redis client */
  readonly checkRedisUrl?: Check<string>;
}

const noFiles: Check<string> = () => 'cannot be used here: this platform has no files';
const noRedis: Check<string> = () => 'cannot be used here: only the proxy on Node speaks to Redis';

/**
 * Reads the variables of contract section 5. An empty variable counts as absent.
 *
 * @env HASOFFERS_NETWORK_ID - The first part of `NETWORKID.api.hasoffers.com`.
 * @env HASOFFERS_API_KEY - The key. A second one after a comma takes over when HasOffers rejects the first.
 * @env HASOFFERS_API_KEY_FILE - Instead of the key: a file with the keys, read again when it changes (looked at once per
 *   second, when a key is needed). On Node.
 * @env HASOFFERS_ALLOWED_ORIGINS - Pages that may read responses: exact origins, comma separated, or `*`. When absent
 *   those of the proxy's own origin.
 * @env HASOFFERS_ALLOW - Further methods (`Target::Method`), of those that are listed as such.
 * @env HASOFFERS_LINK_HOSTS - Hosts a tracking link may lead to through `params[url]`, which is refused when absent.
 * @env HASOFFERS_CLIENT_LIMIT - Requests per client and minute; `0` is no limit.
 * @env HASOFFERS_TRUSTED_HOPS - How many proxies in front are trusted for the client's address (`X-Forwarded-For`,
 *   from the right) and scheme (`X-Forwarded-Proto`).
 * @env HASOFFERS_UPSTREAM_BUDGET - Calls to HasOffers in any 10 seconds; the API allows 50.
 * @env HASOFFERS_UPSTREAM_TIMEOUT - Milliseconds for a response of HasOffers, retry and next key included.
 * @env HASOFFERS_REDIS_URL - Where several instances share responses and budget: a server, a cluster or sentinels. When
 *   absent each has its own memory. On Node, with the package `ioredis`.
 * @env HASOFFERS_TOKEN_SECRET - Opens the signed-in scope to tokens signed with this secret, at least 32 bytes. Those of a
 *   second one after a comma are still accepted, so that it can be replaced. When absent tokens are not accepted.
 * @env HASOFFERS_AFFILIATE_USER_ID - Whose messages are requested for tokens with the scope `messages`. When absent the
 *   user of the API key.
 * @env HASOFFERS_UPSTREAM - Base URL instead of the network's, for tests.
 * @env HOST - Where to listen. On Node.
 * @env PORT - Where to listen; `0` picks a free one, which the first line printed names. On Node.
 *
 * @throws ConfigurationError naming every variable that is missing or malformed, never its value
 */
export function parseConfig(variables: Variables, platform: Platform = {}): Config {
  const { checkKeyFile = noFiles, checkRedisUrl = noRedis } = platform;
  const problems: string[] = [];
  const read = (name: string): string | undefined => variables[name]?.trim() || undefined;

  function optional<Value>(name: string, convert: (text: string) => Value, check: Check<Value>): Value | undefined {
    const text = read(name);
    if (text === undefined) return undefined;
    const value = convert(text);
    const problem = check(value);
    if (problem !== undefined) problems.push(`${name} ${problem}.`);
    return value;
  }
  function required(name: string, purpose: string): void {
    if (read(name) === undefined) problems.push(`${name} is missing: ${purpose}.`);
  }
  const number = (name: string, check: Check<number>): number | undefined => optional(name, toNumber, check);

  required('HASOFFERS_NETWORK_ID', "your network's id, the first part of NETWORKID.api.hasoffers.com");
  const keyFile = optional('HASOFFERS_API_KEY_FILE', (text) => text, checkKeyFile);
  if (keyFile === undefined)
    required('HASOFFERS_API_KEY', 'the API key, or HASOFFERS_API_KEY_FILE with the path of a file that holds it');
  else if (read('HASOFFERS_API_KEY'))
    problems.push('HASOFFERS_API_KEY and HASOFFERS_API_KEY_FILE are both set: keep one of them.');

  const origins = read('HASOFFERS_ALLOWED_ORIGINS');
  const options = withoutAbsent({
    networkId: optional('HASOFFERS_NETWORK_ID', (text) => text, checkNetworkId),
    keys: keyFile === undefined ? optional('HASOFFERS_API_KEY', toKeys, checkKeys) : undefined,
    allowedOrigins: origins === '*' ? ('*' as const) : optional('HASOFFERS_ALLOWED_ORIGINS', toList, checkOrigins),
    allow: optional('HASOFFERS_ALLOW', toList, checkAllow(false)),
    linkHosts: optional('HASOFFERS_LINK_HOSTS', (text) => toList(text.toLowerCase()), checkLinkHosts),
    clientLimit: number('HASOFFERS_CLIENT_LIMIT', checkClientLimit),
    trustedHops: number('HASOFFERS_TRUSTED_HOPS', checkTrustedHops),
    upstreamBudget: number('HASOFFERS_UPSTREAM_BUDGET', checkBudget),
    upstreamTimeout: number('HASOFFERS_UPSTREAM_TIMEOUT', checkTimeout),
    affiliateUserId: optional('HASOFFERS_AFFILIATE_USER_ID', (text) => text, checkUserId),
    upstream: optional('HASOFFERS_UPSTREAM', (text) => text, checkUpstream),
  });
  const secret = optional('HASOFFERS_TOKEN_SECRET', (text) => text, checkTokenSecret);
  const redisUrl = optional('HASOFFERS_REDIS_URL', (text) => text, checkRedisUrl);
  const port = number('PORT', checkPort) ?? 8787;
  const { networkId = '' } = options;
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    options: { ...options, networkId, ...(secret !== undefined && { tokens: createTokens({ secret, networkId }) }) },
    keyFile,
    redisUrl,
    host: read('HOST') ?? '127.0.0.1',
    port,
    warnings: findTypos(variables),
  };
}

/** Comma separated, or one per line in a key file; the same key twice is one key. */
export function toKeys(text: string): readonly string[] {
  return [...new Set(toList(text.replaceAll(/[\r\n]+/g, ',')))];
}

function toList(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function toNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** A misspelt variable would otherwise be a setting that silently does nothing. */
function findTypos(variables: Variables): readonly string[] {
  const unknown = Object.keys(variables).filter(
    (name) => name.startsWith('HASOFFERS_') && !knownVariables.includes(name),
  );
  return unknown.map((name) => `${name} is not a known variable and has no effect.`);
}

type Present<Options> = { [Name in keyof Options]?: Exclude<Options[Name], undefined> };

function withoutAbsent<Options extends object>(options: Options): Present<Options> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Present<Options>;
}
