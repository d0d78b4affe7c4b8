import type { Signals } from '../../shared/element/widget.js';
import { fill } from '../../shared/messages.js';
import { formatNumber } from '../../shared/ui/format.js';
import { Pager } from '../../shared/ui/Pager.js';
import type { Look } from './look.js';
import type { OfferListAttributes } from './offer-list.js';
import type { OfferList } from './question.js';

interface OfferBarProps {
  readonly data: OfferList | undefined;
  readonly attributes: Signals<OfferListAttributes>;
  readonly look: Look;
  readonly onTurn: (page: number) => void;
}

/** Where the visitor is in the list, and the way on. Its height does not depend on what it shows. */
export function OfferBar({ data, attributes, look, onTurn }: OfferBarProps) {
  const { t, language } = look;
  const size = attributes.pageSize.value;
  const pagination = attributes.pagination.value;
  if (pagination === 'none') return null;
  if (!data) return <div class="bar" />;
  const { page, pageCount, offers } = data;
  const range = toRange(data, attributes, look);
  const hasMore = pageCount === null ? offers.length >= (pagination === 'more' ? page * size : size) : page < pageCount;
  return (
    <div class="bar">
      <p part="count" class="muted" key={range}>
        {range}
      </p>
      {pagination === 'more'
        ? hasMore && (
            <button type="button" part="pager" onClick={() => onTurn(page + 1)}>
              {t.showMore}
            </button>
          )
        : (page > 1 || hasMore) && (
            <Pager page={page} pageCount={pageCount} hasMore={hasMore} language={language} t={t} onTurn={onTurn} />
          )}
    </div>
  );
}

/** "21–40 of 128" */
export function toRange(
  { offers, page, total }: OfferList,
  { pageSize, pagination }: OfferBarProps['attributes'],
  { t, language }: Look,
): string {
  const before = pagination.value === 'more' ? 0 : (page - 1) * pageSize.value;
  const number = (value: number) => formatNumber(value, language);
  return fill(total === null ? t.showingSome : t.showing, {
    from: number(before + 1),
    to: number(before + offers.length),
    total: number(total ?? 0),
  });
}
