import type { GoalPayout, Offer } from '../../../shared/api/types.js';
import { OfferPayout } from '../../../shared/offer/OfferPayout.js';

interface OfferGoalsProps {
  readonly offer: Offer;
  readonly goals: readonly GoalPayout[];
}

/** What an offer pays for its goals. Where a goal has no currency, it is the offer's. */
export const OfferGoals = ({ offer, goals }: OfferGoalsProps) => (
  <ul part="goals" class="goals">
    {goals.map(({ name, payout }) => (
      <li key={name}>
        <span dir="auto">{name}</span>
        <OfferPayout payout={{ ...payout, currency: payout.currency ?? offer.payout.currency }} />
      </li>
    ))}
  </ul>
);
