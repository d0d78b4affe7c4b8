import { useMemo } from 'preact/hooks';
import type { OfferAttributes } from './offer-attributes.js';
import type { LinkSettings } from './outbound-link.js';

/**
 * The same object until one of its parts changes, so that offers are not rendered again for something else.
 *
 * @param label - See {@link LinkSettings}.
 */
export function useLinkSettings(attributes: OfferAttributes, label?: string | null): LinkSettings {
  const { link, target, affSub, affSub2, affSub3, affSub4, affSub5, affSource } = attributes;
  return useMemo(
    () => ({
      destination: link,
      target,
      label: label ?? undefined,
      subIds: {
        aff_sub: affSub ?? undefined,
        aff_sub2: affSub2 ?? undefined,
        aff_sub3: affSub3 ?? undefined,
        aff_sub4: affSub4 ?? undefined,
        aff_sub5: affSub5 ?? undefined,
        source: affSource ?? undefined,
      },
    }),
    [link, target, label, affSub, affSub2, affSub3, affSub4, affSub5, affSource],
  );
}
