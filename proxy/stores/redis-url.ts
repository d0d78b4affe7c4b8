/** What HASOFFERS_REDIS_URL names. */
export type RedisTarget =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[]; readonly login: RedisLogin }
  | {
      readonly kind: 'sentinel';
      readonly nodes: readonly RedisNode[];
      readonly login: RedisLogin;
      /** The name under which the sentinels watch the master. */
      readonly name: string;
      readonly db: number;
      readonly sentinelPassword: string | undefined;
    };

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

export interface RedisLogin {
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

const defaultPort = { cluster: 6379, sentinel: 26_379 } as const;

/**
 * Reads the forms of HASOFFERS_REDIS_URL; with `rediss` in place of `redis` each goes through TLS.
 *
 * - `redis://[[user]:password@]host[:port][/database]`: one server
 * - `redis+cluster://[[user]:password@]host[:port][,host[:port]…]`: a cluster, by some of its nodes
 * - `redis://host:port,redis://host:port…`: the same, as the list of URLs that the client takes
 * - `redis+sentinel://[[user]:password@]host[:port][,host[:port]…]/name[/database][?sentinelPassword=…]`
 *
 * @returns `undefined` when it is none of these
 */
export function parseRedisUrl(text: string): RedisTarget | undefined {
  const [, scheme = '', mode, rest = ''] = /^(rediss?)(?:[+-](cluster|sentinel))?:\/\/(\S+)$/.exec(text) ?? [];
  if (scheme === '') return undefined;
  const parts = rest.split(',').map((part) => part.replace(/^rediss?:\/\//, ''));
  const urls = parts.flatMap((part) => (URL.canParse(`redis://${part}`) ? [new URL(`redis://${part}`)] : []));
  const [first, last] = [urls[0], urls.at(-1)];
  if (first === undefined || last === undefined || urls.length < parts.length) return undefined;
  if (urls.some(({ hostname }) => hostname === '')) return undefined;
  const [name, db = '0', ...more] = last.pathname.split('/').slice(1);
  if (mode === undefined && urls.length === 1)
    return /^\/?\d*$/.test(last.pathname) ? { kind: 'server', url: text } : undefined;
  const kind = mode === 'sentinel' ? 'sentinel' : 'cluster';
  const nodes = urls.map(({ hostname, port }) => ({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || defaultPort[kind]),
  }));
  const login = { tls: scheme === 'rediss', username: decode(first.username), password: decode(first.password) };
  // A cluster has the database 0 and no other.
  if (kind === 'cluster')
    return urls.every(({ pathname }) => /^\/?0?$/.test(pathname)) ? { kind, nodes, login } : undefined;
  if (!name || !/^\d+$/.test(db) || more.length > 0) return undefined;
  const sentinelPassword = last.searchParams.get('sentinelPassword') ?? undefined;
  return { kind, nodes, login, name: decodeURIComponent(name), db: Number(db), sentinelPassword };
}

function decode(text: string): string | undefined {
  return text === '' ? undefined : decodeURIComponent(text);
}
