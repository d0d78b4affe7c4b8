import { useWidget } from '../../../shared/element/widget-context.js';
import { Pager } from '../../../shared/ui/Pager.js';
import type { OfferList, OfferListAttributes } from '../offer-list.types.js';

interface OfferPagesProps {
  /** `undefined` while nothing is known: the bar keeps its place. */
  readonly list: OfferList | undefined;
  /** "21–40 of 128" */
  readonly range: string;
  readonly pageSize: number;
  readonly pagination: OfferListAttributes['pagination'];
  readonly onPage: (page: number) => void;
}

/** Whether there is a page after this one; without a page count a full page is taken for a sign of it. */
function hasNextPage({ page, pageCount, offers }: OfferList, pageSize: number, showsAllPages: boolean): boolean {
  if (pageCount !== null) return page < pageCount;
  return offers.length >= (showsAllPages ? page * pageSize : pageSize);
}

/** Where the visitor is in the list, and the way on. Its height does not depend on what it shows. */
export function OfferPages({ list, range, pageSize, pagination, onPage }: OfferPagesProps) {
  const { messages } = useWidget();
  if (pagination === 'none') return null;
  if (!list) return <div class="bar" />;
  const hasNext = hasNextPage(list, pageSize, pagination === 'more');
  const { page, pageCount } = list;
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
