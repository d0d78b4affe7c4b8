import specialInvoices from '../data/special-invoices.json' with { type: 'json' };
import { networkHour } from './activity.js';
import type { Context } from './context.js';
import { toNetworkCurrency, unitsOfOne } from './conversion.js';
import { earnings } from './stats.js';

export interface Invoice {
  readonly id: number;
  /** Wire dates, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly issued: string;
  /** In units of 0.00001 of the currency. */
  readonly amount: number;
  readonly currency: string;
  readonly isPaid: boolean;
  readonly receiptId: string | null;
  readonly memo: string;
  readonly status: string;
}

const months = 14;
const dayMs = 86_400_000;

/**
 * An invoice for each of the last 14 whole months and each currency, over what the reports say was earned, and the
 * special ones of the data.
 *
 * Invention: made on the first of the next month, paid in the month after that.
 */
export function invoicesOf(context: Context): readonly Invoice[] {
  if (!context.account.invoices) return [];
  return Array.from({ length: months }, (_, index) => months - index).flatMap((monthsAgo) => {
    const { firstDay, lastDay, start, end, issued, serial } = monthOf(context.now, monthsAgo);
    const frame = { start, end, issued, isPaid: monthsAgo > 1, memo: '', status: 'active' };
    const regular = context.account.currencies.map((currency, index) => {
      const id = serial * 10 + index;
      const amount = earnings(context, firstDay, lastDay, currency);
      return { ...frame, id, amount, currency, receiptId: frame.isPaid ? String(id + 40_000) : null };
    });
    const special = specialInvoices
      .filter((row) => row.monthsAgo === monthsAgo)
      .map(({ amount, ...row }, index) => ({
        ...frame,
        id: serial * 10 + 5 + index,
        currency: 'USD',
        receiptId: null,
        ...row,
        amount: Math.round(Number(amount) * unitsOfOne),
      }));
    return [...regular, ...special];
  });
}

export function inNetworkCurrency(invoice: Invoice): number {
  return toNetworkCurrency(invoice.amount, invoice.currency);
}

/** A month of the network's calendar, with days since 1970 and a number that no other month has. */
function monthOf(now: number, monthsAgo: number) {
  const today = new Date(networkHour(now) * 3_600_000);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() - monthsAgo];
  const [first, next] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
  const date = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return {
    firstDay: first / dayMs,
    lastDay: next / dayMs - 1,
    start: date(first),
    end: date(next - dayMs),
    issued: date(next),
    serial: (year - 2_000) * 12 + month,
  };
}
