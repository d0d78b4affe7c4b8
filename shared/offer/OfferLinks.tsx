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
  const url = outbound.status === 'ready' ? outbound.url : undefined;
  const label = outbound.status === 'failed' ? messages.retry : (link.label ?? messages.link);
  /** For screen readers: of which offer, and where it opens. */
  const rest = `: ${offer.name} ${link.target === '_blank' ? messages.newTab : ''}`;
  const labelRest = (
    <span key={rest} class="visually-hidden">
      {rest}
    </span>
  );
  return (
    <>
      {offer.previewUrl && fields.has('preview') && (
        <a part="preview" class="preview" {...outboundAnchorAttributes(offer.id, offer.previewUrl, link.target)}>
          {messages.preview}
          {labelRest}
        </a>
      )}
      {outbound.status !== 'none' && (
        <a part="link" class="link" {...outboundAnchorAttributes(offer.id, url, link.target)}>
          <Icon name="leave" />
          <span key={label} class="label">
            {label}
            {labelRest}
          </span>
        </a>
      )}
    </>
  );
}

/**
 * Attributes of an anchor that leads out; `useOutboundClicks` listens to it, around all offers. Without a URL it is a link
 * all the same, for the keyboard too. `rel` tells search engines that the link is paid for, and gives the other side no hold
 * on this page.
 */
export const outboundAnchorAttributes = (id: string, url: string | undefined, target: LinkSettings['target']) => ({
  'data-offer': id,
  target,
  rel: 'sponsored nofollow noopener',
  ...(url === undefined ? { role: 'link' as const, tabIndex: 0 } : { href: url }),
});
