import { type ApiMethod, defineMethod } from './method.js';
import { fields } from './models.js';
import { list, type ParameterEntry, single } from './parameters.js';
import { dateColumns, maxDays, maxRows, refineConversions, refineStats } from './report-limits.js';
import { either, listOf, mapOf, type ResponseSchema, record } from './response-schema.js';
import { date, flag, hourOffset, id, integer, oneOf, text, type ValueRule, word } from './values.js';

type Names = readonly [string, ...string[]];

/** Sub-ids, as the reports call them: `affiliate_info1` is `aff_sub` of a tracking link. */
const subIds = [1, 2, 3, 4, 5].map((number) => `Stat.affiliate_info${number}`);
/** Columns of the statistics report that say nothing about single visitors. */
const statMeasures = ['impressions', 'clicks', 'gross_clicks', 'unique_clicks', 'conversions', 'payout']
  .concat(['ctr', 'ltr', 'cpa', 'cpc', 'cpm', 'erpc'])
  .map((name) => `Stat.${name}`);
const statGroups: Names = [
  'Offer.name',
  'Country.name',
  'Stat.date',
  'Stat.hour',
  'Stat.week',
  'Stat.month',
  'Stat.year',
  'Stat.offer_id',
  'Stat.currency',
  'Stat.payout_type',
  'Stat.source',
  ...subIds,
];
const statColumns: Names = [...statGroups, ...statMeasures];

/**
 * Never columns of persons (`ip`, `session_ip`, `user_agent`, `refer`, `pixel_refer`, all of `ConversionsMobile`), also
 * not to filter or sort by, which would tell their values; never `ad_id`, which is the id of a transaction.
 */
const conversionColumns: Names = [
  'Offer.name',
  'Goal.name',
  'Country.name',
  'Stat.id',
  'Stat.tune_event_id',
  'Stat.datetime',
  'Stat.date',
  'Stat.offer_id',
  'Stat.goal_id',
  'Stat.conversion_status',
  'Stat.payout',
  'Stat.currency',
  'Stat.source',
  ...subIds,
];

/** A report's filter is a condition and its values (HasOffers docs: "Report filters"). */
function filter(column: string, conditionals: Names, rule: ValueRule, max = 50): readonly ParameterEntry[] {
  return [
    single(`filters[${column}][conditional]`, oneOf(conditionals)),
    list(`filters[${column}][values]`, rule, max),
  ];
}

const equality: Names = ['EQUAL_TO', 'NOT_EQUAL_TO'];
const range: Names = ['BETWEEN', 'EQUAL_TO', 'GREATER_THAN_OR_EQUAL_TO', 'LESS_THAN_OR_EQUAL_TO'];

const commonFilters: readonly ParameterEntry[] = [
  ...filter('Stat.offer_id', equality, id, 100),
  ...filter('Stat.currency', equality, word),
  ...filter('Country.name', equality, text),
  ...['Stat.source', ...subIds].flatMap((column) => filter(column, [...equality, 'LIKE', 'NOT_LIKE'], text)),
];

function sorts(columns: Names): readonly ParameterEntry[] {
  return columns.map((column) => single(`sort[${column}]`, oneOf(['asc', 'desc']), { ordered: true }));
}

/** Documented: the range in the network's zone, and by how many hours it is shifted. */
const dates = [single('data_start', date), single('data_end', date), single('hour_offset', hourOffset)];

/** A row nests its columns by model: `{ Stat: { date, clicks }, Offer: { name } }`. */
function reportOf(columns: Names): ResponseSchema {
  const models = new Set(columns.map((column) => column.slice(0, column.indexOf('.'))));
  const namesOf = (model: string): readonly string[] =>
    columns.filter((column) => column.startsWith(`${model}.`)).map((column) => column.slice(model.length + 1));
  const row = record(Object.fromEntries([...models].map((model) => [model, record(fields(namesOf(model)))])));
  // Rows of a report are a list; some clients of the API decode a map.
  const rows = either(listOf(row), mapOf(/^\d{1,20}$/, row));
  return record({ ...fields(['page', 'current', 'count', 'pageCount']), data: rows, totals: row });
}

const report = { empty: [], kind: 'private' } as const;

export const reportMethods: readonly ApiMethod[] = [
  defineMethod('Affiliate_Report::getStats', {
    ...report,
    scope: 'stats',
    lockedBy: 'groups',
    responseSchema: reportOf(statColumns),
    parameters: [
      list('fields', oneOf(statColumns), 40, { required: true }),
      list('groups', oneOf(statGroups), 10),
      ...filter('Stat.date', range, date),
      ...commonFilters,
      ...sorts(statColumns),
      ...dates,
      single('currency', word),
      single('totals', flag),
      single('limit', integer(1, maxDays), { fallback: String(maxRows) }),
      single('page', integer(1, 500), { fallback: '1' }),
    ],
    refine: refineStats,
    megabytes: 4,
  }),
  defineMethod('Affiliate_Report::getConversions', {
    ...report,
    scope: 'conversions',
    lockedBy: 'rows',
    responseSchema: reportOf(conversionColumns),
    // Never `status_update_fields`, which writes. Always a limit: the default is all rows.
    parameters: [
      list('fields', oneOf(conversionColumns), 40, { required: true }),
      ...dateColumns.flatMap((column) => filter(column, ['BETWEEN', 'EQUAL_TO'], date)),
      ...commonFilters,
      ...filter('Stat.conversion_status', ['EQUAL_TO'], oneOf(['approved', 'pending', 'rejected'])),
      ...sorts(conversionColumns),
      ...dates,
      single('totals', flag),
      single('limit', integer(1, 500), { fallback: String(maxRows) }),
      single('page', integer(1, 5000), { fallback: '1' }),
    ],
    refine: refineConversions,
  }),
];
