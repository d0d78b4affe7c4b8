import { errorSentence, type Messages } from '../messages.js';
import type { ResourceState } from '../resource.js';

/**
 * A failed load: one friendly sentence and, where it can help, a way to try again. Nothing when nothing failed.
 */
export function showNotice({ error, data }: ResourceState<unknown>, t: Messages, onRetry: () => void) {
  if (!error) return null;
  const stale = data !== undefined;
  const sentence = stale ? t.stale : errorSentence(error, t);
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
