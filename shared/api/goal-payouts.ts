import { line, record, rows, type Wire } from './decode.js';
import { toPayout } from './offer.js';
import { type ApiRequest, toRequest } from './request.js';
import type { GoalPayout } from './types.js';

/**
 * Asks what an offer pays for its goals. Of the answer only the member `offer_payout` was seen; that the goals stand
 * beside it as a list or map of rows, with the fields of the model `Goal` or a bare `payout`, is assumed. What cannot be
 * read has no goals.
 */
export const getGoalPayouts = (offerId: string): ApiRequest<readonly GoalPayout[]> =>
  toRequest('Offer', 'getPayoutDetails', { offer_id: offerId }, (data) => rows(record(data).goals, toGoalPayout));

function toGoalPayout(row: Wire): GoalPayout | null {
  const goal = record(row.Goal ?? row);
  const name = line(goal.name);
  return name ? { name, payout: toPayout({ ...goal, default_payout: goal.default_payout ?? goal.payout }) } : null;
}
