import type { MessageTable } from './messages.js';
import { reportMessages } from './report-messages.js';

/** What a visitor reads of `<hasoffers-conversions>`, in English. */
export const conversionsMessages = {
  ...reportMessages,
  conversionsTitle: 'Conversions',
  time: 'Time',
  goal: 'Goal',
  conversionId: 'Conversion ID',
  'status:all': 'All statuses',
  'status:approved': 'Approved',
  'status:pending': 'Pending',
  'status:rejected': 'Rejected',
  allOffers: 'All offers',
  conversionsFound: { one: '{count} conversion', other: '{count} conversions' },
  noConversions: 'No conversions in these days.',
  timesInZone: 'Times in the time zone {zone}.',
  timesOfNetwork: 'Times are network time.',
  noConversionsPermission: 'These conversions are not open to this account.',
} as const satisfies MessageTable;
