import {
  type Check,
  checkAllow,
  checkBudget,
  checkClientLimit,
  checkKeys,
  checkLinkHosts,
  checkNetworkId,
  checkOrigins,
  checkPath,
  checkTimeout,
  checkTrustedHops,
  checkUpstream,
  checkUserId,
} from './config-schema.js';
import { ConfigurationError, type ProxyOptions } from './options.js';

/** @throws ConfigurationError with every problem at once */
export function checkOptions(options: ProxyOptions): void {
  const problems: string[] = [];
  function check<Value>(name: string, value: Value | undefined, rule: Check<Value>): void {
    const problem = value === undefined ? undefined : rule(value);
    if (problem !== undefined) problems.push(`${name} ${problem}.`);
  }
  /** For callers without types, who pass the text of a variable on as it is. */
  function checkList<Item>(name: string, list: readonly Item[] | undefined, rule: Check<readonly Item[]>): void {
    check(name, list, (value) => (Array.isArray(value) ? rule(value) : 'must be a list'));
  }
  check('networkId', options.networkId ?? '', checkNetworkId);
  if (options.readKeys === undefined) checkList('keys', options.keys ?? [], checkKeys);
  else check('readKeys', readKeys(options), checkKeys);
  if (options.allowedOrigins !== '*') checkList('allowedOrigins', options.allowedOrigins, checkOrigins);
  checkList('allow', options.allow, checkAllow(options.authorize !== undefined));
  check('tokens', options.tokens, ({ networkId }) =>
    networkId === options.networkId ? undefined : 'must be made for the same networkId',
  );
  check('affiliateUserId', options.affiliateUserId, checkUserId);
  checkList('linkHosts', options.linkHosts, checkLinkHosts);
  check('clientLimit', options.clientLimit, checkClientLimit);
  check('trustedHops', options.trustedHops, checkTrustedHops);
  check('upstreamBudget', options.upstreamBudget, checkBudget);
  check('upstreamTimeout', options.upstreamTimeout, checkTimeout);
  check('upstream', options.upstream, checkUpstream);
  check('path', options.path, checkPath);
  if (problems.length > 0) throw new ConfigurationError(problems);
}

/** The host's `readKeys` may throw. Its error is dropped, since the message may hold a key. */
function readKeys(options: ProxyOptions): readonly string[] {
  try {
    const keys: unknown = options.readKeys?.();
    return Array.isArray(keys) ? keys : [];
  } catch {
    return [];
  }
}
