import type { ApiError } from '../api/errors.js';
import { useWidget } from '../element/widget-context.js';
import { errorMessage } from './error-message.js';

interface NoticeProps {
  readonly error: ApiError;
  /** Older data is shown below: when it was loaded, in milliseconds since 1970. */
  readonly staleSince?: number | undefined;
  readonly onRetry: () => void;
  /** What to say instead of the message that fits the error's code. */
  readonly message?: string | undefined;
}

/** A failed load: one friendly message and, where it can help, a way to try again. */
export function Notice({ error, staleSince, onRetry, message: given }: NoticeProps) {
  const context = useWidget();
  const isStale = staleSince !== undefined;
  const message = given ?? errorMessage(error, staleSince, context);
  const notice = (
    <div part={isStale ? 'stale' : 'error'} class={`notice ${isStale ? 'warning' : 'card'}`}>
      <p key={message}>{message}</p>
      {error.retryable && (
        <button type="button" part="retry" onClick={onRetry}>
          {context.messages.retry}
        </button>
      )}
    </div>
  );
  return isStale ? notice : <slot name="error">{notice}</slot>;
}
