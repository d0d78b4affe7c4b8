import { compareNames } from './collate.js';
import { record, structure, text, toPage } from './decode.js';
import { offerFields, toOffer } from './offer.js';
import { type ApiRequest, toRequest } from './request.js';
import type { Offer, Page, PayoutType } from './types.js';

export const offerSorts = ['name', '-name', 'payout', '-payout', 'newest'] as const;
export type OfferSort = (typeof offerSorts)[number];

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
  /** @default the order of `ids`, else by id */
  readonly sort?: OfferSort | '' | undefined;
  /** Part of the name, in any case of letters. */
  readonly search?: string | undefined;
  /** Category ids. */
  readonly categories?: readonly string[] | undefined;
  /** ISO codes, upper case. Leaves out offers without countries, although those run everywhere: the API cannot ask for both. */
  readonly countries?: readonly string[] | undefined;
  readonly payoutTypes?: readonly PayoutType[] | undefined;
  /** Nothing else; an empty list finds nothing. */
  readonly ids?: readonly string[] | undefined;
  /** Some networks refuse the whole call for a relation that they have switched off: ask again without, then. */
  readonly relations?: readonly OfferRelation[] | undefined;
}

const methods = { all: 'findAll', mine: 'findMyOffers', approved: 'findMyApprovedOffers' } as const;

/** Asks for one page of offers, which come in the order asked for. */
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
  const wanted = search
    .trim()

    .replace(/[%_\\]/g, '_');
  const descends = sort.startsWith('-');
  const by = (column: string) => sort.endsWith(column) && (descends ? 'desc' : 'asc');
  // This method answers all rows at once (recorded): a limit could only leave some out. Should it page after all, the
  // pages that follow are asked for as elsewhere.
  const whole = source === 'approved' && page === 1;
  const params = {
    // Else always sent: without it findAll gives every offer there is.
    limit: !whole && limit,
    page: !whole && page,
    // Bare names are those of the main model; a contained relation then comes with all of its own (seen in clients).
    fields: offerFields,
    // A filter on a related model works only while that relation is contained (the vendor's own client does so).
    contain: [...new Set([...relations, categories.length && 'OfferCategory', countries.length && 'Country'])],
    filters: {
      name: wanted && { LIKE: `%${wanted}%` },
      'OfferCategory.id': categories,
      // Networks have `UK` where ISO says `GB`, or both.
      'Country.code': countries.flatMap((code) => (code === 'GB' ? [code, 'UK'] : code)),
      payout_type: payoutTypes,
      id: ids?.length === 0 ? ['0'] : ids,
    },
    // Bare names, the only documented form. The id comes last, because pages of equal rows overlap without it.
    // Affiliates are not told when an offer was made: "newest" is the highest id.
    sort: {
      name: by('name'),
      default_payout: by('payout'),
      percent_payout: by('payout'),
      id: sort === 'newest' ? 'desc' : 'asc',
    },
  };
  return toRequest('Offer', methods[source], params, (data) => {
    // Of the sources "approved" is the one that says something of an offer's approval.
    const asked = whole ? { limit: Number.MAX_SAFE_INTEGER, page: 1 } : { limit, page };
    const found = toPage(data, asked, (row) => toOffer(row, source));
    return { ...found, rows: [...found.rows].sort(toOrder({ sort, ids })) };
  });
}

/**
 * The order of a query once more, because JavaScript puts the integer-like keys of upstream's map into ascending order.
 * That is also the order of rows that weigh the same. Amounts weigh first, percentages stay below a thousand.
 */
export function toOrder({
  sort = '',
  ids,
}: {
  readonly sort?: string | undefined;
  readonly ids?: OfferQuery['ids'];
}): (one: Offer, other: Offer) => number {
  const by = (column: string) => sort.endsWith(column);
  const weigh = ({ id, payout }: Offer): number =>
    by('payout') ? (payout.amount ?? 0) * 1e5 + (payout.percent ?? 0) : sort ? -id : ids ? ids.indexOf(id) : 0;
  return (one, other) =>
    (sort.startsWith('-') ? -1 : 1) * (by('name') ? compareNames()(one, other) : weigh(one) - weigh(other));
}

/** Asks for the ids of the network's featured offers. Documented as a list of ids; as a map of them, or of rows, it means the same. */
export const findFeaturedOfferIds = (): ApiRequest<readonly string[]> =>
  toRequest('Offer', 'findAllFeaturedOfferIds', {}, (data) =>
    Object.values(structure(data))
      .map((item) => text(record(item).id ?? item))
      .filter(Boolean),
  );
