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

/** Everything that decides which offers are shown: what the page's author fixed, and what the visitor chose. */
export interface Question {
  readonly source: 'all' | 'mine' | 'approved' | 'featured';
  readonly ids: readonly string[];
  readonly categories: readonly string[];
  readonly countries: readonly string[];
  readonly payoutTypes: readonly PayoutType[];
  readonly relations: readonly OfferRelation[];
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

/** The set that the author laid down: what would be shown if the visitor chose nothing. */
export const setKey = ({ source, ids, categories, countries, payoutTypes, relations }: Question): string =>
  // Joined and not JSON.stringify: an old Prototype.js on the page changes what that makes of lists.
  [source, ids.join(), categories.join(), countries.join(), payoutTypes.join(), relations.join()].join(';');

/** Equal for questions that have the same pages. */
export const listKey = (question: Question): string => {
  const { search, sort, category, country, payoutType } = question.choice;
  return [setKey(question), question.pageSize, sort, category, country, payoutType, search].join(';');
};

/** The question as the API takes it. */
export function toQuery(question: Question, page: number): OfferQuery {
  const { source, ids, categories, countries, payoutTypes, choice, pageSize } = question;
  return {
    source: source === 'featured' ? 'all' : source,
    limit: pageSize,
    page,
    sort: choice.sort || undefined,
    search: choice.search,
    categories: choice.category ? [choice.category] : categories,
    countries: choice.country ? [choice.country] : countries,
    payoutTypes: choice.payoutType ? [choice.payoutType] : payoutTypes,
    ids: ids.length || source === 'featured' ? ids : undefined,
  };
}
