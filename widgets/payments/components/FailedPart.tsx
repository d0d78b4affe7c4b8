import type { ApiError } from '../../../shared/api/errors.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { paymentsMessages } from '../../../shared/i18n/payments-messages.js';
import { Notice } from '../../../shared/ui/Notice.js';

interface FailedPartProps {
  /** What could not be loaded. */
  readonly label: string;
  readonly error: ApiError;
  readonly onRetry: () => void;
}

/** In the place of one part, beside others that are here. */
export function FailedPart({ label, error, onRetry }: FailedPartProps) {
  const messages = useMessages(paymentsMessages);
  const message = error.code === 'permission' ? messages.noPaymentsPermission : undefined;
  return (
    <div>
      <p class="caption">{label}</p>
      <Notice error={error} onRetry={onRetry} message={message} />
    </div>
  );
}
