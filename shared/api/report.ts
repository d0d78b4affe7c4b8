import { toUnits } from './decimal.js';
import { day, line, number, record, text, toPage, type Wire } from './decode.js';
import type { Params } from './params.js';
import { type ApiRequest, toRequest } from './request.js';

/** What was counted. */
export interface Figures {
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  /** In units of `decimal.ts`. */
  readonly payout: number;
  /** ISO 4217; `null` = the network's own. */
  readonly currency: string | null;
}

/** The figures of one day in one currency. Days without activity are absent. */
export interface DailyRow extends Figures {
  /** `YYYY-MM-DD` in the network's time zone. */
  readonly date: string;
}

/** The figures of one offer, source, country or sub-id in one currency. */
export interface GroupRow extends Figures {
  /** The offer's id, or the value itself; `''` = none, as for clicks without that sub-id. */
  readonly key: string;
  readonly label: string;
}

/** Rows of a report, and how many there are upstream. */
export interface Report<Row> {
  readonly rows: readonly Row[];
  /** More than `rows` where not all were sent; `null` where upstream did not count. */
  readonly total: number | null;
}

export const reportGroups = ['offer', 'source', 'country', 'sub1', 'sub2', 'sub3', 'sub4', 'sub5'] as const;
/** What a report can be grouped by. */
export type ReportGroup = (typeof reportGroups)[number];

export interface ReportRange {
  /** `YYYY-MM-DD`; both days are counted. */
  readonly from: string;
  readonly to: string;
  /** Nothing but these offers; empty = all. */
  readonly offerIds: readonly string[];
}

const measures = ['Stat.impressions', 'Stat.clicks', 'Stat.conversions', 'Stat.payout', 'Stat.currency'];

/** `Stat.affiliate_infoN` holds what the tracking link had as `aff_subN` (HasOffers docs, "StatReport"). */
const groupColumns: Readonly<Record<ReportGroup, { readonly key: string; readonly label?: string }>> = {
  offer: { key: 'Stat.offer_id', label: 'Offer.name' },
  source: { key: 'Stat.source' },
  country: { key: 'Country.name' },
  sub1: { key: 'Stat.affiliate_info1' },
  sub2: { key: 'Stat.affiliate_info2' },
  sub3: { key: 'Stat.affiliate_info3' },
  sub4: { key: 'Stat.affiliate_info4' },
  sub5: { key: 'Stat.affiliate_info5' },
};

/** A cell by the name of its column: `Stat.clicks` is `row.Stat.clicks`. */
function cell(row: Wire, column: string): unknown {
  const [model = '', field = ''] = column.split('.');
  return record(row[model])[field];
}

const toFigures = (row: Wire): Figures => ({
  impressions: number(cell(row, 'Stat.impressions')) ?? 0,
  clicks: number(cell(row, 'Stat.clicks')) ?? 0,
  conversions: number(cell(row, 'Stat.conversions')) ?? 0,
  payout: toUnits(text(cell(row, 'Stat.payout'))) ?? 0,
  currency: text(cell(row, 'Stat.currency')) || null,
});

/**
 * The days of the range, as the network's own time zone has them. HasOffers docs ("report-getStats"): `data_start` and
 * `data_end` must equal the filter on `Stat.date`.
 */
const toRangeParams = ({ from, to, offerIds }: ReportRange): Params => ({
  filters: {
    'Stat.date': { conditional: 'BETWEEN', values: [from, to] },
    'Stat.offer_id': offerIds.length > 0 && { conditional: 'EQUAL_TO', values: offerIds },
  },
  data_start: from,
  data_end: to,
});

function toReport<Row>(data: unknown, limit: number, toRow: (row: Wire) => Row | null): Report<Row> {
  const { rows, total } = toPage(data, { limit, page: 1 }, toRow);
  return { rows, total };
}

/**
 * The account's figures by day. Grouped by currency, too: without that the network converts all amounts into its own
 * (HasOffers support, "Multiple currencies"). Ratios are not asked for, their unit is documented in two ways.
 */
export function getDailyStats(range: ReportRange, limit: number): ApiRequest<Report<DailyRow>> {
  const params = {
    fields: ['Stat.date', ...measures],
    groups: ['Stat.date', 'Stat.currency'],
    ...toRangeParams(range),
    sort: { 'Stat.date': 'asc' },
    limit,
    page: 1,
  };
  return toRequest('Report', 'getStats', params, (data) =>
    toReport(data, limit, (row) => {
      const date = day(cell(row, 'Stat.date'));
      return date === null ? null : { ...toFigures(row), date };
    }),
  );
}

/** The rows that earned most, by offer, source, country or sub-id. A row has one currency. */
export function getTopStats(range: ReportRange, groupBy: ReportGroup, limit: number): ApiRequest<Report<GroupRow>> {
  const columns = groupColumns[groupBy];
  const names = Object.values(columns);
  const params = {
    fields: [...names, ...measures],
    groups: [...names, 'Stat.currency'],
    ...toRangeParams(range),
    sort: { 'Stat.payout': 'desc', 'Stat.clicks': 'desc' },
    limit,
    page: 1,
    totals: 1,
  };
  return toRequest('Report', 'getStats', params, (data) =>
    toReport(data, limit, (row) => {
      if (!('Stat' in row)) return null;
      const key = text(cell(row, columns.key));
      return { ...toFigures(row), key, label: line(cell(row, columns.label ?? columns.key)) || key };
    }),
  );
}
