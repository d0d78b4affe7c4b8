import { offerSorts } from '../../shared/api/offers.js';
import { payoutTypes } from '../../shared/api/types.js';
import { flag, integer, list, oneOf, optional, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import layoutStyles from '../../shared/offer/layouts.css?inline';
import offerStyles from '../../shared/offer/offer.css?inline';
import { offerAttributes } from '../../shared/offer/offer-attributes.js';
import { OfferListView } from './OfferListView.js';
import listStyles from './offer-list.css?inline';
import { createOfferListModel } from './offer-list.model.js';
import type { OfferList, OfferListAttributes, OfferListModel } from './offer-list.types.js';
import toolbarStyles from './toolbar.css?inline';

/**
 * The network's offers, to search, compare and open through tracking links. A `<template>` inside is rendered for each
 * offer, instead of the built-in item.
 *
 * @attr source - Which offers: `all` the network shows you, `mine` and `approved` as the API's `findMyOffers` and
 *   `findMyApprovedOffers` return them, or those the network has `featured`.
 * @attr layout - Cards side by side, one below the other, rows of a table, or a row of cards that is scrolled sideways.
 * @attr page-size - Offers on a page.
 * @attr pagination - Page numbers, a "Show more" button, or the first page alone, as always in a carousel.
 * @attr sort - Order at first, `-` for downwards; when absent by id, or in the order of `ids`.
 * @attr search - Shows a search field.
 * @attr sortable - Shows a choice of order.
 * @attr filters - Shows choices that narrow the list down.
 * @attr category - Only these categories, by id.
 * @attr country - Only offers that run in these countries, by ISO code.
 * @attr payout-type - Only offers that are paid in these ways.
 * @attr ids - Only these offers, by id.
 * @attr fields - What to show of an offer beside its name; a `preview` earns nothing, so that it is left out by itself.
 * @attr link - Where an offer leads: your tracking link, the merchant's page without earning, or nowhere.
 * @attr aff-sub - First sub-id of every tracking link.
 * @attr aff-sub2 - Second sub-id.
 * @attr aff-sub3 - Third sub-id.
 * @attr aff-sub4 - Fourth sub-id.
 * @attr aff-sub5 - Fifth sub-id.
 * @attr aff-source - The `source` of every tracking link.
 * @attr target - Whether a link opens a new tab.
 * @attr disclosure - Text before the first link, instead of the built-in one; empty removes it.
 * @bind id - Its id.
 * @bind name - Its name.
 * @bind description - Its description, as text.
 * @bind payout - What it pays: amount and unit.
 * @bind amount - What it pays: the amount alone, in the visitor's language.
 * @bind unit - What it pays for: per sale, per click …
 * @bind payout-type - What it pays for, in short: CPA, CPC …
 * @bind currency - ISO code of what it pays.
 * @bind category - Names of its categories.
 * @bind country - Names of its countries.
 * @bind expiry - Until when it runs.
 * @bind featured - "Featured", where it is.
 * @bind status - Whether you may run it.
 * @bind thumbnail - URL of its picture, for `data-bind-src`.
 * @bind preview - URL of the merchant's page, for `data-bind-href`.
 * @bind link - Its tracking link, for `data-bind-href`; empty for an offer that you may not run.
 * @fires {OfferList} hasoffers-load - Offers are shown.
 * @fires {OfferClick} hasoffers-offer-click - A visitor is about to leave; `preventDefault()` keeps the visitor.
 * @fires {OfferView} hasoffers-offer-view - A visitor saw an offer: half of it was on screen for a second. Once for each offer.
 * @part toolbar - Search field and choices.
 * @part search - Search field with its label.
 * @part filter - One choice that narrows the list down.
 * @part sort - Choice of order.
 * @part disclosure - Text before the first link.
 * @part list - All offers: list, grid or table.
 * @part track - What a carousel scrolls sideways.
 * @part offer - One offer: card or table row.
 * @part thumbnail - Box of the picture, or of its placeholder.
 * @part badge - Short remark: featured, may not be run yet, ends on a day.
 * @part name - Name of the offer.
 * @part description - Its description, as text.
 * @part meta - Categories and countries of a card.
 * @part payout - What it pays.
 * @part preview - Link to the merchant's page.
 * @part link - Tracking link.
 * @part count - Which offers of how many are shown.
 * @part pager - Page numbers, or the "Show more" button.
 * @part previous - Button that leads back, of a carousel or of the page numbers.
 * @part next - Button that leads on.
 * @part empty - Message where there are no offers, or none that match.
 */
export const offerList = widget<OfferListAttributes, OfferList, OfferListModel>({
  tag: 'hasoffers-offer-list',
  styles: toolbarStyles + offerStyles + layoutStyles + listStyles,
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
