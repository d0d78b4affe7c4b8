import type { Finding } from './findings.js';
import type { Probe, Question } from './probe.js';
import type { Reply } from './reply.js';

/** What the checks share. */
export interface Session extends Probe {
  readonly endpoint: string;
  /** Of the page that shall use the proxy, when one was named. */
  readonly origin: string | undefined;
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

export function createSession(probe: Probe, endpoint: string, origin: string | undefined): Session {
  let manager: Promise<Reply> | undefined;
  let catalogue: Promise<Reply> | undefined;
  return {
    ...probe,
    endpoint,
    origin,
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
