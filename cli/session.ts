import type { Finding } from './findings.js';
import type { Probe, Question } from './probe.js';
import type { Reply } from './reply.js';

/** What the checks share. */
export interface Session extends Probe {
  readonly endpoint: string;
  /** Of the page that shall use the proxy, when one was named. */
  readonly origin: string | undefined;
  /** See {@link ProbeOptions.page}. */
  readonly page: string | undefined;
  /** A browser asks another origin, and shows few of its headers. */
  readonly isBlind: boolean;
  /** The two questions that every proxy must let through, asked once. */
  readonly manager: () => Promise<Reply>;
  readonly catalogue: () => Promise<Reply>;
}

export type Check = (session: Session) => Promise<readonly Finding[]>;

export const managerQuestion: Question = { pair: 'Affiliate_Affiliate::getAccountManager' };

/** As the offer list asks, pictures included. */
export const catalogueQuestion: Question = {
  pair: 'Affiliate_Offer::findAll',
  parameters: [
    ['limit', '20'],
    ['page', '1'],
    ['contain[]', 'Thumbnail'],
  ],
};

export function createSession(
  probe: Probe,
  endpoint: string,
  { origin, page }: { readonly origin?: string | undefined; readonly page?: string | undefined },
): Session {
  let manager: Promise<Reply> | undefined;
  let catalogue: Promise<Reply> | undefined;
  return {
    ...probe,
    endpoint,
    origin,
    page,
    isBlind: page !== undefined && page !== new URL(endpoint).origin,
    manager: () => {
      manager ??= probe.ask(managerQuestion);
      return manager;
    },
    catalogue: () => {
      catalogue ??= probe.ask(catalogueQuestion);
      return catalogue;
    },
  };
}

/** Browsers trust these without TLS, and nobody sits between. */
export function isLoopback(url: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
