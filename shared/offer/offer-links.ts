import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ApiClient } from '../api/request.js';
import { generateTrackingLink } from '../api/tracking-link.js';
import type { Offer } from '../api/types.js';

/** By offer id; `null` where the network gave none. */
export type ResolvedLinks = Readonly<Record<string, string | null>>;

/** Tracking links that did not come along with their offers. */
export interface OfferLinks {
  readonly resolved: ReadonlySignal<ResolvedLinks>;
  /** Requests the link of an offer, once; a failed request is retried. `null` where there is none. */
  resolve(offer: Pick<Offer, 'id'>): Promise<string | null>;
}

interface Account {
  readonly client: ApiClient | undefined;
  readonly links: ResolvedLinks;
}

/** @param client - Reads signals. Links belong to the account behind a client: with another one they are forgotten. */
export function createOfferLinks(client: () => ApiClient): OfferLinks {
  const account = signal<Account>({ client: undefined, links: {} });
  let inFlight = new Map<string, Promise<string | null>>();
  let inFlightClient: ApiClient | undefined;

  const linksOf = (owner: ApiClient): ResolvedLinks => (account.peek().client === owner ? account.peek().links : {});

  const request = async (id: string, owner: ApiClient): Promise<string | null> => {
    let link: string | null = null;
    try {
      link = await owner.send(generateTrackingLink(id));
    } catch {
      // Reported as "no link": the visitor reads that it did not work and can try again.
    }
    if (inFlightClient !== owner) return link;
    inFlight.delete(id);
    account.value = { client: owner, links: { ...linksOf(owner), [id]: link } };
    return link;
  };

  return {
    resolved: computed(() => (account.value.client === client() ? account.value.links : {})),
    async resolve({ id }) {
      const owner = client();
      if (inFlightClient !== owner) {
        inFlightClient = owner;
        inFlight = new Map();
      }
      const known = linksOf(owner)[id];
      if (known) return known;
      const running = inFlight.get(id) ?? request(id, owner);
      inFlight.set(id, running);
      return running;
    },
  };
}
