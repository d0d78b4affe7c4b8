import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { count, fill } from '../../shared/messages.js';
import { showNotice } from '../../shared/ui/Notice.js';
import { showPager } from '../../shared/ui/Pager.js';
import { toListeners } from './departures.js';
import { drawOffers } from './draw-offers.js';
import { toLook } from './look.js';
import { toColumns } from './OfferTable.js';
import { showToolbar } from './OfferToolbar.js';
import type { OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';

/** An offer by the name of its place: the key of its nodes, and of its slot. */
export type Place = readonly [name: string, offer: Offer | undefined];

export function OfferListView(props: ViewProps<OfferListAttributes, OfferListModel>) {
  const look = toLook(props);
  const { model, t, language, layout, pageSize, pagination, link, hrefOf, write, template, isTable } = look;
  const state = model.state.value;
  const { status, data } = state;
  const { offers = [], page = 1, pageCount = null, total = null } = data ?? {};
  const notice = showNotice(state, t, model.refresh);
  const failed = status === 'error';

  // Nothing yet: as many skeletons as a page has. A short last page keeps the place of a full one, so the pager stays.
  const isFull = !data || (page > 1 && pagination === 'pages');
  // Not `Array.from`: old Prototype.js and MooTools put one of their own there, which takes no function.
  const places = [...Array(failed ? 0 : isFull ? pageSize : offers.length)].map(
    (_, index): Place => [`offer-${offers[index]?.id ?? -index}`, offers[index]],
  );
  look.after((root) => drawOffers(root, places, look));
  if (failed) return notice;

  // "21–40 of 128"
  const isMore = pagination === 'more';
  const before = isMore ? 0 : (page - 1) * pageSize;
  const end = before + offers.length;
  const shown = `${write(before + 1)}–${write(end)}`;
  const range = total === null ? shown : fill(t.showing, { range: shown, total: write(total) });
  const isEmpty = data && !offers[0];
  // For who hears and does not see: how many offers there are now, and which are shown.
  const found = total === null ? range : `${count(t.found, total, language)}: ${range}`;
  look.follow(data && (isEmpty ? t.noMatch : found));

  const narrowed = model.narrowed();
  const nothing = narrowed ? t.noMatch : t.noOffers;

  // Said before the first link, and only where there are links that pay. Keeps its place while nothing is known yet.
  const sentence = link !== 'none' && (look.disclosure ?? (link === 'tracking' && t.disclosure));
  const isPaid = !data || offers.some((offer) => hrefOf(offer) !== null);

  const waiting = data ? 'ghost' : template ? 'bone' : '';
  const Row = isTable ? 'tr' : 'li';
  const rows = places.map(([name, offer]) => (
    <Row key={name} part={isTable ? 'offer' : undefined} class={offer ? '' : waiting} aria-hidden={!offer}>
      {template && <slot name={name} />}
    </Row>
  ));
  const list = isTable ? (
    // Where the columns do not fit, it is scrolled sideways.
    // biome-ignore lint/a11y/useSemanticElements: a section would do, and its name is said the same
    <div class="scroll" tabindex={0} role="group" aria-label={t.offersLabel} aria-describedby="disclosure">
      <table part="list" class="card table">
        <thead>
          <tr class="muted">
            {(['offer', ...toColumns(look)] as const).map((name) => (
              <th key={name} scope="col">
                {t[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  ) : (
    <ul
      key={`${!template}`}
      part="list"
      class={`items ${layout === 'table' ? 'list' : layout}`}
      aria-label={t.offersLabel}
      aria-describedby="disclosure"
    >
      {rows}
    </ul>
  );

  const hasMore = pageCount === null ? end >= page * pageSize : page < pageCount;

  return (
    <div class={`offers ${status === 'loading' && data ? 'busy' : ''}`} {...toListeners(look)}>
      {showToolbar(look)}
      {notice}
      {isEmpty ? (
        <slot name="empty">
          <div part="empty" class="card notice">
            <p key={nothing}>{nothing}</p>
            {narrowed && (
              <button type="button" onClick={model.clear}>
                {t.clear}
              </button>
            )}
          </div>
        </slot>
      ) : (
        <>
          {sentence && isPaid && (
            <p part="disclosure" id="disclosure" role="note" class={`muted ${data ? '' : 'ghost'}`} key={sentence}>
              {sentence}
            </p>
          )}
          {data ? list : <slot name="loading">{list}</slot>}
          {pagination !== 'none' && (
            // Where the visitor is in the list, and the way on. Its height does not depend on what it shows.
            <div class="bar">
              {data && (
                <>
                  <p part="count" class="muted" dir="auto" key={range}>
                    {range}
                  </p>
                  {isMore
                    ? hasMore && (
                        <button type="button" part="pager" onClick={() => model.goTo(page + 1)}>
                          {t.showMore}
                        </button>
                      )
                    : (page > 1 || hasMore) && showPager(page, pageCount, hasMore, write, t, model.goTo)}
                </>
              )}
            </div>
          )}
        </>
      )}
    </div>
  );
}
