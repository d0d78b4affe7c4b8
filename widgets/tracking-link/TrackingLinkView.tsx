import { useEffect, useRef } from 'preact/hooks';
import { mayPromote } from '../../shared/api/offer-status.js';
import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useMessages, useWidget } from '../../shared/element/widget-context.js';
import { formatMessage } from '../../shared/i18n/format-message.js';
import { trackingLinkMessages } from '../../shared/i18n/tracking-link-messages.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Picture } from '../../shared/ui/Picture.js';
import { LinkForm } from './components/LinkForm.js';
import { LinkResultView } from './components/LinkResultView.js';
import type { TrackingLinkAttributes, TrackingLinkModel } from './tracking-link.types.js';

type Props = ViewProps<TrackingLinkAttributes, TrackingLinkModel>;

export function TrackingLinkView({ model, attributes }: Props) {
  const { status, data, error, loadedAt } = model.state.value;
  const offer = model.offer.value;
  useLinkEvents(model);

  if (status === 'error' && error) return <Notice error={error} onRetry={model.refresh} />;
  const card = (
    <div part="card" class="card maker">
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      <Heading offer={attributes.offer ? (offer ?? null) : undefined} />
      {data ? <Maker model={model} attributes={attributes} /> : <FormSkeleton attributes={attributes} />}
    </div>
  );
  return data ? card : <slot name="loading">{card}</slot>;
}

/** @param offer - The element's one offer, `null` while it is not here yet; `undefined` where there is a choice. */
function Heading({ offer }: { readonly offer: Offer | null | undefined }) {
  const messages = useMessages(trackingLinkMessages);
  const name = offer ? offer.name : messages.linkTitle;
  return (
    <header class="header">
      {offer !== undefined && (
        <span class="thumbnail">
          <Picture part="thumbnail" src={offer?.thumbnail?.url} name={offer?.name} id={offer?.id} kind="logo" />
        </span>
      )}
      <div class="heading">
        {offer !== undefined && (
          <p class="muted" key={messages.linkTitle}>
            {messages.linkTitle}
          </p>
        )}
        {offer === null ? (
          <span class="skeleton" />
        ) : (
          <p part="name" class="name" dir={offer ? 'auto' : undefined} key={name}>
            {name}
          </p>
        )}
      </div>
    </header>
  );
}

/** As high as a form with one row of fields. */
function FormSkeleton({ attributes }: Pick<Props, 'attributes'>) {
  const fields = attributes.inputs.length + (attributes.offer ? 0 : 1);
  return (
    <div class="form" aria-hidden="true">
      {[...'x'.repeat(fields)].map((_, index) => (
        <div class="field" key={index}>
          <span class="skeleton" />
          <span class="skeleton box" />
        </div>
      ))}
      <span class="skeleton box" />
    </div>
  );
}

/** What the visitor can do, or why that is nothing. */
function Maker({ model, attributes }: Props) {
  const messages = useMessages(trackingLinkMessages);
  const offer = model.offer.value;
  const hasChoice = !attributes.offer && model.offers.value.length > 1;
  if (!model.offers.value.length) {
    return (
      <slot name="empty">
        <p part="empty" key={messages.noOffers}>
          {messages.noOffers}
        </p>
      </slot>
    );
  }
  const reason =
    offer && !mayPromote(offer) && formatMessage(messages.cannotPromote, { reason: messages[offer.status] });
  return (
    <>
      {(hasChoice || !reason) && <LinkForm model={model} attributes={attributes} hasChoice={hasChoice} />}
      {reason && (
        <p part="note" class="note" key={reason}>
          {reason}
        </p>
      )}
      <LinkResultView model={model} attributes={attributes} />
    </>
  );
}

/** Tells page and screen readers about a new link, and the page about one that could not be created. */
function useLinkEvents(model: TrackingLinkModel): void {
  const { emit, announce } = useWidget();
  const messages = useMessages(trackingLinkMessages);
  const link = model.link.value;
  const result = model.result.value;
  const error = result?.status === 'error' ? result.error : undefined;
  const told = useRef<unknown>(undefined);
  useEffect(() => {
    if (!link || told.current === link) return;
    told.current = link;
    announce(messages.linkReady);
    emit('hasoffers-link', link);
  }, [link]);
  useEffect(() => {
    if (!error || told.current === error) return;
    told.current = error;
    const { code, message, retryable } = error;
    emit('hasoffers-error', { code, message, retryable });
  }, [error]);
}
