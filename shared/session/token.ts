import type { TokenLock } from './session.types.js';

/** A token as the page's function gave it. */
export interface ParsedToken {
  readonly text: string;
  /** Milliseconds from now; `Infinity` when nothing tells. */
  readonly lifetime: number;
  /** Whose data the token opens: equal for tokens of the same subject with the same lock. */
  readonly subject: string;
  /** Empty for one without, and for tokens that are no JSON Web Tokens. */
  readonly lock: TokenLock;
}

/** What may follow `Bearer` (RFC 6750). No page of HTML that a server sends to those who are not signed in. */
const tokenPattern = /^[\w.~+/-]+=*$/;

/** @returns `undefined` when there is no token in the response. */
export function parseToken(response: unknown): ParsedToken | undefined {
  const { token, expiresIn } = isRecord(response) ? response : { token: response, expiresIn: undefined };
  // Servers like to end a text with a line break.
  const text = typeof token === 'string' ? token.trim() : '';
  if (!tokenPattern.test(text)) return undefined;
  const claims = readClaims(text);
  const seconds = typeof expiresIn === 'number' ? expiresIn : Number(claims.exp) - Number(claims.iat);
  return {
    text,
    lifetime: seconds > 0 ? seconds * 1000 : Number.POSITIVE_INFINITY,
    // Who is not told by the token may be somebody else with each new one.
    subject: claims.sub ? JSON.stringify([claims.sub, claims.lock]) : text,
    lock: isRecord(claims.lock) ? (claims.lock as TokenLock) : {},
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * The payload of a JSON Web Token; empty for a token of another kind. Its signature is the proxy's to check.
 *
 * Texts stay as the bytes of their UTF-8 encoding: they are compared here and never shown.
 */
function readClaims(token: string): Readonly<Record<string, unknown>> {
  const payload = token.split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return isRecord(claims) ? claims : {};
  } catch {
    return {};
  }
}
