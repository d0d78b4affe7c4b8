import type { ApiError } from '../api/errors.js';
import { errorSentence, type Messages } from '../messages.js';
import type { ResourceState } from '../resource.js';

/** What is said of a failure: less where older data stays. */
export const failureSentence = (error: ApiError, stale: boolean, t: Messages): string =>
  stale ? t.stale : errorSentence(error, t);

/**
 * A failed load: one friendly sentence and, where it can help, a way to try again. Nothing when nothing failed.
 */
export function showNotice({ error, data }: ResourceState<unknown>, t: Messages, onRetry: () => void) {
  if (!error) return null;
  const stale = data !== undefined;
  const sentence = failureSentence(error, stale, t);
  const notice = (
    <div part={stale ? 'stale' : 'error'} class={`notice ${stale ? 'warning' : 'card'}`}>
      <p key={sentence}>{sentence}</p>
      {error.retryable && (
        <button type="button" part="retry" onClick={onRetry}>
          {t.retry}
        </button>
      )}
    </div>
  );
  return stale ? notice : <slot name="error">{notice}</slot>;
}
