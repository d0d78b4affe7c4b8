import type { Store } from '../stores/store.js';
import type { Tokens } from '../tokens/tokens.js';
import type { CachePolicyOverrides } from './cache-policy.js';
import type { Log } from './log.js';
import type { Fetch } from './transport.js';

export type Authorize = (request: Request, methodId: string) => boolean | Promise<boolean>;

/** What `createProxy` needs to know. Only `networkId` and one of `keys`, `readKeys` are required. */
export interface ProxyOptions {
  /** As in `https://NETWORKID.api.hasoffers.com`. */
  readonly networkId: string;
  /** API keys in order of preference. */
  readonly keys?: readonly string[];
  /** Instead of `keys`: called before every call upstream, so that keys can change without a restart. Must be cheap. */
  readonly readKeys?: () => readonly string[];
  /** Exact origins, or `'*'`. @default pages of the proxy's own origin */
  readonly allowedOrigins?: '*' | readonly string[];
  /** Methods (`Target::Method`) beyond the built-in public list. @default none */
  readonly allow?: readonly string[];
  /**
   * Whether this request may see the affiliate's own figures (statistics, messages, balance). Called for every request
   * for one of those methods, which `allow` must name too; `false` and a rejection are a 403. Gets the real request, so
   * it can read a session cookie or a token of the host application; other origins' pages send no cookies here.
   */
  readonly authorize?: Authorize;
  /**
   * Opens the signed-in scope: requests with a valid token may call the methods of its scopes, for the rows of its lock.
   * Made by `createTokens()` of `hasoffers-widgets/tokens`. @default tokens are not accepted
   */
  readonly tokens?: Tokens;
  /** Whose messages are requested. @default the user of the API key, requested from HasOffers when it is needed */
  readonly affiliateUserId?: string;
  /** Hosts a tracking link may lead to through `params[url]`. @default none: the parameter is refused */
  readonly linkHosts?: readonly string[];
  /** Requests a client may make per minute; 0 = no limit. @default 600 */
  readonly clientLimit?: number;
  /** How many proxies in front are trusted for the client's address and protocol. @default 0 */
  readonly trustedHops?: number;
  /** Upstream calls in any 10 s. @default 40 */
  readonly upstreamBudget?: number;
  /** Milliseconds. @default 5000 */
  readonly upstreamTimeout?: number;
  /** Base URL instead of the real network. @default `https://NETWORKID.api.hasoffers.com/Apiv3/json` */
  readonly upstream?: string;
  /** Path of the endpoint; everything else but `{path}/health` is 404. @default '/' */
  readonly path?: string;
  /** What several instances share. @default nothing: each has its own memory and the whole budget */
  readonly store?: Store;
  /** How long responses are cached, in seconds, per kind of data. */
  readonly cachePolicy?: CachePolicyOverrides;
  /** @default the platform's */
  readonly fetch?: Fetch;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** @default one JSON object per line on standard output */
  readonly log?: Log;
}

export const defaults = {
  clientLimit: 600,
  trustedHops: 0,
  upstreamBudget: 40,
  upstreamTimeout: 5000,
  path: '/',
} as const satisfies Partial<ProxyOptions>;

/** Thrown at start. Names every wrong setting and what is expected, never its value, which may be a key. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The proxy cannot start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}
