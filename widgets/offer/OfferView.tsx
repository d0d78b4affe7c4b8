import { useMemo, useRef } from 'preact/hooks';
import type { ViewProps } from '../../shared/element/widget.js';
import { Disclosure } from '../../shared/offer/Disclosure.js';
import { OfferCard, OfferCardSkeleton } from '../../shared/offer/OfferCard.js';
import { outboundLink } from '../../shared/offer/outbound-link.js';
import { useLinkSettings } from '../../shared/offer/use-link-settings.js';
import { useOfferViews } from '../../shared/offer/use-offer-views.js';
import { useOutboundClicks } from '../../shared/offer/use-outbound-clicks.js';
import { Notice } from '../../shared/ui/Notice.js';
import { OfferButton } from './components/OfferButton.js';
import { OfferGoals } from './components/OfferGoals.js';
import type { SingleOfferAttributes, SingleOfferModel } from './offer.types.js';

/** Layout of the shared stylesheet for each of the element's own. */
const itemLayouts = { card: 'grid', row: 'list', detail: 'grid detail' } as const;

export function OfferView({ model, attributes }: ViewProps<SingleOfferAttributes, SingleOfferModel>) {
  const { status, data: offer, error, loadedAt } = model.state.value;
  const { layout, label } = attributes;
  const fields = useMemo(() => new Set(attributes.fields), [attributes.fields]);
  const link = useLinkSettings(attributes, label);
  const resolvedLink = offer && model.links.resolved.value[offer.id];
  const handlers = useOutboundClicks({
    findOffer: (id) => (id === offer?.id ? offer : undefined),
    links: model.links,
    settings: link,
  });
  const container = useRef<HTMLDivElement>(null);
  const offers = useMemo(() => (offer ? [offer] : []), [offer]);
  useOfferViews(container, offers, 0);

  if (status === 'error' && error) return <Notice error={error} onRetry={model.refresh} />;

  const paysNothing = offer && outboundLink(offer, link, resolvedLink).status === 'none';
  if (layout === 'button') {
    const button = (
      <OfferButton offer={offer} link={link} resolvedLink={resolvedLink} disclosure={attributes.disclosure} />
    );
    return (
      <span ref={container} {...handlers}>
        {offer ? button : <slot name="loading">{button}</slot>}
      </span>
    );
  }
  const items = (
    <div class={`items ${itemLayouts[layout]}`}>
      <div class="item" aria-hidden={!offer}>
        {offer ? (
          <OfferCard
            offer={offer}
            fields={fields}
            link={link}
            resolvedLink={resolvedLink}
            showsAllCountries={layout === 'detail'}
          >
            {offer.goals && <OfferGoals offer={offer} goals={offer.goals} />}
          </OfferCard>
        ) : (
          <OfferCardSkeleton fields={fields} />
        )}
      </div>
    </div>
  );
  return (
    <div ref={container} class="offers single" {...handlers}>
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {!paysNothing && <Disclosure attributes={attributes} isInvisible={!offer} />}
      {offer ? items : <slot name="loading">{items}</slot>}
    </div>
  );
}
