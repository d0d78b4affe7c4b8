import type { OfferQuery, OfferRelation, OfferSort } from '../../shared/api/offers.js';
import type { Offer, PayoutType } from '../../shared/api/types.js';

/** What the visitor set with the controls; empty where nothing was chosen. */
export interface Choice {
  readonly search: string;
  readonly sort: OfferSort | '';
  readonly category: string;
  readonly country: string;
  readonly payoutType: PayoutType | '';
}

export const noChoice: Choice = { search: '', sort: '', category: '', country: '', payoutType: '' };

/** Fewer offers than the author laid down. */
export const isNarrowed = ({ search, category, country, payoutType }: Choice): boolean =>
  Boolean(search.trim() || category || country || payoutType);

/** The set that the author laid down: what would be shown if the visitor chose nothing. */
export interface OfferSet {
  readonly source: 'all' | 'mine' | 'approved' | 'featured';
  readonly ids: readonly string[];
  readonly categories: readonly string[];
  readonly countries: readonly string[];
  readonly payoutTypes: readonly PayoutType[];
  readonly relations: readonly OfferRelation[];
}

/** Everything that decides which offers are shown. */
export interface Question {
  readonly set: OfferSet;
  readonly choice: Choice;
  readonly page: number;
  readonly pageSize: number;
  /** Shows all pages from the first to `page`. */
  readonly accumulate: boolean;
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

/** Equal for equal sets. Joined and not JSON.stringify: an old Prototype.js on the page changes what that makes of lists. */
export const setKey = (set: OfferSet): string => Object.values(set).join(';');

/** Equal for questions that have the same pages. */
export const listKey = ({ set, choice, pageSize }: Question): string =>
  [setKey(set), pageSize, ...Object.values(choice)].join(';');

/** The question as the API takes it. */
export function toQuery({ set, choice, pageSize }: Question, page: number): OfferQuery {
  const { source, ids, categories, countries, payoutTypes } = set;
  const { search, sort, category, country, payoutType } = choice;
  return {
    source: source === 'featured' ? 'all' : source,
    limit: pageSize,
    page,
    sort: sort || undefined,
    search,
    categories: category ? [category] : categories,
    countries: country ? [country] : countries,
    payoutTypes: payoutType ? [payoutType] : payoutTypes,
    ids: ids.length || source === 'featured' ? ids : undefined,
  };
}
