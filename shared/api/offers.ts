import { entries, record, structure, text, toPage } from './decode.js';
import { offerFields, toOffer } from './offer.js';
import type { Params } from './params.js';
import { byName } from './relations.js';
import type { ApiRequest } from './request.js';
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
  readonly sort?: OfferSort | undefined;
  /** Part of the name, in any case of letters. */
  readonly search?: string | undefined;
  /** Category ids. */
  readonly categories?: readonly string[] | undefined;
  /** ISO codes. Leaves out offers without countries, although those run everywhere: the API cannot ask for both. */
  readonly countries?: readonly string[] | undefined;
  readonly payoutTypes?: readonly PayoutType[] | undefined;
  /** Nothing else; an empty list finds nothing. */
  readonly ids?: readonly string[] | undefined;
  /** Some networks refuse the whole call for a relation that they have switched off: ask again without, then. */
  readonly relations?: readonly OfferRelation[] | undefined;
}

const methods = { all: 'findAll', mine: 'findMyOffers', approved: 'findMyApprovedOffers' } as const;

/** Asks for one page of offers, which come in the order asked for. */
export function findOffers(query: OfferQuery): ApiRequest<Page<Offer>> {
  const { source = 'all', limit, page = 1, sort, search, categories, countries, payoutTypes, ids, relations } = query;
  const wanted = (search ?? '').trim().replace(/\s+/g, ' ');
  // A filter on a related model works only while that relation is contained (the vendor's own client does so).
  const isContained = (relation: OfferRelation) =>
    relations?.includes(relation) ||
    (relation === 'OfferCategory' && categories?.length) ||
    (relation === 'Country' && countries?.length);
  return {
    target: 'Affiliate_Offer',
    method: methods[source],
    params: {
      // Always sent: without it findAll gives every offer there is, with every field.
      limit,
      page,
      // Bare names are those of the main model; a contained relation then comes with all of its own (seen in clients).
      fields: offerFields,
      contain: offerRelations.filter(isContained),
      filters: {
        // Unknown: whether LIKE's wildcards can be escaped. `_`, any one character, finds too much at worst.
        name: wanted ? { LIKE: `%${wanted.replace(/[%_\\]/g, '_')}%` } : undefined,
        'OfferCategory.id': categories,
        'Country.code': countries?.flatMap(toWireCodes),
        payout_type: payoutTypes,
        id: ids?.length === 0 ? ['0'] : ids,
      },
      sort: toWireSort(sort),
    },
    decode(data) {
      const assumedApproval = source === 'approved' ? 'approved' : '';
      const found = toPage(data, { limit, page }, (row, key) => toOffer(row, key, assumedApproval));
      return { ...found, rows: [...found.rows].sort(toOrder(sort, ids)) };
    },
  };
}

/** Asks for the ids of the network's featured offers. */
export const findFeaturedOfferIds = (): ApiRequest<readonly string[]> => ({
  target: 'Affiliate_Offer',
  method: 'findAllFeaturedOfferIds',
  params: {},
  // Documented as a list of ids; as a map of them, or of rows, it means the same.
  decode: (data) =>
    entries(structure(data))
      .map(([, item]) => text(item) || text(record(item)?.id))
      .filter((id) => id),
});

/** Networks have `UK` where ISO says `GB`, or both. */
const toWireCodes = (code: string): readonly string[] =>
  /^(GB|UK)$/i.test(code) ? ['GB', 'UK'] : [code.toUpperCase()];

/**
 * Bare names, the only documented form. The id comes last, because pages of equal rows overlap without it. Affiliates
 * are not told when an offer was made: "newest" is the highest id.
 */
function toWireSort(sort: OfferSort | undefined): Params {
  const direction = sort?.startsWith('-') ? 'desc' : 'asc';
  return {
    name: sort?.endsWith('name') ? direction : undefined,
    default_payout: sort?.endsWith('payout') ? direction : undefined,
    percent_payout: sort?.endsWith('payout') ? direction : undefined,
    id: sort === 'newest' ? 'desc' : 'asc',
  };
}

/**
 * The same order once more, because JavaScript puts the integer-like keys of upstream's map into ascending order. That
 * is also the order of rows that weigh the same.
 */
function toOrder(sort: OfferSort | undefined, ids: readonly string[] | undefined) {
  const sign = sort?.startsWith('-') ? -1 : 1;
  const weigh = ({ id, payout: { amount, percent } }: Offer): number => {
    // Amounts weigh first, as in the sort that is sent; percentages stay below a thousand.
    if (sort?.endsWith('payout')) return (amount ?? 0) * 1e5 + (percent ?? 0);
    return sort ? -id : ids ? ids.indexOf(id) : Number(id);
  };
  return (one: Offer, other: Offer): number =>
    sign * (sort?.endsWith('name') ? byName(one, other) : weigh(one) - weigh(other));
}
