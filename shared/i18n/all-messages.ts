import type { Messages, Translated } from './messages.js';
import type { statsMessages } from './stats-messages.js';

/** The messages of all elements, public and signed-in. */
export type AllMessages = Messages & Translated<typeof statsMessages>;
