import { useAnnounceOnChange } from '../../shared/element/use-announce-on-change.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useMessages, useWidget } from '../../shared/element/widget-context.js';
import { formatMessage, formatPlural } from '../../shared/i18n/format-message.js';
import { inboxMessages } from '../../shared/i18n/inbox-messages.js';
import { numbersBelow } from '../../shared/numbers-below.js';
import type { Resource } from '../../shared/resource.js';
import { Notice } from '../../shared/ui/Notice.js';
import { MessageItem, MessageItemSkeleton } from './components/MessageItem.js';
import type { MessageList, MessagesAttributes } from './messages.types.js';

type Props = ViewProps<MessagesAttributes, Resource<MessageList>>;

export function MessagesView({ model, attributes: { layout, limit } }: Props) {
  const { formatters } = useWidget();
  const { messageCount } = useMessages(inboxMessages);
  const { status, data, error, loadedAt } = model.state.value;
  const name = data && formatPlural(messageCount, data.count, formatters);
  useAnnounceOnChange(name);
  return (
    <>
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {data?.count ? (
        layout === 'badge' ? (
          // Said and drawn apart, so that both read well: "3 messages", and a 3.
          <span part="badge" class="count" role="img" aria-label={name} key={data.count}>
            {formatters.number(data.count)}
          </span>
        ) : (
          <Inbox {...data} />
        )
      ) : null}
      {status === 'empty' && <NoMessages layout={layout} />}
      {!data && !error && (
        <slot name="loading">
          {layout === 'badge' ? (
            <span part="badge" class="count invisible">
              {formatters.number(0)}
            </span>
          ) : (
            // Nobody knows how many will come; more than a handful would be a promise.
            <InboxSkeleton rows={Math.min(limit, 7)} />
          )}
        </slot>
      )}
    </>
  );
}

function Inbox({ count, messages: shown }: MessageList) {
  const { messages, formatters } = useWidget();
  const { messagesLabel } = useMessages(inboxMessages);
  const range = formatters.number(shown.length);
  const note = shown.length < count && formatMessage(messages.showing, { range, total: formatters.number(count) });
  return (
    <div class="card inbox">
      <ul part="list" aria-label={messagesLabel}>
        {shown.map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
      </ul>
      {note && (
        <p part="note" class="note muted" key={note}>
          {note}
        </p>
      )}
    </div>
  );
}

const InboxSkeleton = ({ rows }: { readonly rows: number }) => (
  <div class="card inbox">
    <ul part="list" aria-label={useMessages(inboxMessages).messagesLabel}>
      {numbersBelow(rows).map((row) => (
        <MessageItemSkeleton key={row} />
      ))}
    </ul>
  </div>
);

/** A badge without a number is none. */
function NoMessages({ layout }: Pick<MessagesAttributes, 'layout'>) {
  const { noMessages } = useMessages(inboxMessages);
  return (
    <slot name="empty">
      {layout === 'list' && (
        <p part="empty" class="card" key={noMessages}>
          {noMessages}
        </p>
      )}
    </slot>
  );
}
