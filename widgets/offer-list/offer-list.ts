import { type OfferSort, offerSorts } from '../../shared/api/offers.js';
import { type Offer, type PayoutType, payoutTypes } from '../../shared/api/types.js';
import { flag, integer, list, oneOf, optional, text, tokens } from '../../shared/element/attributes.js';
import base from '../../shared/element/base.css?inline';
import type { Widget } from '../../shared/element/widget.js';
import { OfferListView } from './OfferListView.js';
import css from './offer-list.css?inline';
import { createOfferListModel, type OfferListModel } from './offer-list.model.js';
import type { OfferList } from './question.js';

const allFields = ['thumbnail', 'description', 'payout', 'category', 'country', 'expiry', 'status', 'preview'] as const;
export type OfferField = (typeof allFields)[number];

const controls = ['category', 'country', 'payout-type'] as const;

export interface OfferListAttributes {
  readonly source: 'all' | 'mine' | 'approved' | 'featured';
  readonly layout: 'grid' | 'list' | 'table';
  readonly pageSize: number;
  readonly pagination: 'pages' | 'more' | 'none';
  readonly sort: OfferSort | null;
  readonly search: boolean;
  readonly sortable: boolean;
  readonly filters: readonly (typeof controls)[number][];
  readonly category: readonly string[];
  readonly country: readonly string[];
  readonly payoutType: readonly PayoutType[];
  readonly ids: readonly string[];
  readonly fields: readonly OfferField[];
  readonly link: 'tracking' | 'preview' | 'none';
  readonly affSub: string | null;
  readonly affSub2: string | null;
  readonly affSub3: string | null;
  readonly affSub4: string | null;
  readonly affSub5: string | null;
  readonly affSource: string | null;
  readonly target: '_blank' | '_self';
  readonly disclosure: string | null;
}

/** `detail` of `hasoffers-offer-click`. */
export interface OfferClick {
  readonly offer: Offer;
  /** Where the visitor is about to go, sub-ids included. */
  readonly url: string;
}

/**
 * The network's offers: to find, to compare, and to leave through.
 *
 * @attr source - `all` (default), `mine`, `approved`, `featured`.
 * @attr layout - `grid` (default), `list`, `table`.
 * @attr page-size - Offers on a page, 1 to 100. @default 20
 * @attr pagination - `pages` (default), `more`, `none`.
 * @attr sort - `name`, `-name`, `payout`, `-payout`, `newest`; absent: by id, or in the order of `ids`.
 * @attr search sortable - Show that control.
 * @attr filters - Controls to show: any of category country payout-type; none when absent.
 * @attr category country payout-type ids - Nothing but these, separated by commas: category ids, ISO codes, `cpa_flat` …
 * @attr fields - What to show: any of thumbnail description payout category country expiry preview status; all but
 *   preview when absent, because a preview is a way out that earns nothing.
 * @attr link - `tracking` (default), `preview`, `none`.
 * @attr aff-sub aff-sub2 aff-sub3 aff-sub4 aff-sub5 aff-source - Noted on every tracking link.
 * @attr target - `_blank` (default), `_self`.
 * @attr disclosure - Text before the first link; empty removes it.
 * @fires hasoffers-load - `detail` is an {@link OfferList}.
 * @fires hasoffers-offer-click - A visitor is about to leave; cancelable; `detail` is an {@link OfferClick}.
 * @part toolbar search filter sort list offer thumbnail name description payout badge link pager disclosure
 * @part meta preview count - Beyond the ones every list has.
 */
export const offerList: Widget<OfferListAttributes, OfferList, OfferListModel> = {
  tag: 'hasoffers-offer-list',
  css: base + css,
  attributes: {
    source: oneOf('all', 'mine', 'approved', 'featured'),
    layout: oneOf('grid', 'list', 'table'),
    pageSize: integer(1, 100, 20),
    pagination: oneOf('pages', 'more', 'none'),
    sort: optional(offerSorts),
    search: flag,
    sortable: flag,
    filters: tokens(controls, []),
    category: list,
    country: list,
    payoutType: tokens(payoutTypes, []),
    ids: list,
    fields: tokens(allFields, allFields.slice(0, -1)),
    link: oneOf('tracking', 'preview', 'none'),
    affSub: text,
    affSub2: text,
    affSub3: text,
    affSub4: text,
    affSub5: text,
    affSource: text,
    target: oneOf('_blank', '_self'),
    disclosure: text,
  },
  createModel: createOfferListModel,
  View: OfferListView,
};
