import type { Offer } from '../../../shared/api/types.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { OfferStatusBadge } from '../../../shared/offer/OfferFacts.js';
import { OfferLinks } from '../../../shared/offer/OfferLinks.js';
import type { OfferFields } from '../../../shared/offer/offer-fields.js';
import { type LinkSettings, outboundLink } from '../../../shared/offer/outbound-link.js';
import { Icon } from '../../../shared/ui/Icon.js';

interface OfferButtonProps {
  /** `undefined` while nothing is known: a button of the same width keeps the place. */
  readonly offer: Offer | undefined;
  readonly link: LinkSettings;
  readonly resolvedLink: string | null | undefined;
  readonly disclosure: string | null;
}

const noFields: OfferFields = new Set();

/** The link of an offer alone, in a sentence; or why there is none. */
export function OfferButton({ offer, link, resolvedLink, disclosure }: OfferButtonProps) {
  const { messages } = useWidget();
  const hasLink = !offer || outboundLink(offer, link, resolvedLink).status !== 'none';
  const builtIn = link.destination === 'tracking' ? messages.disclosure : '';
  const text = hasLink ? (disclosure ?? builtIn) : '';
  return (
    <>
      {text && (
        <span part="disclosure" id="disclosure" role="note" class={disclosure ? 'muted' : 'visually-hidden'} key={text}>
          {text}{' '}
        </span>
      )}
      <span part="offer" class="item" title={disclosure ? undefined : text}>
        {offer ? (
          <>
            <OfferLinks offer={offer} fields={noFields} link={link} resolvedLink={resolvedLink} />
            <OfferStatusBadge offer={offer} fields={noFields} />
          </>
        ) : (
          <span class="link invisible">
            <Icon name="leave" />
            <span class="label">{link.label ?? messages.link}</span>
          </span>
        )}
      </span>
    </>
  );
}
