import type { Offer } from '../../../shared/api/types.js';
import type { WidgetContextValue } from '../../../shared/element/widget-context.js';
import {
  formatCategories,
  formatCountries,
  formatExpiryMessage,
  formatPayout,
} from '../../../shared/offer/format-offer.js';
import { type LinkSettings, type OutboundLink, outboundLink } from '../../../shared/offer/outbound-link.js';
import { toSecureUrl } from '../../../shared/ui/Picture.js';

/** The names that a template can bind; see the `@bind` lines of `offer-list.ts`. */
export const bindingNames = [
  'id',
  'name',
  'description',
  'payout',
  'amount',
  'unit',
  'payout-type',
  'currency',
  'category',
  'country',
  'expiry',
  'featured',
  'status',
  'thumbnail',
  'preview',
  'link',
] as const;
export type BindingName = (typeof bindingNames)[number];

/** What a template shows of one offer. */
export interface TemplateValues {
  /** Empty where the offer has nothing to say. */
  readonly texts: Readonly<Record<BindingName, string>>;
  readonly link: OutboundLink;
}

export function toTemplateValues(
  offer: Offer,
  settings: LinkSettings,
  resolvedLink: string | null | undefined,
  context: WidgetContextValue,
): TemplateValues {
  const { messages, currency } = context;
  const payout = formatPayout(offer.payout, context);
  const link = outboundLink(offer, settings, resolvedLink);
  return {
    link,
    texts: {
      id: offer.id,
      name: offer.name,
      description: offer.description,
      payout: `${payout.amount} ${payout.unit}`.trim(),
      amount: payout.amount,
      unit: payout.unit,
      'payout-type': payout.abbreviation,
      currency: offer.payout.currency ?? currency ?? '',
      category: formatCategories(offer),
      country: formatCountries(offer, context).full,
      expiry: formatExpiryMessage(offer, context),
      featured: offer.featured ? messages.featured : '',
      status: messages[offer.status],
      thumbnail: offer.thumbnail ? toSecureUrl(offer.thumbnail.url) : '',
      preview: offer.previewUrl ?? '',
      link: link.status === 'ready' ? link.url : '',
    },
  };
}
