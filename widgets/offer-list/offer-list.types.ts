import type { ReadonlySignal } from '@preact/signals';
import type { OfferSort } from '../../shared/api/offers.js';
import type { Offer, PayoutType } from '../../shared/api/types.js';
import type { LinkResolver } from '../../shared/offer/link-resolver.js';
import type { OfferAttributes } from '../../shared/offer/offer-attributes.js';
import type { Resource } from '../../shared/resource.js';

export type FilterControl = 'category' | 'country' | 'payout-type';

/** The attributes of the element, parsed. */
export interface OfferListAttributes extends OfferAttributes {
  readonly source: 'all' | 'mine' | 'approved' | 'featured';
  readonly layout: 'grid' | 'list' | 'table' | 'carousel';
  readonly pageSize: number;
  readonly pagination: 'pages' | 'more' | 'none';
  readonly sort: OfferSort | null;
  readonly search: boolean;
  readonly sortable: boolean;
  readonly filters: readonly FilterControl[];
  readonly category: readonly string[];
  readonly country: readonly string[];
  readonly payoutType: readonly PayoutType[];
  readonly ids: readonly string[];
}

/** Offers that are shown, and where they stand among all there are; `detail` of `hasoffers-load`. */
export interface OfferList {
  readonly offers: readonly Offer[];
  /** 1-based; the last one when several are shown. */
  readonly page: number;
  /** `null` when the network does not say. */
  readonly pageCount: number | null;
  /** Offers over all pages; `null` when the network does not say. */
  readonly total: number | null;
}

/** What the visitor set with the controls; empty where nothing was set. */
export interface Filters {
  readonly search: string;
  readonly sort: OfferSort | '';
  /** Category id. */
  readonly category: string;
  /** ISO code. */
  readonly country: string;
  readonly payoutType: PayoutType | '';
}

/** A category or a country that the visitor can filter by. */
export interface FilterOption {
  /** Category id or ISO code. */
  readonly value: string;
  /** ISO code, for a country. */
  readonly code?: string;
  /** The network's name for it. */
  readonly name: string;
}

export type FilterOptions = Readonly<Record<'category' | 'country', readonly FilterOption[]>>;

/** The offers that are shown, and what a visitor can do with the list. */
export interface OfferListModel extends Resource<OfferList> {
  /** What the controls show; a search is loaded a moment later. */
  readonly filters: ReadonlySignal<Filters>;
  readonly filterOptions: ReadonlySignal<FilterOptions>;
  /** The visitor restricts the list: something besides the order is set. */
  readonly hasActiveFilters: ReadonlySignal<boolean>;
  readonly links: LinkResolver;
  setFilters(change: Partial<Filters>): void;
  /** Loads what is being typed now, and not a moment later. */
  applyFilters(): void;
  /** Resets everything but the order. */
  clearFilters(): void;
  /** Also requests a page again that could not be loaded. */
  goToPage(page: number): void;
}
