import type { MessageTable } from './messages.js';

/** What a visitor reads of `<hasoffers-messages>` alone, in English, beside what the network wrote. */
export const inboxMessages = {
  messagesLabel: 'Messages',
  messageCount: { one: '{count} message', other: '{count} messages' },
  noMessages: 'No messages.',
  'kind:message': 'Message',
  'kind:approved': 'Approved',
  'kind:denied': 'Denied',
} as const satisfies MessageTable;
