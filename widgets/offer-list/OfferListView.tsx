import { useEffect, useMemo } from 'preact/hooks';
import { useAnnounceOnChange } from '../../shared/element/use-announce-on-change.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useWidget, type WidgetContextValue } from '../../shared/element/widget-context.js';
import { formatMessage, formatPlural } from '../../shared/i18n/format-message.js';
import { type LinkSettings, outboundLink } from '../../shared/offer/outbound-link.js';
import { useOutboundClicks } from '../../shared/offer/use-outbound-clicks.js';
import { Notice } from '../../shared/ui/Notice.js';
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

  const offers = list?.offers ?? [];
  // As many skeletons as a page has. A short last page keeps the height of a full one, so that the pager stays in place.
  const isShortPage = list !== undefined && list.page > 1 && pagination === 'pages';
  const count = !list || isShortPage ? pageSize : offers.length;
  const hasPaidLinks =
    !list || offers.some((offer) => outboundLink(offer, link, resolvedLinks[offer.id]).status !== 'none');
  const items = template ? (
    <OfferTemplate
      template={template}
      layout={layout === 'table' ? 'list' : layout}
      offers={offers}
      count={count}
      hidesSkeletons={list !== undefined}
      link={link}
      resolvedLinks={resolvedLinks}
    />
  ) : (
    <OfferItems
      layout={layout}
      offers={offers}
      count={count}
      hidesSkeletons={list !== undefined}
      fields={fields}
      link={link}
      resolvedLinks={resolvedLinks}
    />
  );

  return (
    <div class={`offers ${status === 'loading' && list ? 'busy' : ''}`} {...handlers}>
      <OfferToolbar model={model} attributes={attributes} />
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {isEmpty ? (
        <EmptyOffers hasActiveFilters={hasActiveFilters} onClear={model.clearFilters} />
      ) : (
        <>
          {hasPaidLinks && <Disclosure attributes={attributes} isInvisible={!list} />}
          {list ? items : <slot name="loading">{items}</slot>}
          <OfferPages list={list} range={range} pageSize={pageSize} pagination={pagination} onPage={model.goToPage} />
        </>
      )}
    </div>
  );
}

/** The same object until one of its parts changes, so that offers are not rendered again for something else. */
function useLinkSettings(attributes: OfferListAttributes): LinkSettings {
  const { link, target, affSub, affSub2, affSub3, affSub4, affSub5, affSource } = attributes;
  return useMemo(
    () => ({
      destination: link,
      target,
      subIds: {
        aff_sub: affSub ?? undefined,
        aff_sub2: affSub2 ?? undefined,
        aff_sub3: affSub3 ?? undefined,
        aff_sub4: affSub4 ?? undefined,
        aff_sub5: affSub5 ?? undefined,
        source: affSource ?? undefined,
      },
    }),
    [link, target, affSub, affSub2, affSub3, affSub4, affSub5, affSource],
  );
}

/** "21–40 of 128"; "1–40" where the network does not say how many there are. */
function formatRange(
  { offers, page, total }: OfferList,
  { pageSize, pagination }: OfferListAttributes,
  { formatters, messages }: WidgetContextValue,
): string {
  const before = pagination === 'more' ? 0 : (page - 1) * pageSize;
  const range = `${formatters.number(before + 1)}\u2013${formatters.number(before + offers.length)}`;
  return total === null ? range : formatMessage(messages.showing, { range, total: formatters.number(total) });
}

/** For screen readers: how many offers there are now, and which are shown. */
function formatSummary({ total }: OfferList, range: string, { formatters, messages }: WidgetContextValue): string {
  return total === null ? range : `${formatPlural(messages.found, total, formatters)}: ${range}`;
}

interface DisclosureProps {
  readonly attributes: OfferListAttributes;
  /** Keeps its place while nothing is known yet. */
  readonly isInvisible: boolean;
}

/** Stands before the first link, and only where there are links that pay. */
function Disclosure({ attributes: { link, disclosure }, isInvisible }: DisclosureProps) {
  const { messages } = useWidget();
  const builtIn = link === 'tracking' ? messages.disclosure : '';
  const text = link === 'none' ? '' : (disclosure ?? builtIn);
  if (!text) return null;
  return (
    <p part="disclosure" id="disclosure" role="note" class={`muted ${isInvisible ? 'invisible' : ''}`} key={text}>
      {text}
    </p>
  );
}
