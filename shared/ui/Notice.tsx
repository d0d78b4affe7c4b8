import type { ApiError } from '../api/errors.js';
import { errorSentence, type Messages } from '../messages.js';

interface NoticeProps {
  readonly error: ApiError;
  readonly t: Messages;
  readonly onRetry: () => void;
}

/** A failure with nothing else to show: one friendly sentence and, where it can help, a way to try again. */
export function Notice({ error, t, onRetry }: NoticeProps) {
  const sentence = errorSentence(error.code, t);
  return (
    <slot name="error">
      <div part="error" class="card notice">
        <p key={sentence}>{sentence}</p>
        {error.retryable && <RetryButton t={t} onRetry={onRetry} />}
      </div>
    </slot>
  );
}

/** Old content is shown because loading it again failed. */
export function StaleNotice({ t, onRetry }: Omit<NoticeProps, 'error'>) {
  return (
    <div part="stale" class="notice warning">
      <p>{t.stale}</p>
      <RetryButton t={t} onRetry={onRetry} />
    </div>
  );
}

function RetryButton({ t, onRetry }: Pick<NoticeProps, 't' | 'onRetry'>) {
  return (
    <button type="button" part="retry" onClick={onRetry}>
      {t.retry}
    </button>
  );
}
