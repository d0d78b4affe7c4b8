import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { failure } from '../api/failure.js';
import type { Fetch } from '../api/page-fetch.js';
import type { ApiClient, ApiRequest } from '../api/request.js';
import type { Page } from '../page/page.types.js';
import { fetchWithToken } from './fetch-with-token.js';
import type { TokenLock, TokenScope, TokenSource } from './session.types.js';
import { createTokenStore } from './token-store.js';

/** An element that uses a session. */
export interface SessionMember {
  readonly scopes: readonly TokenScope[];
  isOnScreen(): boolean;
}

/** What the signed-in elements of one endpoint share. */
export interface Session {
  /**
   * Sends the token along. Another object whenever somebody else is signed in, or nobody any more: what is kept by client
   * is never shown to another one. A new token of the same subject with the same lock does not change it.
   */
  readonly client: ReadonlySignal<ApiClient>;
  /** What the token in use restricts; empty before the first. */
  readonly lock: ReadonlySignal<TokenLock>;
  /** @returns Leaves. Without members there are no timers and no listeners; the token is kept. */
  enter(member: SessionMember): () => void;
  /** Asks again, where nobody was signed in and nothing has been asked since. */
  reopen(): void;
}

export interface SessionOptions {
  readonly page: Pick<Page, 'createClient' | 'tokenSource' | 'warn'>;
  /** The proxy, an absolute URL. */
  readonly endpoint: string;
  readonly fetch: Fetch;
}

/** For elements that any token serves: there is none without a scope. */
const anyScope: readonly TokenScope[] = ['stats'];

export function createSession({ page, endpoint, fetch }: SessionOptions): Session {
  const members = new Set<SessionMember>();
  let source = page.tokenSource.peek();
  /** Whose data is shown; `undefined` before the first token. */
  let subject: string | undefined;
  const lock = signal<TokenLock>({});
  /** Nobody is signed in. Nothing is asked until a member wants it. */
  let hasEnded = false;
  let stopWatching: (() => void) | undefined;

  const store = createTokenStore({
    endpoint,
    source: () => source.token,
    scopes() {
      const scopes = new Set([...members].flatMap((member) => member.scopes));
      return scopes.size ? [...scopes] : anyScope;
    },
    createClient: (token, onRefused) => page.createClient(endpoint, fetchWithToken(fetch, token, onRefused)),
    onDue: renewIfSeen,
    onToken(token) {
      const isSomebodyElse = subject !== undefined && subject !== token.subject;
      subject = token.subject;
      lock.value = token.lock;
      if (isSomebodyElse) client.value = createMemberClient();
    },
    onNobody(answer) {
      if (answer !== null)
        page.warn('token() gave no token. Expected a text, { token, expiresIn }, or null for nobody.');
      startOver(true);
    },
  });

  const client = signal(createMemberClient());

  function createMemberClient(): ApiClient {
    const own: ApiClient = {
      send: (request, { signal } = {}) => send(own, request, signal, false),
    };
    return own;
  }

  /** Repeats a request once with another token, if the proxy refuses the first. */
  async function send<Result>(
    own: ApiClient,
    request: ApiRequest<Result>,
    signal: AbortSignal | undefined,
    isRepeat: boolean,
  ): Promise<Result> {
    if (hasEnded) throw failure('signed-out');
    const token = await store.get();
    // Somebody else has signed in meanwhile: this request is not theirs.
    if (client.peek() !== own) throw failure('signed-out');
    try {
      return await token.client.send(request, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      if (!token.refusal) throw error;
    }
    if (!isRepeat) return send(own, request, signal, true);
    if (client.peek() === own) startOver(true);
    throw failure('signed-out');
  }

  /** Nothing of what was there before remains. */
  function startOver(ended: boolean): void {
    hasEnded = ended;
    subject = undefined;
    lock.value = {};
    store.forget();
    client.value = createMemberClient();
  }

  function renewIfSeen(): void {
    const canAsk = navigator.onLine !== false && !document.hidden;
    if (canAsk && [...members].some((member) => member.isOnScreen())) store.renew();
  }

  /** Back from the back/forward cache: on other pages somebody may have signed in or out. */
  function returnToPage(): void {
    store.makeDue();
    if (hasEnded && !source.isSignedOut) startOver(false);
  }

  function followSource(next: TokenSource): void {
    if (next === source) return;
    source = next;
    if (next.isSignedOut) startOver(true);
    else if (!store.peek()?.text) startOver(false);
    else {
      // Perhaps for somebody else; if not, nothing is to be seen of it.
      store.makeDue();
      renewIfSeen();
    }
  }

  function watch(): () => void {
    // Not the global one of a test environment: jsdom takes no signal of another window.
    const listeners = new window.AbortController();
    const { signal } = listeners;
    window.addEventListener('online', renewIfSeen, { signal });
    document.addEventListener('visibilitychange', renewIfSeen, { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && returnToPage(), { signal });
    const stopFollowing = effect(() => {
      const next = page.tokenSource.value;
      untracked(() => followSource(next));
    });
    store.start();
    return () => {
      stopFollowing();
      store.stop();
      listeners.abort();
    };
  }

  return {
    client,
    lock,
    enter(member) {
      members.add(member);
      stopWatching ??= watch();
      if (hasEnded) startOver(false);
      return () => {
        members.delete(member);
        if (members.size) return;
        stopWatching?.();
        stopWatching = undefined;
      };
    },
    reopen() {
      if (hasEnded) startOver(false);
    },
  };
}
