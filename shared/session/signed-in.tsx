import { computed, effect, untracked } from '@preact/signals';
import type { ApiError } from '../api/errors.js';
import { type Fetch, pageFetch } from '../api/page-fetch.js';
import type { ApiClient } from '../api/request.js';
import type { SignedIn } from '../element/widget.js';
import { useWidget } from '../element/widget-context.js';
import { parseEndpoint } from '../page/endpoint.js';
import type { Page } from '../page/page.types.js';
import { Notice } from '../ui/Notice.js';
import { createSession, type Session } from './session.js';
import type { TokenScope } from './session.types.js';

const sessions = new WeakMap<Page, Map<string, Session>>();

/** The session of an endpoint, which its elements share. */
function sessionFor(page: Page, endpoint: string, fetch: Fetch): Session {
  const ofPage = sessions.get(page) ?? new Map<string, Session>();
  sessions.set(page, ofPage);
  const session = ofPage.get(endpoint) ?? createSession({ page, endpoint, fetch });
  ofPage.set(endpoint, session);
  return session;
}

/**
 * Makes a widget a signed-in one: its model's client sends a token, and who signs out takes everything along that the
 * widget shows. A module of its own, because the script with the public elements needs none of it.
 *
 * @param scopes - What the widget's requests need; an empty list where any token does. A function for a widget that is
 *   signed in by an attribute: `null` means that it is public.
 */
export function signedIn<Attributes extends object>(
  scopes: readonly TokenScope[] | ((attributes: Attributes) => readonly TokenScope[] | null),
  fetch: Fetch = pageFetch,
): SignedIn<Attributes> {
  return {
    SignedOut,
    join({ page, host, attributes, startAnew }) {
      const neededScopes = computed(() => (typeof scopes === 'function' ? scopes(attributes.value) : scopes));
      const session = computed(() => {
        const url = parseEndpoint(attributes.value.endpoint || page.endpoint.value, host.baseURI);
        return neededScopes.value && typeof url === 'string' ? sessionFor(page, url, fetch) : undefined;
      });
      /** The client that the model got first. When the session has another one, the element starts anew. */
      let usedClient: ApiClient | undefined;
      let leave: (() => void) | undefined;

      const useSession = (): (() => void) | undefined => {
        const needed = neededScopes.value;
        const current = session.value;
        if (!needed || !current) return undefined;
        return untracked(() => current.enter({ scopes: needed, isOnScreen: () => isOnScreen(host) }));
      };

      const followClient = (): void => {
        const client = session.value?.client.value;
        if (!usedClient || client === usedClient) return;
        usedClient = undefined;
        untracked(startAnew);
      };

      return {
        client() {
          const client = session.value?.client.value;
          // Not replaced: the model may ask for the next one before `followClient` has compared it with the first.
          usedClient ??= client;
          return client;
        },
        lock: () => session.value?.lock.value ?? {},
        enter() {
          if (leave) return;
          const stopUsing = effect(useSession);
          const stopFollowing = effect(followClient);
          leave = () => {
            stopFollowing();
            stopUsing();
          };
        },
        leave() {
          leave?.();
          leave = undefined;
        },
        reopen: () => session.peek()?.reopen(),
      };
    },
  };
}

/** Whether the visitor can see any of it. */
function isOnScreen(host: HTMLElement): boolean {
  // The inner root: a host may have no box (`display: contents`).
  const { top, bottom, left, right } = (host.shadowRoot?.querySelector('.root') ?? host).getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}

/** In the place of the widget's view when nobody is signed in. */
function SignedOut({ error }: { readonly error: ApiError }) {
  const host = useWidget().host as HTMLElement & { refresh(): Promise<void> };
  return (
    <slot name="signed-out">
      <Notice error={error} onRetry={() => void host.refresh()} />
    </slot>
  );
}
