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
  language: string,
  t: Messages,
  onTurn: (page: number) => void,
) {
  const turn = (to: number, name: 'previous' | 'next', possible: boolean) => (
    <button
      type="button"
      class="turn"
      aria-label={t[name]}
      title={t[name]}
      aria-disabled={!possible}
      onClick={() => possible && onTurn(to)}
    >
      {showIcon(to < page ? 'back' : 'forth')}
    </button>
  );
  // The first, the last, and those around this one.
  const last = pageCount ?? 0;
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter((number) => number > 0 && number <= last);
  return (
    // No landmark: a page may have several lists, and landmarks of one name help nobody.
    <fieldset part="pager" class="pager" aria-label={t.pages}>
      {turn(page - 1, 'previous', page > 1)}
      {numbers.flatMap((number, index) => {
        const words = number.toLocaleString(language);
        return [
          number - 1 > (numbers[index - 1] ?? page) && (
            <span key={-number} class="muted" aria-hidden="true">
              …
            </span>
          ),
          <button
            key={number}
            type="button"
            aria-label={fill(t.page, { page: words })}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => number === page || onTurn(number)}
          >
            {words}
          </button>,
        ];
      })}
      {turn(page + 1, 'next', hasMore)}
    </fieldset>
  );
}
