import { describe, expect, it } from 'vitest';
import { getGoalPayouts } from './goal-payouts.js';

const decode = (data: unknown) => getGoalPayouts('1034').decode(data);
const payout = { type: 'cpa_flat', amount: 8, percent: null, currency: null };

describe('getGoalPayouts', () => {
  it.each([
    ['a list', { goals: [{ name: 'Monthly &amp; more', payout_type: 'cpa_flat', payout: '8.00000' }] }],
    [
      'a map of rows',
      { goals: { 7: { Goal: { name: 'Monthly &amp; more', payout_type: 'cpa_flat', default_payout: '8' } } } },
    ],
  ])('reads %s', (_, data) => {
    expect(decode(data)).toEqual([{ name: 'Monthly & more', payout }]);
  });

  it.each([[null], [[]], [false], ['text'], [{ offer_payout: {} }], [{ goals: [{ payout: '8' }] }], [{ goals: 'x' }]])(
    'finds no goals in %j',
    (data) => expect(decode(data)).toEqual([]),
  );
});
