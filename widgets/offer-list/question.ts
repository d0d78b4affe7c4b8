import type { OfferQuery, OfferRelation, OfferSort } from '../../shared/api/offers.js';
import type { Offer, PayoutType } from '../../shared/api/types.js';
import type { CommonAttributes } from '../../shared/element/widget.js';
import type { OfferListAttributes } from './offer-list.js';
import { relations } from './relations.js';

/** What the visitor set with the controls; empty where nothing was chosen. */
export interface Choice {
  readonly search: string;
  readonly sort: OfferSort | '';
  readonly category: string;
  readonly country: string;
  readonly payoutType: PayoutType | '';
}

/** What narrows the list down, undone. */
export const noFilters = { search: '', category: '', country: '', payoutType: '' } as const;

export const noChoice: Choice = { ...noFilters, sort: '' };

/** A query of the API, and what else decides which offers are shown. */
export interface Query extends OfferQuery {
  readonly featured: boolean;
  /** Shows all pages from the first on. */
  readonly accumulate: boolean;
  readonly filters: readonly string[];
  readonly search: string;
  readonly page: number;
  readonly relations: readonly OfferRelation[];
}

export interface Question {
  /** Page 1 of the set that the author laid down: what would be shown if the visitor chose nothing. */
  readonly set: Query;
  readonly query: Query;
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

/** Equal for equal questions. Joined and not JSON.stringify: an old Prototype.js on the page changes what that makes of lists. */
export const keyOf = (object: object): string => Object.values(object).join(';');

export type Values = OfferListAttributes & CommonAttributes;

const narrow = <Value>(fixed: readonly Value[], chosen: Value | ''): readonly Value[] => (chosen ? [chosen] : fixed);

/** Page 1 of what the visitor chose among what the author laid down. */
export function toQuery(attributes: Values, chosen: Choice): Query {
  const { source, filters, fields, category, country, payoutType, ids, link } = attributes;
  const needs: readonly unknown[] = [...fields, ...filters, link, category[0] && 'category', country[0] && 'country'];
  return {
    filters,
    featured: source === 'featured',
    accumulate: attributes.pagination === 'more',
    source: source === 'featured' ? 'all' : source,
    ids: ids[0] ? ids : undefined,
    // As the decoders write it: networks have `UK` where ISO says `GB`.
    countries: narrow(
      country.map((code) => code.toUpperCase().replace(/^UK$/, 'GB')),
      chosen.country,
    ),
    categories: narrow(category, chosen.category),
    payoutTypes: narrow(payoutType, chosen.payoutType),
    search: chosen.search,
    sort: chosen.sort || attributes.sort || '',
    limit: attributes.pageSize,
    relations: relations.flatMap(([need, relation]) => (needs.includes(need) ? relation : [])),
    page: 1,
  };
}
