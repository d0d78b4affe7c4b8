import { failure } from '../api/failure.js';
import type { ApiClient } from '../api/request.js';
import { requestToken, type TokenCall } from './request-token.js';
import type { TokenFunction, TokenScope } from './session.types.js';
import { type ParsedToken, parseToken } from './token.js';

/** How the proxy refused a token. */
export type Refusal = 'expired' | 'refused';

/** A token in use. */
export interface Token extends ParsedToken {
  /** Sends requests with it. */
  readonly client: ApiClient;
  /** What it was asked for. */
  readonly scopes: readonly TokenScope[];
  /** As `performance.now()` tells time: the visitor's clock may be wrong. */
  renewAt: number;
  readonly expiresAt: number;
  refusal?: Refusal;
}

export interface TokenStoreOptions {
  /** The proxy, an absolute URL. */
  readonly endpoint: string;
  /** The page's function; without one there is nothing to send. */
  readonly source: () => TokenFunction | undefined;
  /** What the elements of the page need at the moment. */
  readonly scopes: () => readonly TokenScope[];
  readonly createClient: (text: string, onRefused: (refusal: Refusal) => void) => ApiClient;
  /** The timer has ended: most of the token's life is over. */
  readonly onDue: () => void;
  /** There is a new token, which nobody has used yet. */
  readonly onToken: (token: Token) => void;
  /** The page's function has given something else than a token. */
  readonly onNobody: (response: unknown) => void;
}

/** Holds the token of one endpoint, and asks for the next one once for all who need it. */
export interface TokenStore {
  /** A token to send: the one that is there, or a new one when it is time. Rejects with an `ApiError`. */
  get(): Promise<Token>;
  peek(): Token | undefined;
  /** Asks when it is time. A failure is left to the next who needs a token. */
  renew(): void;
  /** Makes it time for a new token, whatever life is left. */
  makeDue(): void;
  /** Starts the timer, for this token and those that follow. */
  start(): void;
  /** Ends the timer and the waiting for the page's function. The token is kept. */
  stop(): void;
  forget(): void;
}

/** The part of its life after which a token is renewed. */
const renewalPoint = 0.8;
/** Milliseconds: a token without life must not be asked for again and again. */
const minDelay = 1000;
/** Milliseconds: browsers take a longer delay for none. */
const maxDelay = 2 ** 31 - 1;

/** Without a function of the page's: the proxy may know its visitors by a cookie. */
const noToken: ParsedToken = { text: '', lifetime: Number.POSITIVE_INFINITY, subject: '', lock: {} };

const now = (): number => performance.now();

export function createTokenStore(options: TokenStoreOptions): TokenStore {
  let current: Token | undefined;
  let pending: { readonly call: TokenCall; readonly token: Promise<Token> } | undefined;
  let isRunning = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isDue = (token: Token): boolean => token.refusal !== undefined || now() >= token.renewAt;
  const covers = ({ text, scopes }: Token): boolean => !text || options.scopes().every((each) => scopes.includes(each));
  const makeDue = (): void => {
    if (current) current.renewAt = 0;
  };

  const startTimer = (): void => {
    clearTimeout(timer);
    if (!isRunning || !current) return;
    const delay = Math.min(Math.max(current.renewAt - now(), minDelay), maxDelay);
    timer = setTimeout(() => {
      // It may end a moment early.
      makeDue();
      options.onDue();
    }, delay);
  };

  const stopWaiting = (): void => {
    clearTimeout(timer);
    pending?.call.cancel();
    pending = undefined;
  };

  const accept = (parsed: ParsedToken, scopes: readonly TokenScope[]): Token => {
    const token: Token = {
      ...parsed,
      scopes,
      client: options.createClient(parsed.text, (refusal) => {
        token.refusal = refusal;
      }),
      renewAt: now() + parsed.lifetime * renewalPoint,
      expiresAt: now() + parsed.lifetime,
    };
    current = token;
    startTimer();
    options.onToken(token);
    return token;
  };

  const receive = async (call: TokenCall, scopes: readonly TokenScope[]): Promise<Token> => {
    try {
      const response = await call.response;
      // Cancelled when the response was already on its way.
      if (pending?.call !== call) throw failure('signed-out');
      const parsed = parseToken(response);
      if (parsed) return accept(parsed, scopes);
      options.onNobody(response);
      throw failure('signed-out');
    } finally {
      if (pending?.call === call) pending = undefined;
    }
  };

  const ask = async (): Promise<Token> => {
    const source = options.source();
    if (!source) {
      if (!current) return accept(noToken, []);
      options.onNobody(null);
      throw failure('signed-out');
    }
    if (!pending) {
      const scopes = options.scopes();
      const reason = current ? (current.refusal ?? (isDue(current) ? 'expired' : 'first')) : 'first';
      const call = requestToken(source, { scopes, reason, endpoint: options.endpoint });
      pending = { call, token: receive(call, scopes) };
    }
    return pending.token;
  };

  const get = async (): Promise<Token> => {
    const known = current;
    if (known && !isDue(known) && covers(known)) return known;
    try {
      const token = await ask();
      // Meanwhile there may be elements that need more.
      return covers(token) ? token : get();
    } catch (error) {
      // It was asked for early enough to live on for a while without.
      if (known && known === current && !known.refusal && now() < known.expiresAt) return known;
      throw error;
    }
  };

  return {
    get,
    peek: () => current,
    makeDue,
    renew() {
      if (current && isDue(current)) ask().catch(() => {});
    },
    start() {
      isRunning = true;
      startTimer();
    },
    stop() {
      isRunning = false;
      stopWaiting();
    },
    forget() {
      stopWaiting();
      current = undefined;
    },
  };
}
