import { fill, type Messages } from '../messages.js';
import { formatNumber } from './format.js';
import { Icon } from './Icon.js';

interface PagerProps {
  readonly page: number;
  /** `null` when nobody knows; then there is only back and forth. */
  readonly pageCount: number | null;
  readonly hasMore: boolean;
  readonly language: string;
  readonly t: Messages;
  readonly onTurn: (page: number) => void;
}

/** Turns pages. A button that cannot be used keeps the focus it has, so it is marked and not disabled. */
export function Pager({ page, pageCount, hasMore, language, t, onTurn }: PagerProps) {
  const turn = (to: number, name: string, icon: 'back' | 'forth', possible: boolean) => (
    <button
      type="button"
      class="turn"
      aria-label={name}
      title={name}
      aria-disabled={!possible}
      onClick={() => possible && onTurn(to)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <nav part="pager" class="pager" aria-label={t.pages}>
      {turn(page - 1, t.previous, 'back', page > 1)}
      {toSlots(page, pageCount ?? 0).map((slot) =>
        slot < 0 ? (
          <span key={slot} class="muted" aria-hidden="true">
            …
          </span>
        ) : (
          <button
            key={slot}
            type="button"
            aria-label={fill(t.page, { page: formatNumber(slot, language) })}
            aria-current={slot === page ? 'page' : undefined}
            onClick={() => slot === page || onTurn(slot)}
          >
            {formatNumber(slot, language)}
          </button>
        ),
      )}
      {turn(page + 1, t.next, 'forth', hasMore)}
    </nav>
  );
}

/** At most seven, so that the buttons keep their places: pages, and a negative number for each gap. */
function toSlots(page: number, count: number): number[] {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (count <= 7) return range(1, count);
  if (page <= 4) return [...range(1, 5), -2, count];
  if (page > count - 4) return [1, -1, ...range(count - 4, count)];
  return [1, -1, ...range(page - 1, page + 1), -2, count];
}
