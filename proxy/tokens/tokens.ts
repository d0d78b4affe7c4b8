import { errors, jwtVerify, SignJWT } from 'jose';
import { allowsLock, isScope, type Lock, type LockOptions, readLock, type Scope, scopes } from './claims.js';
import { findSecretProblem, toSecrets } from './secrets.js';

export type { Lock, LockOptions, Scope } from './claims.js';

export interface TokensOptions {
  /**
   * At least 32 bytes, as `openssl rand -hex 32` makes them. A second one, in a list or after a comma, is still accepted
   * and no longer used to sign, so that a secret can be replaced. Blanks around it are not part of it.
   */
  readonly secret: string | readonly string[];
  /** As in `https://NETWORKID.api.hasoffers.com`: a token for one network is refused by the proxy of another. */
  readonly networkId: string;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

export interface MintOptions {
  /** Who is signed in, in the host application's own words: 1 to 200 characters. Decides nothing in the proxy. */
  readonly subject: string;
  readonly scopes: readonly Scope[];
  /** The rows that may be seen. Without it: those of the whole account. Not possible with `payments` and `messages`. */
  readonly lock?: LockOptions | undefined;
  /** Seconds, 1 to 3,600. @default 600 */
  readonly expiresIn?: number;
}

/** What a token says, after it was verified. */
export interface TokenClaims {
  readonly subject: string;
  readonly scopes: readonly Scope[];
  /** `undefined` = the whole account. */
  readonly lock: Lock | undefined;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface Tokens {
  readonly networkId: string;
  /** @throws TypeError (as a rejection) saying what cannot be minted */
  readonly mint: (options: MintOptions) => Promise<string>;
  /** @throws TokenError (as a rejection) */
  readonly verify: (token: string) => Promise<TokenClaims>;
}

/** Why a token is refused. Says nothing of what is in it. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly code: 'TOKEN_INVALID' | 'TOKEN_EXPIRED';

  constructor(code: TokenError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const algorithm = 'HS256';
const maxLifetime = 3600;
/** For servers whose clocks do not agree. */
const leeway = 30;
/** A token with every claim is a quarter of that. */
const maxTokenLength = 8000;

const encoder = new TextEncoder();

/**
 * Mints and verifies the tokens that open the signed-in scope of the proxy: JWTs, signed with HS256. Runs where there is
 * Web Crypto: Node, workers, Deno, Bun.
 *
 * @throws TypeError when there is no secret, when one has fewer than 32 bytes, or for a malformed network id
 */
export function createTokens({ secret, networkId, now = Date.now }: TokensOptions): Tokens {
  if (typeof networkId !== 'string' || !/^[A-Za-z0-9-]{1,63}$/.test(networkId))
    throw new TypeError('networkId must be letters, digits and hyphens.');
  const problem = findSecretProblem(secret);
  if (problem !== undefined) throw new TypeError(`secret ${problem}.`);
  const [signingKey = new Uint8Array(), ...formerKeys] = toSecrets(secret).map((text) => encoder.encode(text));

  return {
    networkId,
    mint: async (options) => {
      const { subject, expiresIn, claims } = readMintOptions(options);
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setSubject(subject)
        .setAudience(networkId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + expiresIn)
        .sign(signingKey);
    },
    verify: async (token) => {
      if (typeof token !== 'string' || token.length > maxTokenLength) {
        throw new TokenError('TOKEN_INVALID', `A token is text of at most ${maxTokenLength} characters.`);
      }
      const options = {
        // Never what the token itself names: `none` and public-key algorithms are the known ways around a signature.
        algorithms: [algorithm],
        audience: networkId,
        clockTolerance: leeway,
        // Also refuses a token from the future.
        maxTokenAge: maxLifetime,
        requiredClaims: ['sub', 'exp', 'iat'],
        currentDate: new Date(now()),
      };
      for (const key of [signingKey, ...formerKeys]) {
        try {
          return readClaims((await jwtVerify(token, key, options)).payload);
        } catch (error) {
          if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw toTokenError(error);
        }
      }
      throw new TokenError('TOKEN_INVALID', 'The signature is not that of this secret.');
    },
  };
}

function readMintOptions({ subject, scopes: wanted, lock, expiresIn = 600 }: MintOptions) {
  if (typeof subject !== 'string' || !/^[^\p{Cc}]{1,200}$/u.test(subject)) {
    throw new TypeError('subject must be 1 to 200 characters.');
  }
  if (!Array.isArray(wanted) || wanted.length === 0 || !wanted.every(isScope)) {
    throw new TypeError(`scopes must be a list of at least one of ${scopes.join(', ')}.`);
  }
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > maxLifetime) {
    throw new TypeError(`expiresIn must be a whole number of seconds from 1 to ${maxLifetime}.`);
  }
  const scope = [...new Set<Scope>(wanted)].join(' ');
  if (lock === undefined) return { subject, expiresIn, claims: { scope } };
  const known = readLock(lock);
  if (typeof known === 'string') throw new TypeError(`lock ${known}.`);
  const unlockable = wanted.find((each) => !allowsLock(each));
  if (unlockable !== undefined) {
    throw new TypeError(`The scope ${unlockable} is about the whole account and cannot be minted with a lock.`);
  }
  return { subject, expiresIn, claims: { scope, lock: known } };
}

function readClaims(payload: Readonly<Record<string, unknown>>): TokenClaims {
  const { sub, iat, exp, scope, lock } = payload;
  if (typeof sub !== 'string' || sub === '') throw new TokenError('TOKEN_INVALID', 'sub must be text.');
  if (typeof scope !== 'string') throw new TokenError('TOKEN_INVALID', 'scope must be words with blanks between.');
  const lifetime = Number(exp) - Number(iat);
  if (lifetime > maxLifetime) {
    throw new TokenError('TOKEN_INVALID', `exp must be at most ${maxLifetime} seconds after iat.`);
  }
  const known = lock === undefined ? undefined : readLock(lock);
  if (typeof known === 'string') throw new TokenError('TOKEN_INVALID', `lock ${known}.`);
  // A word that this version does not know opens nothing.
  return { subject: sub, scopes: scope.split(' ').filter(isScope), lock: known, expiresAt: Number(exp) };
}

/** The library's messages name claims and never their values, but they are not ours to promise that for. */
function toTokenError(error: unknown): TokenError {
  if (error instanceof TokenError) return error;
  if (error instanceof errors.JWTExpired) return new TokenError('TOKEN_EXPIRED', 'The token has expired.');
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return new TokenError('TOKEN_INVALID', `The token must be signed with ${algorithm}.`);
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const claim = ['aud', 'exp', 'iat', 'nbf', 'sub'].find((name) => name === error.claim) ?? 'a claim';
    return new TokenError('TOKEN_INVALID', `The token has the wrong ${claim}, or none.`);
  }
  return new TokenError('TOKEN_INVALID', 'This is no token.');
}
