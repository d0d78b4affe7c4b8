import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Offer } from '../../shared/api/types.js';
import { useAnnounceOnChange } from '../../shared/element/use-announce-on-change.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useWidget, type WidgetContextValue } from '../../shared/element/widget-context.js';
import { formatMessage, formatPlural } from '../../shared/i18n/format-message.js';
import { Disclosure } from '../../shared/offer/Disclosure.js';
import { outboundLink } from '../../shared/offer/outbound-link.js';
import { useLinkSettings } from '../../shared/offer/use-link-settings.js';
import { useOfferViews } from '../../shared/offer/use-offer-views.js';
import { useOutboundClicks } from '../../shared/offer/use-outbound-clicks.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Carousel } from './components/Carousel.js';
import { EmptyOffers } from './components/EmptyOffers.js';
import { OfferItems } from './components/OfferItems.js';
import { OfferPages } from './components/OfferPages.js';
import { OfferTemplate } from './components/OfferTemplate.js';
import { OfferToolbar } from './components/OfferToolbar.js';
import { useTemplate } from './components/use-template.js';
import type { OfferList, OfferListAttributes, OfferListModel } from './offer-list.types.js';

export function OfferListView({ model, attributes }: ViewProps<OfferListAttributes, OfferListModel>) {
  const context = useWidget();
  const { status, data: list, error, loadedAt } = model.state.value;
  const { pageSize, pagination, layout } = attributes;
  const fields = useMemo(() => new Set(attributes.fields), [attributes.fields]);
  const link = useLinkSettings(attributes);
  const template = useTemplate();
  const resolvedLinks = model.links.resolved.value;
  const handlers = useOutboundClicks({
    findOffer: (id) => model.state.peek().data?.offers.find((offer) => offer.id === id),
    links: model.links,
    settings: link,
  });

  const container = useRef<HTMLDivElement>(null);
  useOfferViews(container, list?.offers ?? noOffers, list ? offersBefore(list, attributes) : 0);

  const isWaiting = status === 'loading' && !list;
  useEffect(() => {
    // Needs no data, so that it is done after the first paint, while the request is in flight.
    if (isWaiting) context.formatters.prepare();
  }, [isWaiting, context.formatters]);

  const hasActiveFilters = model.hasActiveFilters.value;
  const isEmpty = list?.offers.length === 0;
  const range = list ? formatRange(list, attributes, context) : '';
  useAnnounceOnChange(list && (isEmpty ? context.messages.noMatch : formatSummary(list, range, context)));

  if (status === 'error' && error) return <Notice error={error} onRetry={model.refresh} />;

  const offers = list?.offers ?? noOffers;
  // As many skeletons as a page has. A short last page keeps the height of a full one, so that the pager stays in place.
  const isShortPage = list !== undefined && list.page > 1 && pagination === 'pages';
  const count = !list || isShortPage ? pageSize : offers.length;
  const hasPaidLinks =
    !list || offers.some((offer) => outboundLink(offer, link, resolvedLinks[offer.id]).status !== 'none');
  const isCarousel = layout === 'carousel';
  const itemLayout = isCarousel ? 'grid' : layout;
  const allItems = template ? (
    <OfferTemplate
      template={template}
      layout={itemLayout === 'table' ? 'list' : itemLayout}
      offers={offers}
      count={count}
      hidesSkeletons={list !== undefined}
      link={link}
      resolvedLinks={resolvedLinks}
    />
  ) : (
    <OfferItems
      layout={itemLayout}
      offers={offers}
      count={count}
      hidesSkeletons={list !== undefined}
      fields={fields}
      link={link}
      resolvedLinks={resolvedLinks}
    />
  );

  const items = isCarousel ? (
    <Carousel count={count} firstId={offers[0]?.id}>
      {allItems}
    </Carousel>
  ) : (
    allItems
  );

  return (
    <div ref={container} class={`offers ${status === 'loading' && list ? 'busy' : ''}`} {...handlers}>
      <OfferToolbar model={model} attributes={attributes} />
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {isEmpty ? (
        <EmptyOffers hasActiveFilters={hasActiveFilters} onClear={model.clearFilters} />
      ) : (
        <>
          {hasPaidLinks && <Disclosure attributes={attributes} isInvisible={!list} />}
          {list ? items : <slot name="loading">{items}</slot>}
          {!isCarousel && (
            <OfferPages list={list} range={range} pageSize={pageSize} pagination={pagination} onPage={model.goToPage} />
          )}
        </>
      )}
    </div>
  );
}

const noOffers: readonly Offer[] = [];

/** How many offers stand on the pages before the first that is shown. */
const offersBefore = ({ page }: OfferList, { pageSize, pagination }: OfferListAttributes): number =>
  pagination === 'more' ? 0 : (page - 1) * pageSize;

/** "21–40 of 128"; "1–40" where the network does not say how many there are. */
function formatRange(
  list: OfferList,
  attributes: OfferListAttributes,
  { formatters, messages }: WidgetContextValue,
): string {
  const { offers, total } = list;
  const before = offersBefore(list, attributes);
  const range = `${formatters.number(before + 1)}\u2013${formatters.number(before + offers.length)}`;
  return total === null ? range : formatMessage(messages.showing, { range, total: formatters.number(total) });
}

/** For screen readers: how many offers there are now, and which are shown. */
function formatSummary({ total }: OfferList, range: string, { formatters, messages }: WidgetContextValue): string {
  return total === null ? range : `${formatPlural(messages.found, total, formatters)}: ${range}`;
}
