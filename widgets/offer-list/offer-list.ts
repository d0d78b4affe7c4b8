import { offerSorts } from '../../shared/api/offers.js';
import { payoutTypes } from '../../shared/api/types.js';
import { flag, integer, list, oneOf, optional, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import layoutStyles from '../../shared/offer/layouts.css?inline';
import offerStyles from '../../shared/offer/offer.css?inline';
import { offerAttributes } from '../../shared/offer/offer-attributes.js';
import pagerStyles from '../../shared/ui/pager.css?inline';
import { OfferListView } from './OfferListView.js';
import listStyles from './offer-list.css?inline';
import { createOfferListModel } from './offer-list.model.js';
import type { OfferList, OfferListAttributes, OfferListModel } from './offer-list.types.js';
import toolbarStyles from './toolbar.css?inline';

/**
 * The network's offers, to search, compare and open through tracking links. A `<template>` inside is rendered for each
 * offer, instead of the built-in item.
 *
 * @attr source - Which offers: `all` that the network shows you, `mine` and `approved` as the API's `findMyOffers` and
 *   `findMyApprovedOffers` return them, or those that the network has `featured`.
 * @attr layout - Cards in a grid, rows of a list, rows of a table, or cards in a row that scrolls sideways.
 * @attr page-size - Offers per page.
 * @attr pagination - Page numbers, a "Show more" button, or only the first page. A carousel always has only
 *   the first page.
 * @attr sort - Initial order; `-` is descending. Without it, by id, or in the order of `ids`.
 * @attr search - Shows a search field.
 * @attr sortable - Shows a control for the order.
 * @attr filters - Shows controls that filter the offers.
 * @attr category - Only these categories, by id.
 * @attr country - Only offers for these countries, by ISO code.
 * @attr payout-type - Only offers with these payout types.
 * @attr ids - Only these offers, by id.
 * @attr fields - What to show of an offer besides its name. `preview` is off by default, because it earns nothing.
 * @attr link - Where an offer leads: to your tracking link, to the merchant's page (which earns nothing), or nowhere.
 * @attr aff-sub - First sub-id of every tracking link.
 * @attr aff-sub2 - Second sub-id.
 * @attr aff-sub3 - Third sub-id.
 * @attr aff-sub4 - Fourth sub-id.
 * @attr aff-sub5 - Fifth sub-id.
 * @attr aff-source - The `source` of every tracking link.
 * @attr target - Whether links open a new tab or the same one.
 * @attr disclosure - Text before the first link instead of the built-in one. An empty value removes it.
 * @bind id - Its id.
 * @bind name - Its name.
 * @bind description - Its description, as text.
 * @bind payout - Its payout: amount and unit.
 * @bind amount - The amount alone, in the visitor's language.
 * @bind unit - What the payout is for: per sale, per click …
 * @bind payout-type - Its payout type in short: CPA, CPC …
 * @bind currency - ISO code of the payout's currency.
 * @bind category - Names of its categories.
 * @bind country - Names of its countries.
 * @bind expiry - The date on which it ends.
 * @bind featured - "Featured", if it is.
 * @bind status - Whether you may promote it.
 * @bind thumbnail - URL of its image, for `data-bind-src`.
 * @bind preview - URL of the merchant's page, for `data-bind-href`.
 * @bind link - Its tracking link, for `data-bind-href`. Empty if you may not promote it.
 * @fires {OfferList} hasoffers-load - Offers are shown.
 * @fires {OfferClick} hasoffers-offer-click - A visitor is about to open an offer. `preventDefault()` stops it.
 * @fires {OfferView} hasoffers-offer-view - A visitor has seen an offer: half of it was on screen for a second. Once for
 *   each offer.
 * @part toolbar - Search field and controls.
 * @part search - Search field with its label.
 * @part filter - One filter.
 * @part sort - Control for the order.
 * @part disclosure - Text before the first link.
 * @part list - All offers: list, grid or table.
 * @part track - The part of a carousel that scrolls.
 * @part offer - One offer: card or table row.
 * @part thumbnail - Box of the image, or of its placeholder.
 * @part badge - Short note: featured, not available yet, ends on a day.
 * @part name - Name of the offer.
 * @part description - Its description, as text.
 * @part meta - Categories and countries of a card.
 * @part payout - Its payout.
 * @part preview - Link to the merchant's page.
 * @part link - Tracking link.
 * @part count - Which offers of how many are shown.
 * @part pager - Page numbers, or the "Show more" button.
 * @part previous - Button to the previous page, or back in a carousel.
 * @part next - Button to the next page, or forward in a carousel.
 * @part empty - Message when there are no offers, or none that match.
 */
export const offerList = widget<OfferListAttributes, OfferList, OfferListModel>({
  tag: 'hasoffers-offer-list',
  styles: toolbarStyles + offerStyles + layoutStyles + pagerStyles + listStyles,
  attributes: {
    source: oneOf('all', 'mine', 'approved', 'featured'),
    layout: oneOf('grid', 'list', 'table', 'carousel'),
    pageSize: integer({ min: 1, max: 100, default: 20 }),
    pagination: oneOf('pages', 'more', 'none'),
    sort: optional(offerSorts),
    search: flag,
    sortable: flag,
    filters: tokens(['category', 'country', 'payout-type'], []),
    category: list,
    country: list,
    payoutType: tokens(payoutTypes, []),
    ids: list,
    ...offerAttributes,
  },
  createModel: createOfferListModel,
  View: OfferListView,
});
