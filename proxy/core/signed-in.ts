import { type Call, contextCall, type Policy, withUserId } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import { isObject } from '../policy/response-schema.js';
import { TokenError, type Tokens } from '../tokens/tokens.js';
import type { ProxyRequest } from './proxy-request.js';
import { readData } from './row-count.js';

/**
 * The token of a request: what follows `Bearer`. `undefined` = there is none; another scheme, such as the `Basic` that
 * browsers send to a site with a password, is none.
 */
export function readBearerToken({ header }: ProxyRequest): string | undefined {
  const found = /^bearer(?: +(.*))?$/i.exec(header('authorization') ?? '');
  return found === null ? undefined : (found[1] ?? '').trim();
}

/**
 * Checks the token and then the request by what the token permits. A token that is rejected is never treated like none:
 * a tracking link would else come without the sub-id that the token's lock demands.
 *
 * @throws ProxyError (as a rejection)
 */
export async function parseForToken(tokens: Tokens, policy: Policy, token: string, query: string): Promise<Call> {
  const access = await tokens.verify(token).catch((error: unknown) => {
    throw toProxyError(error);
  });
  return policy.parse(query, access);
}

function toProxyError(error: unknown): ProxyError {
  if (!(error instanceof TokenError)) return new ProxyError('TOKEN_INVALID');
  return new ProxyError(error.code, { message: error.message });
}

export interface UserIdOptions {
  /** As configured; `undefined` = it is requested from HasOffers. */
  readonly userId: string | undefined;
  /** Serves a response from the cache, or from HasOffers. */
  readonly load: (call: Call) => Promise<{ readonly body: Uint8Array }>;
}

/** Adds the user id to the methods that need one. Requested from HasOffers once, and then cached like a list of countries. */
export function createUserIds({ userId, load }: UserIdOptions): (call: Call) => Promise<Call> {
  const decoder = new TextDecoder();

  async function request(): Promise<string> {
    const context = readData(decoder.decode((await load(contextCall)).body));
    const user = isObject(context) ? context.AffiliateUser : undefined;
    const id = isObject(user) ? String(user.id) : '';
    if (!/^[1-9]\d{0,9}$/.test(id)) throw new ProxyError('UPSTREAM_INVALID_RESPONSE');
    return id;
  }

  return async (call) => (call.method.needsUserId ? withUserId(call, userId ?? (await request())) : call);
}
