import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Offer } from '../../shared/api/types.js';
import { useAnnounceOnChange } from '../../shared/element/use-announce-on-change.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useWidget, type WidgetContextValue } from '../../shared/element/widget-context.js';
import { formatPlural } from '../../shared/i18n/format-message.js';
import { Disclosure } from '../../shared/offer/Disclosure.js';
import { outboundLink } from '../../shared/offer/outbound-link.js';
import { useLinkSettings } from '../../shared/offer/use-link-settings.js';
import { useOfferViews } from '../../shared/offer/use-offer-views.js';
import { useOutboundClicks } from '../../shared/offer/use-outbound-clicks.js';
import { Notice } from '../../shared/ui/Notice.js';
import { formatRowRange, PageBar, rowsBefore } from '../../shared/ui/PageBar.js';
import { Carousel } from './components/Carousel.js';
import { EmptyOffers } from './components/EmptyOffers.js';
import { OfferItems } from './components/OfferItems.js';
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

  const before = rowsBefore(list?.page ?? 1, pageSize, pagination);
  const container = useRef<HTMLDivElement>(null);
  useOfferViews(container, list?.offers ?? noOffers, before);

  const isWaiting = status === 'loading' && !list;
  useEffect(() => {
    // Needs no data, so that it is done after the first paint, while the request is in flight.
    if (isWaiting) context.formatters.prepare();
  }, [isWaiting, context.formatters]);

  const hasActiveFilters = model.hasActiveFilters.value;
  const isEmpty = list?.offers.length === 0;
  const range = list ? formatRowRange(before, list.offers.length, list.total, context) : '';
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
            <PageBar
              list={list}
              count={offers.length}
              range={range}
              pageSize={pageSize}
              pagination={pagination}
              onPage={model.goToPage}
            />
          )}
        </>
      )}
    </div>
  );
}

const noOffers: readonly Offer[] = [];

/** For screen readers: how many offers there are now, and which are shown. */
function formatSummary({ total }: OfferList, range: string, { formatters, messages }: WidgetContextValue): string {
  return total === null ? range : `${formatPlural(messages.found, total, formatters)}: ${range}`;
}
