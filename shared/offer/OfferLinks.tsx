import type { ComponentChildren } from 'preact';
import type { Offer } from '../api/types.js';
import { useWidget } from '../element/widget-context.js';
import { Icon } from '../ui/Icon.js';
import type { OfferFields } from './offer-fields.js';
import { type LinkSettings, outboundLink } from './outbound-link.js';

interface OfferLinksProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  /** See {@link outboundLink}. */
  readonly resolvedLink: string | null | undefined;
}

/** Where an offer leads: the merchant's page if that is among the fields, and the link that earns. */
export function OfferLinks({ offer, fields, link, resolvedLink }: OfferLinksProps) {
  const { messages } = useWidget();
  const outbound = outboundLink(offer, link, resolvedLink);
  const label = outbound.status === 'failed' ? messages.retry : (link.label ?? messages.link);
  return (
    <>
      {offer.previewUrl && fields.has('preview') && (
        <OutboundAnchor part="preview" offer={offer} url={offer.previewUrl} target={link.target}>
          <LinkLabel label={messages.preview} offer={offer} target={link.target} />
        </OutboundAnchor>
      )}
      {outbound.status !== 'none' && (
        <OutboundAnchor
          part="link"
          offer={offer}
          url={outbound.status === 'ready' ? outbound.url : undefined}
          target={link.target}
        >
          <Icon name="leave" />
          <span class="label" key={label}>
            <LinkLabel label={label} offer={offer} target={link.target} />
          </span>
        </OutboundAnchor>
      )}
    </>
  );
}

interface OutboundAnchorProps {
  readonly part: 'link' | 'preview';
  readonly offer: Offer;
  /** `undefined` = it has yet to be resolved. */
  readonly url: string | undefined;
  readonly target: LinkSettings['target'];
  readonly children: ComponentChildren;
}

/** `useOutboundClicks` listens to it, around all offers. */
const OutboundAnchor = ({ part, offer, url, target, children }: OutboundAnchorProps) => (
  <a part={part} class={part} {...outboundAnchorAttributes(offer.id, url, target)}>
    {children}
  </a>
);

/**
 * Attributes of an anchor that leads out. Without a URL it is a link all the same, for the keyboard too. `rel` tells search
 * engines that the link is paid for, and gives the other side no hold on this page.
 */
export const outboundAnchorAttributes = (id: string, url: string | undefined, target: LinkSettings['target']) => ({
  'data-offer': id,
  target,
  rel: 'sponsored nofollow noopener',
  ...(url === undefined ? { role: 'link' as const, tabIndex: 0 } : { href: url }),
});

interface LinkLabelProps {
  readonly label: string;
  readonly offer: Offer;
  readonly target: LinkSettings['target'];
}

/** "View offer", and for screen readers of which offer. */
function LinkLabel({ label, offer, target }: LinkLabelProps) {
  const { messages } = useWidget();
  const rest = `: ${offer.name} ${target === '_blank' ? messages.newTab : ''}`;
  return (
    <>
      {label}
      <span class="visually-hidden" key={rest}>
        {rest}
      </span>
    </>
  );
}
