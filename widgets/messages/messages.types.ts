import type { AccountMessage } from '../../shared/api/alerts.js';
import type { Day } from '../../shared/calendar.js';

export interface MessagesAttributes {
  readonly limit: number;
  readonly layout: 'list' | 'badge';
  readonly since: Day | null;
}

/** `detail` of `hasoffers-load`. */
export interface MessageList {
  /** How many there are, whatever `limit` says. */
  readonly count: number;
  /** At most `limit`, newest first. */
  readonly messages: readonly AccountMessage[];
}

/** `detail` of `hasoffers-message`. */
export type MessageOpening = Pick<AccountMessage, 'id' | 'kind'>;
