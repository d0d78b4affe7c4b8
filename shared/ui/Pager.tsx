import { fill, type Messages } from '../messages.js';
import { showIcon } from './Icon.js';

/**
 * Turns pages. A button that cannot be used keeps the focus it has, so it is marked and not disabled.
 *
 * @param pageCount - `null` when nobody knows; then there is only back and forth.
 */
export function showPager(
  page: number,
  pageCount: number | null,
  hasMore: boolean,
  write: (number: number) => string,
  t: Messages,
  onTurn: (page: number) => void,
) {
  const turn = (name: 'previous' | 'next', to: number) => (
    <button
      type="button"
      class="turn"
      aria-label={t[name]}
      title={t[name]}
      aria-disabled={to === page}
      onClick={() => to === page || onTurn(to)}
    >
      {showIcon(name)}
    </button>
  );
  // The first, the last, and those around this one.
  const last = pageCount ?? 0;
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter((number) => number > 0 && number <= last);
  return (
    // No landmark: a page may have several lists, and landmarks of one name help nobody.
    <fieldset part="pager" class="pager" aria-label={t.pages}>
      {turn('previous', Math.max(page - 1, 1))}
      {numbers.flatMap((to, index) => {
        const words = write(to);
        return [
          to - 1 > (numbers[index - 1] ?? to) && (
            <span class="muted" aria-hidden="true">
              …
            </span>
          ),
          <button
            type="button"
            key={to}
            aria-label={fill(t.page, { page: words })}
            aria-current={to === page ? 'page' : undefined}
            onClick={() => to === page || onTurn(to)}
          >
            {words}
          </button>,
        ];
      })}
      {turn('next', hasMore ? page + 1 : page)}
    </fieldset>
  );
}
