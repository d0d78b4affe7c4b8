import { useWidget } from '../../../shared/element/widget-context.js';
import { Pager } from '../../../shared/ui/Pager.js';
import type { CreativeList, CreativesAttributes } from '../creatives.types.js';

interface CreativePagesProps extends Pick<CreativesAttributes, 'pageSize' | 'pagination'> {
  /** `undefined` while nothing is known: the bar keeps its place. */
  readonly list: CreativeList | undefined;
  /** "13–24 of 40" */
  readonly range: string;
  readonly onPage: (page: number) => void;
}

/** Where the visitor is in the list, and the way on. */
export function CreativePages({ list, range, pageSize, pagination, onPage }: CreativePagesProps) {
  const { messages } = useWidget();
  if (pagination === 'none') return null;
  if (!list) return <div class="bar" />;
  const { page, pageCount, creatives } = list;
  // Without a page count a full page is taken for a sign of another one.
  const hasNext = pageCount === null ? creatives.length >= pageSize : page < pageCount;
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
