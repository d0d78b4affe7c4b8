import type { Finding } from './findings.js';
import type { Probe, ProbeRequest } from './probe.js';
import type { Reply } from './reply.js';

/** What all checks share. */
export interface Session extends Probe {
  readonly endpoint: string;
  /** Origin of the pages that are to use the proxy, if given. */
  readonly origin: string | undefined;
  /** See {@link ProbeOptions.page}. */
  readonly page: string | undefined;
  /** The check runs in a page of another origin, which can read few headers of a response. */
  readonly isCrossOrigin: boolean;
  /** The two requests that every proxy must allow, sent once. */
  readonly manager: () => Promise<Reply>;
  readonly catalogue: () => Promise<Reply>;
}

export type Check = (session: Session) => Promise<readonly Finding[]>;

export const managerRequest: ProbeRequest = { methodId: 'Affiliate_Affiliate::getAccountManager' };

/** The offer list's request, images included. */
export const offersRequest: ProbeRequest = {
  methodId: 'Affiliate_Offer::findAll',
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
    isCrossOrigin: page !== undefined && page !== new URL(endpoint).origin,
    manager: () => {
      manager ??= probe.send(managerRequest);
      return manager;
    },
    catalogue: () => {
      catalogue ??= probe.send(offersRequest);
      return catalogue;
    },
  };
}

/** Browsers treat these as secure without TLS. */
export function isLoopback(url: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
