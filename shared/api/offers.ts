import { compareNames } from './collate.js';
import { record, rowsOf, structure, text, toPage } from './decode.js';
import { offerFields, toOffer } from './offer.js';
import type { Params } from './params.js';
import { type ApiRequest, toRequest } from './request.js';
import type { Offer, Page, PayoutType } from './types.js';

export const offerSorts = ['name', '-name', 'payout', '-payout', 'newest'] as const;
export type OfferSort = (typeof offerSorts)[number];

/** The proxy that ships here accepts lists of at most so many values. */
export const maxIds = 100;

export const offerRelations = ['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'] as const;
export type OfferRelation = (typeof offerRelations)[number];

/** Which offers, in which order, with what beside them. Separate restrictions are AND-ed, the values of one are OR-ed. */
export interface OfferQuery {
  /** `all` it may see, `mine` (approved private ones, and those with own traffic in 7 days), `approved`. @default 'all' */
  readonly source?: keyof typeof methods | undefined;
  /** Rows of a page, at least 1. */
  readonly limit: number;
  /** 1-based. @default 1 */
  readonly page?: number | undefined;
  /** @default the order of `ids` within a page, because upstream cannot sort by them; else by id */
  readonly sort?: OfferSort | '' | undefined;
  /** Part of the name, in any case of letters. */
  readonly search?: string | undefined;
  /** Category ids. */
  readonly categories?: readonly string[] | undefined;
  /** ISO codes, upper case. Leaves out offers without countries, although those run everywhere: the API cannot filter for both. */
  readonly countries?: readonly string[] | undefined;
  readonly payoutTypes?: readonly PayoutType[] | undefined;
  /** Nothing else; an empty list finds nothing. */
  readonly ids?: readonly string[] | undefined;
  /** Some networks refuse the whole call for a relation that they have switched off: then repeat it without. */
  readonly relations?: readonly OfferRelation[] | undefined;
}

const methods = { all: 'findAll', mine: 'findMyOffers', approved: 'findMyApprovedOffers' } as const;

/**
 * Requests one page of offers, which come in the requested order.
 *
 * `complete` in the result is false where more pages may follow: `nextOfferPage` requests them.
 */
export function findOffers({
  source = 'all',
  limit,
  page = 1,
  sort = '',
  search = '',
  categories = [],
  countries = [],
  payoutTypes,
  ids,
  relations = [],
}: OfferQuery): ApiRequest<Page<Offer>> {
  // Unknown: whether LIKE's wildcards can be escaped. `_`, any one character, finds too much at worst.
  const searchPattern = search.trim().replace(/[%_\\]/g, '_');
  // This method returns all rows at once (recorded): a limit could only leave some out. Should it page after all, the
  // following pages are requested as elsewhere, see `nextOfferPage`.
  const unlimited = source === 'approved' && page === 1;
  const params = {
    // Else always sent: without it findAll gives every offer there is.
    limit: !unlimited && limit,
    page: !unlimited && page,
    // Bare names are those of the main model; a contained relation then comes with all of its own (seen in clients).
    fields: offerFields,
    // A filter on a related model works only while that relation is contained (the vendor's own client does so).
    contain: [...new Set([...relations, categories.length && 'OfferCategory', countries.length && 'Country'])],
    filters: {
      name: searchPattern && { LIKE: `%${searchPattern}%` },
      'OfferCategory.id': categories,
      // Networks have `UK` where ISO says `GB`, or both.
      'Country.code': countries.flatMap((code) => (code === 'GB' ? [code, 'UK'] : code)),
      payout_type: payoutTypes,
      // Nothing has the id 0: an empty list would request everything.
      id: ids?.length === 0 ? ['0'] : ids,
    },
    // Bare names, the only documented form. The id comes last, because pages of equal rows overlap without it.
    sort: sort ? upstreamSorts[sort] : { id: 'asc' },
  };
  return toRequest('Offer', methods[source], params, (data) => {
    // Of the sources "approved" is the one that says something of an offer's approval.
    const found = toPage(data, { limit: unlimited ? Number.MAX_SAFE_INTEGER : limit, page }, (row) =>
      toOffer(row, source),
    );
    const rows = [...found.rows].sort(toOrder({ sort, ids }));
    // The size of upstream's pages gives their number, where upstream counts rows only.
    const size = unlimited && !found.complete ? rows.length : 0;
    const pageCount =
      found.total !== null && size > 0
        ? Math.max(found.pageCount ?? 0, Math.ceil(found.total / size))
        : found.pageCount;
    return { ...found, rows, pageCount };
  });
}

