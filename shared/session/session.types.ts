/** What a token may be for, by the names that the proxy gives them. */
export type TokenScope = 'stats' | 'conversions' | 'payments' | 'messages';

/** What a page's `token` function is asked for. */
export interface TokenRequest {
  /** What the signed-in elements of the page need. */
  readonly scopes: readonly TokenScope[];
  /** Why: there is none yet, it is at the end of its life, or the proxy does not accept it. */
  readonly reason: 'first' | 'expired' | 'refused';
  /** The proxy that the token is for, an absolute URL. */
  readonly endpoint: string;
}

/**
 * A JSON Web Token, whose claims `iat` and `exp` tell how long it lives; a token of any kind with its life in seconds
 * from now; or `null` when nobody is signed in.
 */
export type TokenAnswer = string | { readonly token: string; readonly expiresIn: number } | null;

/**
 * What a token restricts its holder to: sub-ids by the API's names, and `offer_ids`. The proxy enforces it; elements read it
 * to show what they cannot change.
 */
export type TokenLock = { readonly [name: string]: string | readonly string[] };

/** Gets a token from the page's own server, for who is signed in there. */
export type TokenFunction = (request: TokenRequest) => TokenAnswer | PromiseLike<TokenAnswer>;

/** Where the page's tokens come from. A new object with each `configure({ token })` and each `signOut()`. */
export interface TokenSource {
  /** `undefined`: signed-in elements send no token. The proxy may know their visitors by a cookie. */
  readonly token: TokenFunction | undefined;
  /** `signOut()` came last. */
  readonly isSignedOut: boolean;
}
