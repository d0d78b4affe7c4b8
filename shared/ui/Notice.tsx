import type { ApiError } from '../api/errors.js';
import { useWidget } from '../element/widget-context.js';
import { errorMessage } from './error-message.js';

interface NoticeProps {
  readonly error: ApiError;
  /** Older data is shown below. */
  readonly isStale: boolean;
  readonly onRetry: () => void;
}

/** A failed load: one friendly message and, where it can help, a way to try again. */
export function Notice({ error, isStale, onRetry }: NoticeProps) {
  const { messages } = useWidget();
  const message = errorMessage(error, isStale, messages);
  const notice = (
    <div part={isStale ? 'stale' : 'error'} class={`notice ${isStale ? 'warning' : 'card'}`}>
      <p key={message}>{message}</p>
      {error.retryable && (
        <button type="button" part="retry" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </div>
  );
  return isStale ? notice : <slot name="error">{notice}</slot>;
}
