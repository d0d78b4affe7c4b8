import { useWidget } from '../../../shared/element/widget-context.js';

interface EmptyOffersProps {
  readonly hasActiveFilters: boolean;
  readonly onClear: () => void;
}

/** There are no offers, or none that match what the visitor set. */
export function EmptyOffers({ hasActiveFilters, onClear }: EmptyOffersProps) {
  const { messages } = useWidget();
  const message = hasActiveFilters ? messages.noMatch : messages.noOffers;
  return (
    <slot name="empty">
      <div part="empty" class="card notice">
        <p key={message}>{message}</p>
        {hasActiveFilters && (
          <button type="button" onClick={onClear}>
            {messages.clear}
          </button>
        )}
      </div>
    </slot>
  );
}
