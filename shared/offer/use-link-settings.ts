import { useMemo } from 'preact/hooks';
import type { OfferAttributes } from './offer-attributes.js';
import type { LinkSettings } from './outbound-link.js';
import { toSubIds } from './sub-ids.js';

/**
 * The same object until one of its parts changes, so that offers are not rendered again for something else.
 *
 * @param label - See {@link LinkSettings}.
 */
export function useLinkSettings(attributes: OfferAttributes, label?: string | null): LinkSettings {
  const { link, target } = attributes;
  const subIds = toSubIds(attributes);
  return useMemo(
    () => ({ destination: link, target, label: label ?? undefined, subIds }),
    [link, target, label, ...Object.values(subIds)],
  );
}
