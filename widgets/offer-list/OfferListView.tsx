import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { Announce } from '../../shared/ui/Announce.js';
import { Notice } from '../../shared/ui/Notice.js';
import { toListeners } from './departures.js';
import { type Look, toLook } from './look.js';
import { OfferBar, toRange } from './OfferBar.js';
import { OfferCard } from './OfferCard.js';
import { OfferTable } from './OfferTable.js';
import { OfferToolbar } from './OfferToolbar.js';
import type { OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';
import type { OfferList } from './question.js';
import { TemplateOffer } from './TemplateOffer.js';

type Props = ViewProps<OfferListAttributes, OfferListModel>;

export function OfferListView(props: Props) {
  const { model, attributes, announce, host, t } = props;
  const state = model.state.value;
  const { status, data } = state;
  const look = toLook(props);
  const retry = () => void model.refresh();
  const isEmpty = data?.offers.length === 0;

  if (status === 'error') return <Notice state={state} t={t} onRetry={retry} />;
  return (
    <div class={`offers ${status === 'loading' && data ? 'busy' : ''}`} {...toListeners(props)}>
      <OfferToolbar model={model} attributes={attributes} look={look} />
      <Notice state={state} t={t} onRetry={retry} />
      {isEmpty ? (
        <NoOffers model={model} t={t} />
      ) : (
        <>
          <Disclosure offers={data?.offers} attributes={attributes} look={look} />
          <Offers offers={toItems(data, attributes)} layout={attributes.layout.value} look={look} host={host} />
          <OfferBar data={data} attributes={attributes} look={look} onTurn={model.goTo} />
        </>
      )}
      <Announce text={isEmpty ? t.noMatch : data && toRange(data, attributes, look)} announce={announce} />
    </div>
  );
}

function NoOffers({ model, t }: { readonly model: OfferListModel; readonly t: Look['t'] }) {
  const words = model.narrowed.value ? t.noMatch : t.noOffers;
  return (
    <slot name="empty">
      <div part="empty" class="card notice">
        <p key={words}>{words}</p>
        {model.narrowed.value && (
          <button type="button" onClick={model.clear}>
            {t.clear}
          </button>
        )}
      </div>
    </slot>
  );
}

/** Nothing yet: as many skeletons as a page has. A short last page keeps the place of a full one, so the pager stays. */
function toItems(
  data: OfferList | undefined,
  { pageSize, pagination }: Props['attributes'],
): readonly (Offer | undefined)[] {
  const offers = data?.offers ?? [];
  const length = !data || (data.page > 1 && pagination.value === 'pages') ? pageSize.value : offers.length;
  return Array.from({ length }, (_, index) => offers[index]);
}

interface OffersProps {
  readonly offers: readonly (Offer | undefined)[];
  readonly layout: string;
  readonly look: Look;
  readonly host: HTMLElement;
}

function Offers({ offers, layout, look, host }: OffersProps) {
  // Read anew each time: a script in the page's head runs before the element's children are there.
  const template = host.querySelector<HTMLTemplateElement>(':scope > template');
  const waiting = offers[0] ? 'ghost' : template ? 'bone' : '';
  const list =
    layout === 'table' && !template ? (
      <OfferTable offers={offers} look={look} />
    ) : (
      <ul
        part="list"
        class={`items ${layout === 'table' ? 'list' : layout}`}
        aria-label={look.t.offersLabel}
        aria-describedby="disclosure"
      >
        {offers.map((offer, index) => {
          const id = offer?.id ?? String(-index);
          return (
            <li key={id} class={offer ? '' : waiting} aria-hidden={!offer}>
              {template ? (
                <TemplateOffer id={id} offer={offer} look={look} host={host} template={template} />
              ) : (
                <OfferCard look={look} offer={offer} />
              )}
            </li>
          );
        })}
      </ul>
    );
  return offers[0] ? list : <slot name="loading">{list}</slot>;
}

interface DisclosureProps extends Pick<Props, 'attributes'> {
  readonly offers: readonly Offer[] | undefined;
  readonly look: Look;
}

/** Said before the first link, and only where there are links that pay. Keeps its place while nothing is known yet. */
function Disclosure({ offers, attributes, look }: DisclosureProps) {
  const link = attributes.link.value;
  const text = attributes.disclosure.value ?? (link === 'tracking' ? look.t.disclosure : '');
  if (!text || link === 'none' || offers?.every((offer) => look.hrefOf(offer) === undefined)) return null;
  return (
    <p part="disclosure" id="disclosure" role="note" class={`muted ${offers ? '' : 'ghost'}`} key={text}>
      {text}
    </p>
  );
}
