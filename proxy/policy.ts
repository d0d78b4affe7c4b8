import type { ApiMethod } from './policy/method.js';
import { toCanonicalQuery } from './policy/parameters.js';
import { createPublicMethods } from './policy/public-methods.js';
import type { Pair } from './query.js';
import { encodePair, parseQuery } from './query.js';
import { Refusal, refuseParameter } from './refusal.js';

/** A request that passed: the method, and the one spelling of what it asks, without any credential. */
export interface Call {
  readonly method: ApiMethod;
  /** Target, Method and every parameter in canonical form: the query for upstream, and the key of the cache. */
  readonly query: string;
}

/** Who may ask for what. */
export interface Policy {
  readonly methods: ReadonlyMap<string, ApiMethod>;
  /** @throws Refusal for everything that is not exactly allowed */
  readonly parse: (rawQuery: string) => Call;
}

export interface PolicyOptions {
  readonly linkHosts: readonly string[];
}

export function createPolicy({ linkHosts }: PolicyOptions): Policy {
  const methods = new Map(createPublicMethods(linkHosts).map((method) => [method.pair, method]));
  return {
    methods,
    parse: (rawQuery) => {
      const pairs = parseQuery(rawQuery);
      const target = readOnce(pairs, 'Target');
      const name = readOnce(pairs, 'Method');
      // Whole pairs, exact case: an allowed Target says nothing about its other Methods.
      const method = methods.get(`${target}::${name}`);
      if (method === undefined) throw new Refusal('METHOD_NOT_ALLOWED');
      const rest = pairs.filter((pair) => pair.name !== 'Target' && pair.name !== 'Method');
      const query = toCanonicalQuery(rest, method.parameters);
      const head = `${encodePair('Target', target)}&${encodePair('Method', name)}`;
      return { method, query: query === '' ? head : `${head}&${query}` };
    },
  };
}

function readOnce(pairs: readonly Pair[], name: string): string {
  const found = pairs.filter((pair) => pair.name === name);
  if (found.length > 1) throw refuseParameter('DUPLICATE_PARAMETER', name);
  const value = found[0]?.value;
  if (value === undefined) throw refuseParameter('MISSING_PARAMETER', name);
  return value;
}
