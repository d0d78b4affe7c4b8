import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ApiClient } from '../api/request.js';
import { generateTrackingLink } from '../api/tracking-link.js';
import type { Offer } from '../api/types.js';

/** By offer id; `null` where the network gave none. */
export type ResolvedLinks = Readonly<Record<string, string | null>>;

/** Gets tracking links that did not come along with their offers. */
export interface LinkResolver {
  readonly resolved: ReadonlySignal<ResolvedLinks>;
  /** Requests the link of an offer, once; a failed request is retried. `null` where there is none. */
  resolve(offer: Pick<Offer, 'id'>): Promise<string | null>;
}

/** @param client - Reads signals. Links belong to the account behind a client: with another one they are forgotten. */
export function createLinkResolver(client: () => ApiClient): LinkResolver {
  const currentClient = computed(client);
  /** Made anew for another client: what comes late for the one before ends up where nobody reads it. */
  const account = computed(() => ({
    client: currentClient.value,
    links: signal<ResolvedLinks>({}),
    inFlight: new Map<string, Promise<string | null>>(),
  }));

  return {
    resolved: computed(() => account.value.links.value),
    async resolve({ id }) {
      const { client, links, inFlight } = account.value;

      const request = async (): Promise<string | null> => {
        let link: string | null = null;
        try {
          link = await client.send(generateTrackingLink(id));
        } catch {
          // Reported as "no link": the visitor reads that it did not work and can try again.
        }
        inFlight.delete(id);
        links.value = { ...links.peek(), [id]: link };
        return link;
      };

      const known = links.peek()[id];
      if (known) return known;
      const running = inFlight.get(id) ?? request();
      inFlight.set(id, running);
      return running;
    },
  };
}
