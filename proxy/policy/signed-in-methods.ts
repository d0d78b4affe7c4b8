import { pageParameters } from './find-parameters.js';
import { type ApiMethod, defineMethod } from './method.js';
import { fields } from './models.js';
import { list, type ParameterEntry, single } from './parameters.js';
import { either, listOf, mapOf, type ResponseSchema, record, rowsOf, scalar } from './response-schema.js';
import { date, flag, id, oneOf } from './values.js';

/** Columns of the statistics report that reveal nothing about single visitors. */
const measures = [
  'impressions',
  'clicks',
  'gross_clicks',
  'unique_clicks',
  'conversions',
  'payout',
  'ctr',
  'ltr',
  'cpa',
  'cpc',
  'cpm',
  'erpc',
];
const dimensions = ['date', 'hour', 'week', 'month', 'year', 'offer_id', 'currency', 'payout_type', 'source'];
const subIds = ['affiliate_info1', 'affiliate_info2', 'affiliate_info3', 'affiliate_info4', 'affiliate_info5'];
const statColumns = [...measures, ...dimensions, ...subIds];
const groups: readonly [string, ...string[]] = [
  'Offer.name',
  'Country.name',
  ...[...dimensions, ...subIds].map((name) => `Stat.${name}`),
];
const columns: readonly [string, ...string[]] = [
  'Offer.name',
  'Country.name',
  ...statColumns.map((name) => `Stat.${name}`),
];

/** HasOffers docs: a report's filter is a conditional and its values. */
function reportFilter(
  column: string,
  conditionals: readonly [string, ...string[]],
  rule: typeof id,
): readonly ParameterEntry[] {
  return [
    single(`filters[${column}][conditional]`, oneOf(conditionals)),
    list(`filters[${column}][values]`, rule, 100),
  ];
}

const comparisons: readonly [string, ...string[]] = [
  'EQUAL_TO',
  'BETWEEN',
  'GREATER_THAN_OR_EQUAL_TO',
  'LESS_THAN_OR_EQUAL_TO',
];

const named = record(fields(['name']));
const statRow = record({ Stat: record(fields(statColumns)), Offer: named, Country: named });
const counters = fields(['page', 'current', 'count', 'pageCount']);
/** Rows of a report are a list; days without traffic are absent. */
const report: ResponseSchema = record({
  ...counters,
  data: either(listOf(statRow), mapOf(/^\d{1,9}$/, statRow)),
  totals: statRow,
});

const alertRow = record({
  Alert: record(fields(['id', 'title', 'description', 'content', 'date', 'datetime', 'status', 'type_code'])),
  AffiliateUserAlert: record(fields(['id', 'alert_id', 'is_dismissed'])),
});

/**
 * The affiliate's own figures. Everybody who may call the proxy would see them, so they are served only where the host
 * application authorizes each request (`createProxy({ allow, authorize })`).
 */
export const signedInMethods: readonly ApiMethod[] = [
  defineMethod('Affiliate_Report::getStats', {
    responseSchema: report,
    empty: [],
    kind: 'private',
    parameters: [
      list('fields', oneOf(columns), 30, { required: true }),
      list('groups', oneOf(groups), 10),
      ...reportFilter('Stat.date', comparisons, date),
      ...reportFilter('Stat.offer_id', ['EQUAL_TO'], id),
      ...columns.map((column) => single(`sort[${column}]`, oneOf(['asc', 'desc']), { ordered: true })),
      single('data_start', date),
      single('data_end', date),
      single('totals', flag),
      ...pageParameters,
    ],
  }),
  defineMethod('Affiliate_Alert::getAffiliateUserAlerts', {
    responseSchema: rowsOf(alertRow),
    empty: [],
    kind: 'private',
    parameters: [single('affiliate_user_id', id, { required: true }), single('is_dismissed', flag), ...pageParameters],
  }),
  defineMethod('Affiliate_AffiliateBilling::getAccountBalance', {
    responseSchema: record(fields(['balance'])),
    empty: [],
    kind: 'private',
  }),
  defineMethod('Affiliate_Affiliate::getAccountBalance', { responseSchema: scalar, empty: null, kind: 'private' }),
];
