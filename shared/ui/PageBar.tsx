import { useWidget, type WidgetContextValue } from '../element/widget-context.js';
import { formatMessage } from '../i18n/format-message.js';
import { Pager } from './Pager.js';

/** The attribute `pagination`. */
export type Pagination = 'pages' | 'more' | 'none';

/** Where in a list its rows are. */
export interface ShownPage {
  /** 1-based. */
  readonly page: number;
  /** `null` when nobody knows. */
  readonly pageCount: number | null;
}

interface PageBarProps {
  /** `undefined` while nothing is known: the bar keeps its place. */
  readonly list: ShownPage | undefined;
  /** Rows that are shown, those of the pages before included where they stay. */
  readonly count: number;
  /** "21–40 of 128" */
  readonly range: string;
  readonly pageSize: number;
  readonly pagination: Pagination;
  readonly onPage: (page: number) => void;
}

/** Whether there is a page after this one; without a page count a full page is taken for a sign of it. */
function hasNextPage({ page, pageCount }: ShownPage, count: number, expected: number): boolean {
  return pageCount === null ? count >= expected : page < pageCount;
}

/** Where the visitor is in a list, and the way on. Its height does not depend on what it shows. */
export function PageBar({ list, count, range, pageSize, pagination, onPage }: PageBarProps) {
  const { messages } = useWidget();
  if (pagination === 'none') return null;
  if (!list) return <div class="bar" />;
  const { page, pageCount } = list;
  const hasNext = hasNextPage(list, count, pagination === 'more' ? page * pageSize : pageSize);
  return (
    <div class="bar">
      <p part="count" class="muted" dir="auto" key={range}>
        {range}
      </p>
      {pagination === 'more' && hasNext && (
        <button type="button" part="pager" onClick={() => onPage(page + 1)}>
          {messages.showMore}
        </button>
      )}
      {pagination === 'pages' && (page > 1 || hasNext) && (
        <Pager page={page} pageCount={pageCount} hasNext={hasNext} onPage={onPage} />
      )}
    </div>
  );
}

/** How many rows stand on the pages before the first row that is shown. */
export const rowsBefore = (page: number, pageSize: number, pagination: Pagination): number =>
  pagination === 'more' ? 0 : (page - 1) * pageSize;

/** "21–40 of 128"; "1–40" where nobody knows how many there are. */
export function formatRowRange(
  before: number,
  count: number,
  total: number | null,
  { formatters, messages }: Pick<WidgetContextValue, 'formatters' | 'messages'>,
): string {
  const range = `${formatters.number(before + 1)}\u2013${formatters.number(before + count)}`;
  return total === null ? range : formatMessage(messages.showing, { range, total: formatters.number(total) });
}
