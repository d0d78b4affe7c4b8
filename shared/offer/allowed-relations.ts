import type { ApiError, ErrorCode } from '../api/errors.js';
import type { OfferRelation } from '../api/offers.js';

/** Which relations one network lets come along with offers. */
export interface AllowedRelations {
  /** Sends a request, and again without what the network may have refused. Rejects as the last try does. */
  send<Result>(
    wanted: readonly OfferRelation[],
    request: (relations: readonly OfferRelation[]) => Promise<Result>,
  ): Promise<Result>;
  /** Forgets what the network refused: it may have been down for a moment only. */
  clear(): void;
}

/** Whether the call may be all right but for what should come along with it. */
const mayBeRelation: Readonly<Record<ErrorCode, boolean>> = {
  upstream: true,
  permission: true,
  validation: true,
  'not-found': true,
  config: false,
  offline: false,
  network: false,
  timeout: false,
  'rate-limit': false,
  auth: false,
  'network-id': false,
  'signed-out': false,
  'invalid-response': false,
};

export const isRefusal = (error: unknown): boolean => mayBeRelation[(error as ApiError).code] ?? false;

/**
 * A network refuses the whole call for one relation that it has switched off, without saying which. First the tracking
 * link is left out, which HasOffers documents least; then all of them. Only the first call pays for finding out.
 */
export function createAllowedRelations(): AllowedRelations {
  let refusedRelations: readonly OfferRelation[] = [];
  const send: AllowedRelations['send'] = (wanted, request) => {
    const attempt = async (refused: readonly OfferRelation[]): ReturnType<typeof request> => {
      const relations = wanted.filter((relation) => !refused.includes(relation));
      try {
        const result = await request(relations);
        refusedRelations = refused;
        return result;
      } catch (error) {
        if (!isRefusal(error) || relations.length === 0) throw error;
        return attempt(relations.includes('TrackingLink') ? ['TrackingLink'] : wanted);
      }
    };
    return attempt(refusedRelations);
  };
  return {
    send,
    clear() {
      refusedRelations = [];
    },
  };
}
