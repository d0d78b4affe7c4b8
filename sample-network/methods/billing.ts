import type { Account } from '../accounts.js';
import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Fields } from '../query/entity.js';
import { find } from '../query/find.js';
import { readMap, readText } from '../query/params.js';
import { missingParameter } from '../query/query-error.js';
import { answer } from '../wire/envelope.js';
import type { Wire } from '../wire/php-json.js';
import type { Context, Method } from './context.js';
import { writeUnits } from './conversion.js';
import { type Invoice, inNetworkCurrency, invoicesOf } from './invoices.js';
import { plainEntities } from './plain-entities.js';

const dayMs = 86_400_000;

function invoiceFields(invoice: Invoice, account: Account, currency: string | undefined): Fields {
  const amount = writeUnits(invoice.amount, 2);
  return {
    ...modelRows.AffiliateInvoice,
    id: String(invoice.id),
    affiliate_id: account.affiliateId,
    amount,
    currency: invoice.currency,
    start_date: invoice.start,
    end_date: invoice.end,
    datetime: `${invoice.issued} 00:05:00`,
    is_paid: invoice.isPaid ? '1' : '0',
    receipt_id: invoice.receiptId,
    memo: invoice.memo,
    status: invoice.status,
    // Documented: only with `currency`. Invention: whatever it says, the amount is in the network's.
    ...(currency ? { converted_amount: writeUnits(inNetworkCurrency(invoice), 2) } : {}),
  };
}

/** Documented: without `fields`. Seen in use: it is sent all the same. */
export const findAllInvoices: Method = (context, params) => {
  const currency = readText(params, 'currency');
  const rows = invoicesOf(context).map((invoice) => invoiceFields(invoice, context.account, currency));
  const names = [...Object.keys(modelRows.AffiliateInvoice), 'converted_amount'];
  return answer(find(...plainEntities('AffiliateInvoice', rows, names), params));
};

/** Bank data and all: a proxy has to keep `payment_details`, `payment_info`, `token` and `transaction_id` back. */
export const findAllReceipts: Method = (context, params) => {
  const rows = invoicesOf(context)
    .filter((invoice) => invoice.receiptId !== null)
    .map((invoice): Fields => {
      const paid = new Date(Date.parse(invoice.issued) + 25 * dayMs).toISOString().slice(0, 10);
      return {
        ...modelRows.AffiliateReceipt,
        id: invoice.receiptId,
        affiliate_id: context.account.affiliateId,
        amount: writeUnits(invoice.amount, 2),
        currency: invoice.currency,
        date: paid,
        datetime: `${paid} 10:00:00`,
        method: invoice.id % 3 === 0 ? 'paypal' : 'wire',
        token: `receipt-token-${invoice.receiptId}`,
        transaction_id: `TX-${invoice.receiptId}`,
      };
    });
  return answer(find(...plainEntities('AffiliateReceipt', rows, Object.keys(modelRows.AffiliateReceipt)), params));
};

/** Documented: the sum of unpaid invoices in the network's currency. Asking recomputes it on a real network. */
function balanceOf(context: Context): number {
  const open = invoicesOf(context).filter((invoice) => !invoice.isPaid && invoice.status === 'active');
  return open.reduce((sum, invoice) => sum + inNetworkCurrency(invoice), 0);
}

export const getAccountBalance: Method = (context) =>
  answer({ affiliate_id: context.account.affiliateId, balance: writeUnits(balanceOf(context), 2) });

/** Seen in use: `Affiliate_Affiliate::getAccountBalance` is the bare amount. */
export const getBareBalance: Method = (context) => answer(Number(writeUnits(balanceOf(context), 2)));

/**
 * `timeframes[0][label]=this_year&timeframes[0][start_date]=…&timeframes[0][end_date]=…`. Documented: sums of invoices
 * that are paid. Invention: an invoice belongs to the day on which it was made.
 */
export const getPayoutTotals: Method = (context, params) => {
  const frames = [...readMap(params, 'timeframes').values()].filter((frame) => frame instanceof Map);
  if (frames.length === 0) throw missingParameter('timeframes');
  const paid = invoicesOf(context).filter((invoice) => invoice.isPaid && invoice.status === 'active');
  const totals = frames.map((frame): readonly [string, Wire] => {
    const [from, to] = [readText(frame, 'start_date') ?? '', readText(frame, 'end_date') ?? '9999'];
    const within = paid.filter(({ issued }) => issued >= from && issued <= to);
    const sum = within.reduce((units, invoice) => units + inNetworkCurrency(invoice), 0);
    return [readText(frame, 'label') ?? '', { total_payout: writeUnits(sum, 2) }];
  });
  return answer(new Map(totals));
};
