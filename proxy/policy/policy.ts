import { extraMethods } from './extra-methods.js';
import { isForbidden } from './forbidden.js';
import type { ApiMethod } from './method.js';
import { toCanonicalQuery } from './parameters.js';
import { ProxyError, parameterError } from './proxy-error.js';
import { createPublicMethods } from './public-methods.js';
import type { QueryParameter } from './query.js';
import { encodePair, parseQuery } from './query.js';
import { signedInMethods } from './signed-in-methods.js';

/** A request that passed: the method, and the one spelling of what it asks, without any credential. */
export interface Call {
  readonly method: ApiMethod;
  /** Target, Method and every parameter in canonical form: the query for upstream, and the key of the cache. */
  readonly query: string;
}

/** Who may ask for what. */
export interface Policy {
  readonly methods: ReadonlyMap<string, ApiMethod>;
  /** @throws ProxyError for everything that is not exactly allowed */
  readonly parse: (rawQuery: string) => Call;
}

export interface PolicyOptions {
  readonly linkHosts: readonly string[];
  /** Pairs beyond the public list, as accepted by {@link checkAllowedMethod}. */
  readonly allow: readonly string[];
}

const optionalMethods = [...extraMethods, ...signedInMethods];

export function createPolicy({ linkHosts, allow }: PolicyOptions): Policy {
  const allowed = optionalMethods.filter((method) => allow.includes(method.methodId));
  const methods = new Map([...createPublicMethods(linkHosts), ...allowed].map((method) => [method.methodId, method]));
  return {
    methods,
    parse: (rawQuery) => {
      const pairs = parseQuery(rawQuery);
      const target = readOnce(pairs, 'Target');
      const name = readOnce(pairs, 'Method');
      // Whole pairs, exact case: an allowed Target says nothing about its other Methods.
      const method = methods.get(`${target}::${name}`);
      if (method === undefined) throw new ProxyError('METHOD_NOT_ALLOWED');
      const rest = pairs.filter((methodId) => methodId.name !== 'Target' && methodId.name !== 'Method');
      const query = toCanonicalQuery(rest, method.parameters);
      const head = `${encodePair('Target', target)}&${encodePair('Method', name)}`;
      return { method, query: query === '' ? head : `${head}&${query}` };
    },
  };
}

/** What is wrong with a pair that somebody wants to allow, in words that follow it; `undefined` = nothing. */
export function checkAllowedMethod(methodId: string, canAuthorize: boolean): string | undefined {
  const isPair = (method: ApiMethod): boolean => method.methodId === methodId;
  if (createPublicMethods([]).some(isPair) || extraMethods.some(isPair)) return undefined;
  if (signedInMethods.some(isPair)) {
    return canAuthorize
      ? undefined
      : "shows the affiliate's own figures and is only served by createProxy({ authorize })";
  }
  if (isForbidden(methodId)) return 'writes, or hands out secrets or personal data, and is never served';
  return 'is not known to this version, so there is no list of what may go in and come out';
}

function readOnce(pairs: readonly QueryParameter[], name: string): string {
  const found = pairs.filter((methodId) => methodId.name === name);
  if (found.length > 1) throw parameterError('DUPLICATE_PARAMETER', name);
  const value = found[0]?.value;
  if (value === undefined) throw parameterError('MISSING_PARAMETER', name);
  return value;
}
