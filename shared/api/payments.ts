import { type Amount, fromUnits, toUnits } from './decimal.js';
import { day, flag, line, record, structure, text, toPage, type Wire } from './decode.js';
import { demand, failure } from './failure.js';
import type { Params } from './params.js';
import { type ApiRequest, toRequest } from './request.js';
import type { Page } from './types.js';

/** `void`: deleted by the network; no part of the balance. */
export type InvoiceStatus = 'open' | 'paid' | 'void';

export interface Invoice {
  readonly id: string;
  /** Negative where the network takes something back. */
  readonly amount: Amount;
  /** `YYYY-MM-DD` in the network's time zone, like all days here: the first day that is paid for. */
  readonly from: string | null;
  /** The last one. */
  readonly to: string | null;
  /** The day on which it was made. */
  readonly date: string | null;
  readonly status: InvoiceStatus;
  /** Plain text, one line; empty where there is none. */
  readonly memo: string;
}

/** A payment that was made. Nothing of it tells where the money went. */
export interface Receipt {
  readonly id: string;
  readonly amount: Amount;
  readonly date: string | null;
  /** As on the wire: `wire`, `check`, `paypal`, `direct_deposit` … */
  readonly method: string;
  /** As on the wire; `success` is the one value that is documented. */
  readonly status: string;
  readonly memo: string;
}

/** Sums of paid invoices, as the network computes them in its own currency. */
export interface PayoutTotals {
  readonly thisYear: Amount;
  readonly allTime: Amount;
}

export interface PageQuery {
  readonly limit: number;
  /** 1-based. */
  readonly page: number;
}

/** In the currency of the network, which the API does not name. */
const toOwnAmount = (value: unknown): Amount | null => {
  const units = toUnits(value);
  return units === null ? null : { currency: null, value: fromUnits(units) };
};

const nothing: Amount = { currency: null, value: 0 };

/**
 * The sum of unpaid invoices in the network's currency. HasOffers docs: each request makes the network compute it anew.
 * `{ affiliate_id, balance }`; without any invoice it may be one of PHP's ways to say "none".
 */
export const getAccountBalance = (): ApiRequest<Amount> =>
  toRequest('AffiliateBilling', 'getAccountBalance', {}, (data) => {
    const wire = structure(data);
    const balance = Object.keys(wire).length ? toOwnAmount(wire.balance) : nothing;
    if (!balance) throw failure('invalid-response');
    return balance;
  });

/**
 * HasOffers docs: sums of invoices that are paid, by the labels of time frames: `{ this_year: { total_payout } }`. A sum
 * of nothing is `null` or missing.
 *
 * @param year - Of the sum `thisYear`.
 */
export function getPayoutTotals(year: number): ApiRequest<PayoutTotals> {
  const end_date = `${year}-12-31`;
  const timeframes = {
    0: { label: 'this_year', start_date: `${year}-01-01`, end_date },
    1: { label: 'alltime', start_date: '2000-01-01', end_date },
  };
  return toRequest('AffiliateBilling', 'getPayoutTotals', { timeframes }, (data) => {
    const wire = structure(data);
    demand(!Object.keys(wire).length || 'this_year' in wire || 'alltime' in wire);
    const read = (label: string): Amount => toOwnAmount(record(wire[label]).total_payout) ?? nothing;
    return { thisYear: read('this_year'), allTime: read('alltime') };
  });
}

/** The newest first: as seen in use, by id. No `fields`: they are documented for no method here. */
const toPageParams = (model: string, { limit, page }: PageQuery): Params => ({
  sort: { [`${model}.id`]: 'desc' },
  limit,
  page,
});

/** Rows by id, or a list of them; a map's order is lost where its keys are numbers, so they are sorted again. */
function toNewestFirst<Row extends { readonly id: string }>(
  data: unknown,
  query: PageQuery,
  toRow: (row: Wire) => Row | null,
): Page<Row> {
  const page = toPage(data, query, toRow);
  return { ...page, rows: [...page.rows].sort((one, other) => Number(other.id) - Number(one.id)) };
}

const toAmount = ({ amount, currency }: Wire): Amount | null => {
  const own = toOwnAmount(amount);
  return own && { ...own, currency: text(currency) || null };
};

export const findInvoices = (query: PageQuery): ApiRequest<Page<Invoice>> =>
  toRequest('AffiliateBilling', 'findAllInvoices', toPageParams('AffiliateInvoice', query), (data) =>
    toNewestFirst(data, query, (row) => {
      const invoice = record(row.AffiliateInvoice ?? row);
      const id = text(invoice.id);
      const amount = toAmount(invoice);
      if (!id || !amount) return null;
      return {
        id,
        amount,
        from: day(invoice.start_date),
        to: day(invoice.end_date),
        date: day(invoice.datetime),
        status: toInvoiceStatus(invoice),
        memo: line(invoice.memo),
      };
    }),
  );

/** `status` is `active` in all recordings; what other words mean is told by themselves. */
function toInvoiceStatus({ status, is_paid }: Wire): InvoiceStatus {
  if (/delet|void|cancel/i.test(text(status))) return 'void';
  return flag(is_paid) ? 'paid' : 'open';
}

/** Never reads `payment_info` and `payment_details`, which are bank data, `token` and `transaction_id`. */
export const findReceipts = (query: PageQuery): ApiRequest<Page<Receipt>> =>
  toRequest('AffiliateBilling', 'findAllReceipts', toPageParams('AffiliateReceipt', query), (data) =>
    toNewestFirst(data, query, (row) => {
      const receipt = record(row.AffiliateReceipt ?? row);
      const id = text(receipt.id);
      const amount = toAmount(receipt);
      if (!id || !amount) return null;
      return {
        id,
        amount,
        date: day(receipt.date) ?? day(receipt.datetime),
        method: text(receipt.method),
        status: text(receipt.status),
        memo: line(receipt.memo),
      };
    }),
  );
