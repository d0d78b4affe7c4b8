/** For tests of the element: a row of the log as the API has it. */
export const toRow = (id: number, stat: object = {}, offer = 'Lamp <b>Shop</b>') => ({
  Stat: {
    tune_event_id: `event-${id}`,
    datetime: `2026-06-12 22:42:${String(59 - id).padStart(2, '0')}`,
    offer_id: '4',
    conversion_status: ['approved', 'pending', 'rejected'][id % 3],
    payout: '1284.60000',
    currency: 'USD',
    affiliate_info1: `member-${id}`,
    ...stat,
  },
  Offer: { name: offer },
});
