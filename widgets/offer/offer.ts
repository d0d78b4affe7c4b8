import type { Offer } from '../../shared/api/types.js';
import { oneOf, text } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import layoutStyles from '../../shared/offer/layouts.css?inline';
import offerStyles from '../../shared/offer/offer.css?inline';
import { offerAttributes } from '../../shared/offer/offer-attributes.js';
import { OfferView } from './OfferView.js';
import ownStyles from './offer.css?inline';
import { createOfferModel } from './offer.model.js';
import type { SingleOfferAttributes, SingleOfferModel } from './offer.types.js';

/**
 * One offer, wherever you write about it. Offers that are inserted together are loaded together.
 *
 * @attr offer - Id of the offer.
 * @attr layout - A card, a row of a list, a box with all details (`detail`), or only the link, for a sentence (`button`).
 * @attr label - Text of the link instead of the built-in one.
 * @attr fields - What to show of the offer besides its name. `preview` is off by default, because it earns nothing.
 * @attr link - Where the offer leads: to your tracking link, to the merchant's page (which earns nothing), or nowhere.
 * @attr aff-sub - First sub-id of the tracking link.
 * @attr aff-sub2 - Second sub-id.
 * @attr aff-sub3 - Third sub-id.
 * @attr aff-sub4 - Fourth sub-id.
 * @attr aff-sub5 - Fifth sub-id.
 * @attr aff-source - The `source` of the tracking link.
 * @attr target - Whether the link opens a new tab or the same one.
 * @attr disclosure - Text before the link instead of the built-in one. An empty value removes it. A `button` shows only
 *   your own text; the built-in one is its tooltip.
 * @fires {Offer} hasoffers-load - The offer is shown.
 * @fires {OfferClick} hasoffers-offer-click - A visitor is about to open the offer. `preventDefault()` stops it.
 * @fires {OfferView} hasoffers-offer-view - A visitor has seen the offer: half of it was on screen for a second. Once for each
 *   offer.
 * @part disclosure - Text before the link.
 * @part offer - The offer: card or row.
 * @part thumbnail - Box of the image, or of its placeholder.
 * @part badge - Short note: featured, not available yet, ends on a day.
 * @part name - Name of the offer.
 * @part description - Its description, as text.
 * @part meta - Categories and countries.
 * @part goals - In `detail`: what the offer pays for its goals.
 * @part payout - Its payout.
 * @part preview - Link to the merchant's page.
 * @part link - Tracking link.
 */
export const offer = widget<SingleOfferAttributes, Offer, SingleOfferModel>({
  tag: 'hasoffers-offer',
  styles: offerStyles + layoutStyles + ownStyles,
  attributes: {
    offer: text,
    layout: oneOf('card', 'row', 'detail', 'button'),
    label: text,
    ...offerAttributes,
  },
  createModel: createOfferModel,
  View: OfferView,
});
