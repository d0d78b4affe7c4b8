import type { MessageTable } from './messages.js';

/** What a visitor reads of several elements that show reports, in English. They take it into their own tables. */
export const reportMessages = {
  period: 'Period',
  'period:7d': 'Last 7 days',
  'period:14d': 'Last 14 days',
  'period:30d': 'Last 30 days',
  'period:90d': 'Last 90 days',
  'period:month': 'This month',
  'period:last-month': 'Last month',
  'period:year': 'This year',
  'period:custom': 'Chosen days',
  'group:source': 'Source',
  'group:sub1': 'Sub-ID 1',
  'group:sub2': 'Sub-ID 2',
  'group:sub3': 'Sub-ID 3',
  'group:sub4': 'Sub-ID 4',
  'group:sub5': 'Sub-ID 5',
  download: 'Download CSV',
  rowsCut: 'Not all data was sent: {shown} of {total} rows.',
} as const satisfies MessageTable;
