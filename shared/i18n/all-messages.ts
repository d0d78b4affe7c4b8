import { conversionsMessages } from './conversions-messages.js';
import { creativesMessages } from './creatives-messages.js';
import { inboxMessages } from './inbox-messages.js';
import { messages, type Translated } from './messages.js';
import { paymentsMessages } from './payments-messages.js';
import { statsMessages } from './stats-messages.js';
import { trackingLinkMessages } from './tracking-link-messages.js';

/** The English messages of all elements, public and signed-in. For scripts and types: an element brings its own. */
export const allMessages = {
  ...messages,
  ...statsMessages,
  ...trackingLinkMessages,
  ...creativesMessages,
  ...paymentsMessages,
  ...conversionsMessages,
  ...inboxMessages,
};

export type AllMessages = Translated<typeof allMessages>;
