import { fieldsOf, filtersOf, type Model, pageParameters, sortsOf } from './find-parameters.js';
import { type ApiMethod, defineMethod } from './method.js';
import { fields } from './models.js';
import { type ParameterEntry, single } from './parameters.js';
import { mapOf, record, rowsOf, scalar } from './response-schema.js';
import { date, flag, integer, word } from './values.js';

const invoice: Model = {
  name: 'AffiliateInvoice',
  fields: [
    'id',
    'amount',
    'currency',
    'converted_amount',
    'start_date',
    'end_date',
    'datetime',
    'is_paid',
    'receipt_id',
    'memo',
    'status',
  ],
  searchable: {
    id: 'id',
    amount: 'decimal',
    currency: 'word',
    start_date: 'date',
    end_date: 'date',
    datetime: 'date',
    is_paid: 'flag',
    status: 'word',
  },
};

/** Never `payment_info` and `payment_details`, which are bank data, `token` and `transaction_id`; not as a filter either. */
const receipt: Model = {
  name: 'AffiliateReceipt',
  fields: ['id', 'amount', 'currency', 'date', 'datetime', 'method', 'status', 'memo'],
  searchable: {
    id: 'id',
    amount: 'decimal',
    currency: 'word',
    date: 'date',
    datetime: 'date',
    method: 'word',
    status: 'word',
  },
};

function find(model: Model): readonly ParameterEntry[] {
  return [fieldsOf(model), ...sortsOf(model), ...filtersOf(model), ...pageParameters];
}

function rows(model: Model) {
  return rowsOf(record({ [model.name]: record(fields(model.fields)) }));
}

/** `timeframes[0][label]` and so on: the sums of up to ten ranges in one call. */
const timeframes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((index) => [
  single(`timeframes[${index}][label]`, word),
  single(`timeframes[${index}][start_date]`, date),
  single(`timeframes[${index}][end_date]`, date),
]);

const alert = rowsOf(
  record({
    Alert: record(fields(['id', 'title', 'description', 'content', 'date', 'datetime', 'status', 'type_code'])),
    AffiliateUserAlert: record(fields(['id', 'alert_id', 'is_dismissed'])),
  }),
);

const payments = { kind: 'private', scope: 'payments', empty: [] } as const;

export const accountMethods: readonly ApiMethod[] = [
  // Documented: each request makes HasOffers compute it anew from all invoices, so it is cached for longer.
  defineMethod('Affiliate_AffiliateBilling::getAccountBalance', {
    ...payments,
    kind: 'balance',
    responseSchema: record(fields(['balance'])),
  }),
  defineMethod('Affiliate_AffiliateBilling::getPayoutTotals', {
    ...payments,
    // Labels as they were sent; none that an object could take for its prototype.
    responseSchema: mapOf(/^(?!__)\w{1,40}$/, record(fields(['total_payout']))),
    parameters: timeframes,
  }),
  defineMethod('Affiliate_AffiliateBilling::findAllInvoices', {
    ...payments,
    responseSchema: rows(invoice),
    parameters: [...find(invoice), single('currency', word)],
  }),
  defineMethod('Affiliate_AffiliateBilling::findAllReceipts', {
    ...payments,
    responseSchema: rows(receipt),
    parameters: find(receipt),
  }),
  defineMethod('Affiliate_Alert::getAffiliateUserAlerts', {
    responseSchema: alert,
    empty: [],
    kind: 'private',
    scope: 'messages',
    // Whose messages is not the page's to say: the proxy puts the user's id in.
    needsUserId: true,
    // They come in no order, so that a page of them might lack the newest: by default all that anybody has.
    parameters: [
      single('is_dismissed', flag),
      single('limit', integer(1, 1000), { fallback: '1000' }),
      single('page', integer(1, 200)),
    ],
  }),
  // In no scope: only for a host application's own `authorize`.
  defineMethod('Affiliate_Affiliate::getAccountBalance', { responseSchema: scalar, empty: null, kind: 'balance' }),
];
