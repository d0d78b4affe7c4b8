import { calendarDay, integer, oneOf } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import { inboxMessages } from '../../shared/i18n/inbox-messages.js';
import type { Resource } from '../../shared/resource.js';
import { signedIn } from '../../shared/session/signed-in.js';
import { MessagesView } from './MessagesView.js';
import styles from './messages.css?inline';
import { createMessagesModel } from './messages.model.js';
import type { MessageList, MessagesAttributes } from './messages.types.js';

/**
 * What the network wrote to the affiliate, as plain text: news, and what became of applications. Signed-in: only for
 * whom the host application mints a token with the scope `messages`.
 *
 * @attr limit - How many to show, 1 to 50.
 * @attr layout - A list to open and close, or their number alone.
 * @attr since - Day, `YYYY-MM-DD`; older messages are left out.
 * @fires {MessageList} hasoffers-load - The messages are shown; `count` has those that `limit` leaves out, too.
 * @fires {MessageOpening} hasoffers-message - The visitor is about to open a message; `preventDefault()` stops it.
 * @slot signed-out - Replaces the message that asks to sign in.
 * @part list - All messages that are shown.
 * @part message - One message.
 * @part toggle - Button that opens and closes it.
 * @part title - Its title.
 * @part kind - What became of an application, in a word.
 * @part time - When it was sent.
 * @part body - Its text.
 * @part badge - Their number.
 * @part note - How many of how many are shown.
 * @part empty - Message where there is none.
 */
export const messages = widget<MessagesAttributes, MessageList, Resource<MessageList>>({
  tag: 'hasoffers-messages',
  styles,
  messages: inboxMessages,
  signedIn: signedIn(['messages']),
  attributes: {
    limit: integer({ min: 1, max: 50, default: 7 }),
    layout: oneOf('list', 'badge'),
    since: calendarDay,
  },
  createModel: createMessagesModel,
  View: MessagesView,
});
