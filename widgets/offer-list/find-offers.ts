import { ApiError } from '../../shared/api/errors.js';
import { findOffers, type OfferQuery, type OfferRelation } from '../../shared/api/offers.js';
import { getCategories, getTargetCountries, getThumbnails } from '../../shared/api/relations.js';
import type { Send } from '../../shared/api/request.js';
import type { Offer, Page } from '../../shared/api/types.js';

/**
 * What to ask for beside the offers, in the order of trying. A network refuses the whole call for one relation that it
 * has switched off, without saying which. The tracking link is the one that HasOffers documents least.
 */
const plans: readonly ((relation: OfferRelation) => boolean)[] = [
  () => true,
  (relation) => relation !== 'TrackingLink',
  () => false,
];

/** Which of the plans the network takes; kept between calls, so that only the first one pays for finding out. */
export interface Plan {
  current: number;
}

/** The call may be all right but for what was asked along. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && /^(upstream|validation|permission|not-found|invalid-response)$/.test(error.code);

/** One page of offers with their relations: one call where the network plays along, else few, and never one per offer. */
export async function findWithRelations(
  query: OfferQuery,
  wanted: readonly OfferRelation[],
  plan: Plan,
  send: Send,
  signal: AbortSignal,
): Promise<Page<Offer>> {
  let refusal: unknown;
  let tried = -1;
  for (let index = plan.current; index < plans.length; index++) {
    const relations = wanted.filter(plans[index] ?? (() => false));
    if (relations.length === tried) continue;
    tried = relations.length;
    try {
      const page = await send(findOffers({ ...query, relations }), { signal });
      plan.current = index;
      return page;
    } catch (error) {
      refusal ??= error;
      if (signal.aborted || !isRefusal(error)) throw error;
    }
  }
  throw refusal;
}

/** What can be asked for later, for many offers at once, and what an offer has that the answer does not name. */
const batches = [
  { relation: 'Thumbnail', member: 'thumbnail', ask: getThumbnails, none: null },
  { relation: 'OfferCategory', member: 'categories', ask: getCategories, none: [] },
  // An offer without countries runs everywhere, which nobody may conclude from silence.
  { relation: 'Country', member: 'countries', ask: getTargetCountries, none: undefined },
] as const;

/** Asks for what did not come along, for all rows in one call per relation. What fails again stays unknown. */
export async function fillRelations(
  rows: readonly Offer[],
  wanted: readonly OfferRelation[],
  send: Send,
  signal: AbortSignal,
): Promise<readonly Offer[]> {
  const ids = rows.map(({ id }) => id);
  let filled = rows;
  const fill = async ({ relation, member, ask, none }: (typeof batches)[number]): Promise<void> => {
    // Where some rows have it the network knows the relation, and leaves it out of rows that have none.
    if (!wanted.includes(relation) || rows.some((offer) => offer[member] !== undefined)) return;
    try {
      const found = await send<ReadonlyMap<string, unknown>>(ask(ids), { signal });
      filled = filled.map((offer) => ({ ...offer, [member]: found.get(offer.id) ?? none }));
    } catch {
      // Offers without pictures are better than no offers.
    }
  };
  if (ids.length) await Promise.all(batches.map(fill));
  return filled;
}
