import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { count, fill } from '../../shared/messages.js';
import { showNotice } from '../../shared/ui/Notice.js';
import { showPager } from '../../shared/ui/Pager.js';
import { toListeners } from './departures.js';
import { drawOffers } from './draw-offers.js';
import { type Look, toLook } from './look.js';
import { showTable } from './OfferTable.js';
import { showToolbar } from './OfferToolbar.js';
import type { OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';
import type { OfferList } from './question.js';

/** An offer by the name of its place: the key of its nodes, and of its slot. */
export type Place = readonly [name: string, offer: Offer | undefined];

export function OfferListView(props: ViewProps<OfferListAttributes, OfferListModel>) {
  const look = toLook(props);
  const { model, t, follow, after, host } = look;
  const state = model.state.value;
  const { status, data } = state;
  const failed = status === 'error';
  const isEmpty = data && !data.offers[0];
  const notice = showNotice(state, t, model.refresh);
  const places = failed ? [] : toPlaces(data, look);
  // Read anew each time: a script in the page's head runs before the element's children are there.
  const template = host.querySelector<HTMLTemplateElement>(':scope > template');
  after((root) => drawOffers(root, template, places, look));
  if (failed) return notice;

  follow(data && toAnnouncement(data, look));
  return (
    <div class={`offers ${status === 'loading' && data ? 'busy' : ''}`} {...toListeners(look)}>
      {showToolbar(look)}
      {notice}
      {isEmpty ? (
        showNothing(look)
      ) : (
        <>
          {showDisclosure(data, look)}
          {showOffers(data, places, !!template, look)}
          {showBar(data, look)}
        </>
      )}
    </div>
  );
}

/** Nothing yet: as many skeletons as a page has. A short last page keeps the place of a full one, so the pager stays. */
function toPlaces(data: OfferList | undefined, { pageSize, pagination }: Look): readonly Place[] {
  const found = data?.offers ?? [];
  const length = !data || (data.page > 1 && pagination === 'pages') ? pageSize : found.length;
  // Not `Array.from`: old Prototype.js and MooTools put one of their own there, which takes no function.
  return [...Array(length)].map((_, index) => [`offer-${found[index]?.id ?? -index}`, found[index]]);
}

function showNothing({ model, t }: Look) {
  const narrowed = model.narrowed();
  const words = narrowed ? t.noMatch : t.noOffers;
  return (
    <slot name="empty">
      <div part="empty" class="card notice">
        <p key={words}>{words}</p>
        {narrowed && (
          <button type="button" onClick={model.clear}>
            {t.clear}
          </button>
        )}
      </div>
    </slot>
  );
}

/** Said before the first link, and only where there are links that pay. Keeps its place while nothing is known yet. */
function showDisclosure(data: OfferList | undefined, { link, disclosure, t, hrefOf }: Look) {
  const text = disclosure ?? (link === 'tracking' && t.disclosure);
  if (!text || link === 'none' || data?.offers.every((offer) => hrefOf(offer) === undefined)) return null;
  return (
    <p part="disclosure" id="disclosure" role="note" class={`muted ${data ? '' : 'ghost'}`} key={text}>
      {text}
    </p>
  );
}

function showOffers(data: OfferList | undefined, places: readonly Place[], hasTemplate: boolean, look: Look) {
  const { layout, t } = look;
  const waiting = data ? 'ghost' : hasTemplate ? 'bone' : '';
  const list =
    layout === 'table' && !hasTemplate ? (
      showTable(places, look)
    ) : (
      <ul
        key={`${hasTemplate}`}
        part="list"
        class={`items ${layout === 'table' ? 'list' : layout}`}
        aria-label={t.offersLabel}
        aria-describedby="disclosure"
      >
        {places.map(([name, offer]) => (
          <li key={name} class={offer ? '' : waiting} aria-hidden={!offer}>
            {hasTemplate && <slot name={name} />}
          </li>
        ))}
      </ul>
    );
  return data ? list : <slot name="loading">{list}</slot>;
}

/** Where the visitor is in the list, and the way on. Its height does not depend on what it shows. */
function showBar(data: OfferList | undefined, look: Look) {
  const { t, language, pageSize, pagination, model } = look;
  if (pagination === 'none') return null;
  if (!data) return <div class="bar" />;
  const { page, pageCount, offers } = data;
  const range = toRange(data, look);
  const isMore = pagination === 'more';
  const hasMore = pageCount === null ? offers.length >= (isMore ? page : 1) * pageSize : page < pageCount;
  return (
    <div class="bar">
      <p part="count" class="muted" dir="auto" key={range}>
        {range}
      </p>
      {isMore
        ? hasMore && (
            <button type="button" part="pager" onClick={() => model.goTo(page + 1)}>
              {t.showMore}
            </button>
          )
        : (page > 1 || hasMore) && showPager(page, pageCount, hasMore, language, t, model.goTo)}
    </div>
  );
}

/** For who hears and does not see: how many offers there are now, and which are shown. */
function toAnnouncement(data: OfferList, look: Look): string {
  const { offers, total } = data;
  const range = toRange(data, look);
  if (!offers[0]) return look.t.noMatch;
  return total === null ? range : `${count(look.t.found, total, look.language)}: ${range}`;
}

/** "21–40 of 128" */
function toRange({ offers, page, total }: OfferList, { pageSize, pagination, t, language }: Look): string {
  const write = (value: number) => value.toLocaleString(language);
  const before = pagination === 'more' ? 0 : (page - 1) * pageSize;
  const range = `${write(before + 1)}–${write(before + offers.length)}`;
  return total === null ? range : fill(t.showing, { range, total: write(total) });
}
