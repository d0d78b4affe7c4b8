import type { OfferRelation, OfferSort } from '../../shared/api/offers.js';
import type { PayoutType } from '../../shared/api/types.js';
import { neededRelations } from '../../shared/offer/needed-relations.js';
import type { Filters, OfferListAttributes } from './offer-list.types.js';

export const noFilters: Filters = { search: '', sort: '', category: '', country: '', payoutType: '' };

/** Which offers are shown, in which order, and what has to come along with them. */
export interface OfferListQuery {
  readonly source: 'all' | 'mine' | 'approved';
  readonly featured: boolean;
  /** Nothing but these, in this order unless `sort` says another; empty = no restriction. */
  readonly ids: readonly string[];
  readonly search: string;
  readonly categories: readonly string[];
  /** ISO codes, upper case. */
  readonly countries: readonly string[];
  readonly payoutTypes: readonly PayoutType[];
  readonly sort: OfferSort | '';
  readonly pageSize: number;
  /** 1-based. */
  readonly page: number;
  /** All pages up to this one are shown. */
  readonly showsAllPages: boolean;
  readonly relations: readonly OfferRelation[];
}

/** As the decoders write it: networks have `UK` where ISO says `GB`. */
export function toCountryCode(code: string): string {
  const upper = code.toUpperCase();
  return upper === 'UK' ? 'GB' : upper;
}

/** What the visitor chose of what the attributes allow: a choice never widens the list, also when they change after it. */
const restrict = <Value>(fixed: readonly Value[], chosen: Value | ''): readonly Value[] =>
  chosen && (!fixed.length || fixed.includes(chosen)) ? [chosen] : fixed;

/** The query for a page of what the visitor chose among what the attributes allow. */
export function toQuery(attributes: OfferListAttributes, filters: Filters, page: number): OfferListQuery {
  const {
    source,
    pagination,
    ids,
    category,
    country,
    payoutType,
    sort,
    pageSize,
    filters: filterControls,
  } = attributes;
  return {
    source: source === 'featured' ? 'all' : source,
    featured: source === 'featured',
    ids,
    search: filters.search.trim(),
    categories: restrict(category, filters.category),
    countries: restrict(country.map(toCountryCode), filters.country),
    payoutTypes: restrict(payoutType, filters.payoutType),
    sort: filters.sort || sort || '',
    pageSize,
    page,
    showsAllPages: pagination === 'more',
    relations: neededRelations(attributes, {
      OfferCategory: filterControls.includes('category') || category.length > 0,
      Country: filterControls.includes('country') || country.length > 0,
    }),
  };
}

/** Equal for equal queries. */
export const queryKey = (query: OfferListQuery): string => JSON.stringify(query);