/**
 * The query for the page after this one; `null` when there is none. Where upstream does not say how many there are, it
 * may lead to a page without rows, which is then the last.
 *
 * When `findMyApprovedOffers` returns pages, the size of its pages is upstream's to choose, and only the first page
 * shows it: the query that follows carries that size as its `limit`, so that no row is left out or comes twice.
 */
export function nextOfferPage(query: OfferQuery, { rows, page, pageCount, complete }: Page<Offer>): OfferQuery | null {
  const pageSize = query.source === 'approved' && page === 1 ? rows.length : query.limit;
  if (complete || rowsEnd(rows.length, pageSize, pageCount, page)) return null;
  return { ...query, limit: pageSize, page: page + 1 };
}

/** A page that is not full is the last where nothing was counted; with a count, hidden rows may make it shorter. */
function rowsEnd(rowCount: number, pageSize: number, pageCount: number | null, page: number): boolean {
  return pageCount === null ? rowCount === 0 || rowCount < pageSize : page >= pageCount;
}

/** The API's sort. Affiliates cannot see when an offer was created: "newest" is the highest id. */
const upstreamSorts: Readonly<Record<OfferSort, Params>> = {
  name: { name: 'asc', id: 'asc' },
  '-name': { name: 'desc', id: 'asc' },
  payout: { default_payout: 'asc', percent_payout: 'asc', id: 'asc' },
  '-payout': { default_payout: 'desc', percent_payout: 'desc', id: 'asc' },
  newest: { id: 'desc' },
};

type Comparator = (one: Offer, other: Offer) => number;

/** Amounts weigh first, percentages decide between equal ones. */
const comparePayouts: Comparator = ({ payout: one }, { payout: other }) =>
  (one.amount ?? 0) - (other.amount ?? 0) || (one.percent ?? 0) - (other.percent ?? 0);

const reverse =
  (compare: Comparator): Comparator =>
  (one, other) =>
    compare(other, one);

const comparators: Readonly<Record<OfferSort, (language: string | undefined) => Comparator>> = {
  name: (language) => compareNames(language),
  '-name': (language) => reverse(compareNames(language)),
  payout: () => comparePayouts,
  '-payout': () => reverse(comparePayouts),
  newest: () => (one, other) => Number(other.id) - Number(one.id),
};

/**
 * The order of a query once more, because JavaScript puts the integer-like keys of upstream's map into ascending order.
 * That is also the order of rows that weigh the same.
 *
 * @param language - BCP 47, for names. `findOffers` knows none, since equal requests share a result: who shows the rows
 * sorts them again. @default a fixed order
 */
export function toOrder({ sort, ids }: Pick<OfferQuery, 'sort' | 'ids'>, language?: string): Comparator {
  if (sort) return comparators[sort](language);
  const position = new Map(ids?.map((id, index) => [id, index]));
  return (one, other) => (position.get(one.id) ?? 0) - (position.get(other.id) ?? 0);
}

/**
 * Requests one offer; `null` where this affiliate sees none with that id. Unlike {@link findOffers} it comes with
 * `AffiliateOffer` where approval is required (documented).
 */
export const findOffer = (id: string, relations: readonly OfferRelation[]): ApiRequest<Offer | null> =>
  toRequest('Offer', 'findById', { id, fields: offerFields, contain: relations }, (data) => toOffer(structure(data)));

/** Requests the ids of the network's featured offers. Documented as a list of ids; as a map of them, or of rows, it means the same. */
export const findFeaturedOfferIds = (): ApiRequest<readonly string[]> =>
  toRequest('Offer', 'findAllFeaturedOfferIds', {}, (data) => {
    const wire = rowsOf(data);
    // One row by itself, whose other fields are no ids.
    const single = text(wire.id);
    if (single) return [single];
    return Object.values(wire)
      .map((item) => text(record(record(item).Offer ?? item).id ?? item))
      .filter((id) => id !== '');
  });
