import { useWidget } from '../element/widget-context.js';
import { formatMessage } from '../i18n/format-message.js';
import { Icon } from './Icon.js';

interface PagerProps {
  /** 1-based. */
  readonly page: number;
  /** `null` when nobody knows; then there is only back and forth. */
  readonly pageCount: number | null;
  readonly hasNext: boolean;
  readonly onPage: (page: number) => void;
}

/** The first page, the last one, and those around the current one. */
function pagesToOffer(page: number, pageCount: number | null): readonly number[] {
  if (pageCount === null) return [];
  const pages = new Set([1, page - 1, page, page + 1, pageCount]);
  return [...pages].filter((each) => each >= 1 && each <= pageCount);
}

/** Page numbers with buttons for back and forth. */
export function Pager({ page, pageCount, hasNext, onPage }: PagerProps) {
  const { messages, formatters } = useWidget();
  const pages = pagesToOffer(page, pageCount);
  return (
    // No landmark: a page may have several lists, and landmarks of one name help nobody.
    <fieldset part="pager" class="pager" aria-label={messages.pages}>
      <StepButton name="previous" isDisabled={page <= 1} onClick={() => onPage(page - 1)} />
      {pages.map((each, index) => {
        const number = formatters.number(each);
        const isGap = index > 0 && each - 1 > (pages[index - 1] ?? each);
        return [
          isGap && (
            <span key={`gap-${each}`} class="muted" aria-hidden="true">
              {'\u2026'}
            </span>
          ),
          <button
            type="button"
            key={each}
            aria-label={formatMessage(messages.page, { page: number })}
            aria-current={each === page ? 'page' : undefined}
            onClick={() => each !== page && onPage(each)}
          >
            {number}
          </button>,
        ];
      })}
      <StepButton name="next" isDisabled={!hasNext} onClick={() => onPage(page + 1)} />
    </fieldset>
  );
}

interface StepButtonProps {
  readonly name: 'previous' | 'next';
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}

/** A button that cannot be used keeps the focus it has, so it is marked and not disabled. */
export function StepButton({ name, isDisabled, onClick }: StepButtonProps) {
  const { messages } = useWidget();
  return (
    <button
      type="button"
      part={name}
      class="step"
      aria-label={messages[name]}
      aria-disabled={isDisabled}
      onClick={() => isDisabled || onClick()}
    >
      <Icon name={name} />
    </button>
  );
}
