import type { conversionsMessages } from './conversions-messages.js';
import type { creativesMessages } from './creatives-messages.js';
import type { inboxMessages } from './inbox-messages.js';
import type { Messages, Translated } from './messages.js';
import type { paymentsMessages } from './payments-messages.js';
import type { statsMessages } from './stats-messages.js';
import type { trackingLinkMessages } from './tracking-link-messages.js';

/** The messages of all elements, public and signed-in. */
export type AllMessages = Messages &
  Translated<typeof statsMessages> &
  Translated<typeof trackingLinkMessages> &
  Translated<typeof creativesMessages> &
  Translated<typeof paymentsMessages> &
  Translated<typeof conversionsMessages> &
  Translated<typeof inboxMessages>;
