import { line, match, number, record, text, toPage, type Wire } from './decode.js';
import type { ReportRange } from './report.js';
import { type ApiRequest, toRequest } from './request.js';

export const conversionStatuses = ['approved', 'pending', 'rejected'] as const;
export type ConversionStatus = (typeof conversionStatuses)[number];

export const conversionFields = [
  ...(['time', 'offer', 'status', 'payout', 'country', 'goal'] as const),
  ...(['sub1', 'sub2', 'sub3', 'sub4', 'sub5', 'source', 'id'] as const),
] as const;
/** What can be asked for of a conversion. */
export type ConversionField = (typeof conversionFields)[number];

/** One row of the log of conversions. What was not asked for, or is not known, is `''` or `null`. */
export interface Conversion {
  readonly id: string;
  /** `YYYY-MM-DD hh:mm:ss` in the network's time zone. */
  readonly time: string;
  readonly offer: { readonly id: string; readonly name: string };
  /** `approved`, `pending` or `rejected`. */
  readonly status: string;
  readonly payout: number | null;
  /** ISO 4217 code of the payout; `null` = the network's own. */
  readonly currency: string | null;
  readonly country: string;
  readonly goal: string;
  readonly source: string;
  /** Five, in order: what the tracking link had as `aff_sub` to `aff_sub5`. */
  readonly subIds: readonly string[];
}

export interface ConversionsQuery extends ReportRange {
  readonly fields: readonly ConversionField[];
  /** Empty = all. */
  readonly statuses: readonly ConversionStatus[];
  /** At most 500 for the proxy. */
  readonly limit: number;
  /** 1-based. */
  readonly page: number;
}

/** Rows of one page of the log, newest first, and how many there are upstream. */
export interface ConversionsPage {
  readonly rows: readonly Conversion[];
  readonly page: number;
  /** As upstream says it: some networks do not (`pageCount: null` was seen), although they count the rows. */
  readonly pageCount: number | null;
  readonly total: number | null;
}

/** HasOffers docs ("report-getconversions"): `Stat.id` is deprecated for `Stat.tune_event_id`. */
const columns: Readonly<Record<ConversionField, readonly string[]>> = {
  time: ['Stat.datetime'],
  offer: ['Stat.offer_id', 'Offer.name'],
  status: ['Stat.conversion_status'],
  payout: ['Stat.payout', 'Stat.currency'],
  country: ['Country.name'],
  goal: ['Goal.name'],
  sub1: ['Stat.affiliate_info1'],
  sub2: ['Stat.affiliate_info2'],
  sub3: ['Stat.affiliate_info3'],
  sub4: ['Stat.affiliate_info4'],
  sub5: ['Stat.affiliate_info5'],
  source: ['Stat.source'],
  id: ['Stat.tune_event_id'],
};

/** `Stat.payout` is `payout` of the member `Stat`. */
const nameOf = ([column = '']: readonly string[]): string => column.slice(column.indexOf('.') + 1);

function toConversion({ Stat, Offer, Goal, Country }: Wire): Conversion | null {
  if (!Stat) return null;
  const stat = record(Stat);
  return {
    id: text(stat.tune_event_id),
    time: match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, stat.datetime) ?? '',
    offer: { id: text(stat.offer_id), name: line(record(Offer).name) },
    status: line(stat.conversion_status),
    payout: number(stat.payout),
    currency: text(stat.currency) || null,
    country: line(record(Country).name),
    goal: line(record(Goal).name),
    // As they stand in the links, whatever they hold.
    source: text(stat.source),
    subIds: (['sub1', 'sub2', 'sub3', 'sub4', 'sub5'] as const).map((field) => text(stat[nameOf(columns[field])])),
  };
}

/**
 * One page of the account's conversions, newest first. Time and id always come along: rows are sorted and told apart by
 * them.
 *
 * HasOffers docs ("report-getconversions"): without `limit` all rows come, up to 25 months of them. `data_start` and
 * `data_end` must equal the filter; one on `Stat.datetime` is faster than one on `Stat.date`. Never `count` and
 * `status_update_fields`, the second of which writes.
 */
export function getConversions({
  from,
  to,
  offerIds,
  fields,
  statuses,
  limit,
  page,
}: ConversionsQuery): ApiRequest<ConversionsPage> {
  const names = new Set([...fields, 'time' as const, 'id' as const]);
  const params = {
    fields: [...names].flatMap((name) => columns[name]),
    filters: {
      'Stat.datetime': { conditional: 'BETWEEN', values: [`${from} 00:00:00`, `${to} 23:59:59`] },
      'Stat.offer_id': offerIds.length > 0 && { conditional: 'EQUAL_TO', values: offerIds },
      'Stat.conversion_status': statuses.length > 0 && { conditional: 'EQUAL_TO', values: statuses },
    },
    data_start: from,
    data_end: to,
    sort: { 'Stat.datetime': 'desc' },
    limit,
    page,
  };
  return toRequest('Report', 'getConversions', params, (data) => {
    const { rows, total } = toPage(data, { limit, page }, toConversion);
    // Once more: of a map, `JSON.parse` puts keys that are numbers in ascending order.
    const sorted = [...rows].sort((one, other) => Number(one.time < other.time) - Number(one.time > other.time));
    return {
      // A network that ignores `limit` sends everything.
      rows: sorted.length > limit ? sorted.slice((page - 1) * limit, page * limit) : sorted,
      page,
      pageCount: number(record(data).pageCount),
      total,
    };
  });
}
