import type { Offer } from '../../shared/api/types.js';
import { Icon } from '../../shared/ui/Icon.js';
import type { Look } from './look.js';

/** Says to search engines that a link is paid for, and gives the other side no hold on this page. */
export const rel = 'sponsored nofollow noopener';

/** The ways out; `departures.ts` listens to them. Without an address yet it is a link all the same: one is made in time. */
export function OfferLink({ offer, look }: { readonly offer: Offer; readonly look: Look }) {
  const { t, target, fields } = look;
  const href = look.hrefOf(offer);
  const label = look.hasFailed(offer) ? t.retry : t.viewOffer;
  const shared = { 'data-offer': offer.id, target, rel };
  const whole = (
    <span class="hidden">
      : {offer.name} {target === '_blank' && t.newTab}
    </span>
  );
  return (
    <>
      {offer.previewUrl && fields.includes('preview') && (
        <a part="preview" class="preview" href={offer.previewUrl} {...shared}>
          {t.preview}
          {whole}
        </a>
      )}
      {href !== undefined && (
        <a part="link" class="button link" {...shared} {...(href ? { href } : { role: 'link', tabIndex: 0 })}>
          <Icon name="leave" />
          <span class="label" key={label + offer.name}>
            {label}
            {whole}
          </span>
        </a>
      )}
    </>
  );
}
