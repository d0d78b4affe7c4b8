import { extraMethods } from './extra-methods.js';
import { isForbidden } from './forbidden.js';
import type { ApiMethod } from './method.js';
import { toCanonicalQuery } from './parameters.js';
import { ProxyError, parameterError } from './proxy-error.js';
import { createPublicMethods } from './public-methods.js';
import type { QueryParameter } from './query.js';
import { encodeParameter, parseQuery } from './query.js';
import { signedInMethods } from './signed-in-methods.js';

/** An accepted request: the method and its canonical query, without credentials. */
export interface Call {
  readonly method: ApiMethod;
  /** Target, Method and every parameter in canonical form: the query for upstream, and the key of the cache. */
  readonly query: string;
}

/** Which methods and parameters may be requested. */
export interface Policy {
  readonly methods: ReadonlyMap<string, ApiMethod>;
  /** @throws ProxyError for everything that is not exactly allowed */
  readonly parse: (rawQuery: string) => Call;
}

export interface PolicyOptions {
  readonly linkHosts: readonly string[];
  /** Methods beyond the public list, as accepted by {@link checkAllowedMethod}. */
  readonly allow: readonly string[];
}

const optionalMethods = [...extraMethods, ...signedInMethods];

export function createPolicy({ linkHosts, allow }: PolicyOptions): Policy {
  const allowed = optionalMethods.filter((method) => allow.includes(method.methodId));
  const methods = new Map([...createPublicMethods(linkHosts), ...allowed].map((method) => [method.methodId, method]));
  return {
    methods,
    parse: (rawQuery) => {
      const parameters = parseQuery(rawQuery);
      const target = readOnce(parameters, 'Target');
      const name = readOnce(parameters, 'Method');
      // Target and Method together, in exact case: an allowed Target does not allow its other Methods.
      const method = methods.get(`${target}::${name}`);
      if (method === undefined) throw new ProxyError('METHOD_NOT_ALLOWED');
      const rest = parameters.filter((parameter) => parameter.name !== 'Target' && parameter.name !== 'Method');
      const query = toCanonicalQuery(rest, method.parameters);
      const head = `${encodeParameter('Target', target)}&${encodeParameter('Method', name)}`;
      return { method, query: query === '' ? head : `${head}&${query}` };
    },
  };
}

/** Why a method cannot be allowed, as text that follows its name; `undefined` = it can. */
export function checkAllowedMethod(methodId: string, canAuthorize: boolean): string | undefined {
  const isSame = (method: ApiMethod): boolean => method.methodId === methodId;
  if (createPublicMethods([]).some(isSame) || extraMethods.some(isSame)) return undefined;
  if (signedInMethods.some(isSame)) {
    return canAuthorize
      ? undefined
      : "shows the affiliate's own figures and is only served by createProxy({ authorize })";
  }
  if (isForbidden(methodId)) return 'writes, or returns secrets or personal data, and is never served';
  return 'is not known to this version, which has no list of its parameters and fields';
}

function readOnce(parameters: readonly QueryParameter[], name: string): string {
  const found = parameters.filter((parameter) => parameter.name === name);
  if (found.length > 1) throw parameterError('DUPLICATE_PARAMETER', name);
  const value = found[0]?.value;
  if (value === undefined) throw parameterError('MISSING_PARAMETER', name);
  return value;
}
