import type { Lock, Scope } from '../tokens/claims.js';
import { extraMethods } from './extra-methods.js';
import { isForbidden } from './forbidden.js';
import { applyLock, rejectLocked, writeLock } from './locks.js';
import { type ApiMethod, defineMethod } from './method.js';
import { fields } from './models.js';
import { codeSwitch, findFilesWithCode } from './offer-file-methods.js';
import { checkParameters, writeQuery } from './parameters.js';
import { ProxyError, parameterError } from './proxy-error.js';
import { createPublicMethods } from './public-methods.js';
import type { QueryParameter } from './query.js';
import { encodeParameter, parseQuery } from './query.js';
import { record } from './response-schema.js';
import { signedInMethods } from './signed-in-methods.js';

/** An accepted request: the method and its canonical query, without credentials. */
export interface Call {
  readonly method: ApiMethod;
  /** Target, Method and every parameter in canonical form: the query for upstream. */
  readonly query: string;
  /** The key of the cache: the query, and the scope and lock that the response is for. */
  readonly key: string;
  /** The rows that may be in the response. */
  readonly lock: Lock | undefined;
}

/** What a token permits. */
export interface Access {
  readonly scopes: readonly Scope[];
  /** `undefined` = the whole account. */
  readonly lock: Lock | undefined;
}

/** Which methods and parameters may be requested. */
export interface Policy {
  readonly methods: ReadonlyMap<string, ApiMethod>;
  /**
   * @param access of the token that came with the request; `undefined` = there was none
   * @throws ProxyError for everything that is not exactly allowed
   */
  readonly parse: (rawQuery: string, access?: Access) => Call;
}

export interface PolicyOptions {
  readonly linkHosts: readonly string[];
  /** Methods beyond the public list, as accepted by {@link checkAllowedMethod}. */
  readonly allow: readonly string[];
  /** Tokens are accepted, so the methods of all scopes can be called. @default false */
  readonly hasTokens?: boolean;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const optionalMethods = [...extraMethods, ...signedInMethods];

export function createPolicy({ linkHosts, allow, hasTokens = false, now = Date.now }: PolicyOptions): Policy {
  const isOpen = ({ methodId, scope }: ApiMethod): boolean =>
    allow.includes(methodId) || (hasTokens && scope !== undefined);
  const allowed = [...optionalMethods.filter(isOpen), ...(allow.includes(codeSwitch) ? [findFilesWithCode] : [])];
  const methods = new Map([...createPublicMethods(linkHosts), ...allowed].map((method) => [method.methodId, method]));
  return {
    methods,
    parse: (rawQuery, access) => {
      const parameters = parseQuery(rawQuery);
      const target = readOnce(parameters, 'Target');
      const name = readOnce(parameters, 'Method');
      // Target and Method together, in exact case: an allowed Target does not allow its other Methods.
      const method = methods.get(`${target}::${name}`);
      if (method === undefined) throw new ProxyError('METHOD_NOT_ALLOWED');
      if (access === undefined) {
        if (method.isPrivate && !allow.includes(method.methodId)) throw new ProxyError('TOKEN_MISSING');
      } else if (method.isPrivate && !access.scopes.some((scope) => scope === method.scope)) {
        throw new ProxyError('SCOPE_MISSING');
      }
      const rest = parameters.filter((parameter) => parameter.name !== 'Target' && parameter.name !== 'Method');
      if (access?.lock !== undefined) rejectLocked(rest, method, access.lock);
      const values = checkParameters(rest, method.parameters);
      method.refine?.(values, now());
      if (access?.lock !== undefined) applyLock(values, method, access.lock);
      return toCall(method, writeQuery(values, method.parameters), access);
    },
  };
}

function toCall(method: ApiMethod, parameters: string, access?: Access): Call {
  const head = `${encodeParameter('Target', method.target)}&${encodeParameter('Method', method.method)}`;
  const query = parameters === '' ? head : `${head}&${parameters}`;
  // No query holds a blank, so no query can be made to look like the key of another.
  const isRestricted = access !== undefined && (method.isPrivate || method.lockedBy !== undefined);
  const key = isRestricted ? `${query} ${method.scope ?? ''} ${writeLock(access.lock)}` : query;
  return { method, query, key, lock: isRestricted ? access.lock : undefined };
}

/** Everything about the user of the API key, of which only the id is read. No page can call it. */
export const contextMethod = defineMethod('Affiliate_AffiliateUser::getContext', {
  responseSchema: record({ AffiliateUser: record(fields(['id'])) }),
  empty: null,
  kind: 'static',
});

/** How the proxy itself finds out whose messages to request. */
export const contextCall: Call = toCall(contextMethod, '');

/** Adds the user whose messages are requested, which is the proxy's to decide. */
export function withUserId(call: Call, userId: string): Call {
  const parameter = `&${encodeParameter('affiliate_user_id', userId)}`;
  return { ...call, query: call.query + parameter, key: call.key + parameter };
}

/** Why a method cannot be allowed, as text that follows its name; `undefined` = it can. */
export function checkAllowedMethod(methodId: string, canAuthorize: boolean): string | undefined {
  const isSame = (method: ApiMethod): boolean => method.methodId === methodId;
  if (methodId === codeSwitch || createPublicMethods([]).some(isSame) || extraMethods.some(isSame)) return undefined;
  if (signedInMethods.some(isSame)) {
    return canAuthorize
      ? undefined
      : "shows the affiliate's own figures and is only served for tokens (HASOFFERS_TOKEN_SECRET) or by createProxy({ authorize })";
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
