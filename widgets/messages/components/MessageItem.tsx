import { useId, useState } from 'preact/hooks';
import type { AccountMessage } from '../../../shared/api/alerts.js';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { inboxMessages } from '../../../shared/i18n/inbox-messages.js';
import { Icon } from '../../../shared/ui/Icon.js';

/** A message, closed at first. Its skeleton is below: a change here has to keep both equally high. */
export function MessageItem({ message: { id, kind, title, text, time } }: { readonly message: AccountMessage }) {
  const { formatters, emit } = useWidget();
  const messages = useMessages(inboxMessages);
  const [isOpen, setIsOpen] = useState(false);
  const bodyId = useId();
  const sent = time !== null && formatters.time(time);
  const heading = (
    // Each in its own direction, whatever the page's.
    <span part="title" class="name" dir="auto" key={title}>
      {title || messages[`kind:${kind}`]}
    </span>
  );
  const toggle = () => {
    if (isOpen || emit('hasoffers-message', { id, kind })) setIsOpen(!isOpen);
  };
  return (
    <li part="message" class={`message ${kind}`}>
      <div class="summary">
        {text ? (
          <button
            part="toggle"
            class="toggle"
            type="button"
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={toggle}
          >
            <Icon name="down" />
            {heading}
          </button>
        ) : (
          <p class="toggle">{heading}</p>
        )}
        {kind !== 'message' && title && (
          <span part="kind" class="kind" key={kind}>
            {messages[`kind:${kind}`]}
          </span>
        )}
        {sent && (
          <time part="time" class="muted" dateTime={new Date(time).toISOString()} key={sent}>
            {sent}
          </time>
        )}
      </div>
      {text && (
        <p part="body" class="body" id={bodyId} hidden={!isOpen} dir="auto" key={text}>
          {text}
        </p>
      )}
    </li>
  );
}

export const MessageItemSkeleton = () => (
  <li part="message" class="message">
    <div class="summary">
      <p class="toggle">
        <span class="skeleton" />
      </p>
      <span class="muted sent">
        <span class="skeleton" />
      </span>
    </div>
  </li>
);
