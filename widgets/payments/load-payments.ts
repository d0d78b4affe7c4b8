import { type ReadonlySignal, signal } from '@preact/signals';
import type { Amount } from '../../shared/api/decimal.js';
import { ApiError } from '../../shared/api/errors.js';
import { failure } from '../../shared/api/failure.js';
import {
  findInvoices,
  findReceipts,
  getAccountBalance,
  getPayoutTotals,
  type PayoutTotals,
} from '../../shared/api/payments.js';
import type { ApiClient, Send } from '../../shared/api/request.js';
import { dayIn } from '../../shared/calendar.js';
import { createQueryCache } from '../../shared/query-cache.js';
import { createListLoader } from './load-list.js';
import type { PartState, PartStates, PaymentPart, PaymentsData, PaymentsQuery } from './payments.types.js';

/** Milliseconds for which a part is good. Invoices change once a month. */
const lifetime = 5 * 60 * 1000;

/** What was loaded, with the first failure of a part. */
export interface LoadedPayments {
  readonly data: PaymentsData;
  readonly error?: ApiError | undefined;
  /** When the oldest data came whose part has failed; `undefined` where a failed part has no data. */
  readonly staleSince?: number | undefined;
}

export interface PaymentsLoader {
  /** Each part by itself, while `load` is at work and after it. */
  readonly parts: ReadonlySignal<PartStates>;
  /** @throws ApiError Where no part has any data. */
  load(query: PaymentsQuery, client: ApiClient, signal: AbortSignal): Promise<LoadedPayments>;
  /** Forgets what is good without a request; what is shown stays. */
  clear(): void;
}

const unknown = { isLoading: false };
const noParts: PartStates = { balance: unknown, totals: unknown, invoices: unknown, receipts: unknown };

/** Loads the parts of the element side by side: one that is slow or fails does not hold up the others. */
export function createPaymentsLoader(now: () => number): PaymentsLoader {
  const parts = signal<PartStates>(noParts);
  const balances = createQueryCache<Amount>(lifetime, now);
  const totals = createQueryCache<PayoutTotals>(lifetime, now);
  const invoices = createListLoader(findInvoices, lifetime, now);
  const receipts = createListLoader(findReceipts, lifetime, now);
  let owner: ApiClient | undefined;

  const readers: {
    readonly [Part in PaymentPart]: (query: PaymentsQuery, send: Send) => Promise<NonNullable<PaymentsData[Part]>>;
  } = {
    balance: (_, send) => balances.read('', () => send(getAccountBalance())),
    totals(_, send) {
      const year = dayIn(null, now()).slice(0, 4);
      return totals.read(year, () => send(getPayoutTotals(Number(year))));
    },
    invoices: ({ pageSize, pages, showsAllPages }, send) =>
      invoices.load({ limit: pageSize, page: pages.invoices, showsAllPages }, send),
    receipts: ({ pageSize, pages, showsAllPages }, send) =>
      receipts.load({ limit: pageSize, page: pages.receipts, showsAllPages }, send),
  };

  const clear = (): void => {
    for (const cache of [balances, totals, invoices, receipts]) cache.clear();
  };

  const setPart = (part: PaymentPart, state: PartState<unknown>): void => {
    parts.value = { ...parts.peek(), [part]: state };
  };

  const loadPart = async (part: PaymentPart, query: PaymentsQuery, send: Send, signal: AbortSignal): Promise<void> => {
    const { data, loadedAt } = parts.peek()[part];
    setPart(part, { isLoading: true, data, loadedAt });
    let next: PartState<unknown>;
    try {
      next = { isLoading: false, data: await readers[part](query, send), loadedAt: now() };
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : failure('invalid-response');
      next = { isLoading: false, data, loadedAt, error };
    }
    if (!signal.aborted) setPart(part, next);
  };

  return {
    parts,
    clear,
    async load(query, client, signal) {
      if (owner !== client) {
        owner = client;
        parts.value = noParts;
        clear();
      }
      const send: Send = (request) => client.send(request, { signal });
      await Promise.all(query.shown.map((part) => loadPart(part, query, send, signal)));
      return summarize(query.shown, parts.peek());
    },
  };
}

/** @throws ApiError */
function summarize(shown: readonly PaymentPart[], states: PartStates): LoadedPayments {
  const failed = shown.map((part) => states[part]).filter(({ error }) => error);
  const signedOut = failed.find(({ error }) => error?.code === 'signed-out');
  const { error } = signedOut ?? failed[0] ?? {};
  const hasData = shown.some((part) => states[part].data !== undefined);
  if (error && (signedOut || !hasData)) throw error;
  const times = failed.map(({ loadedAt }) => loadedAt);
  const read = <Part extends PaymentPart>(part: Part): PaymentsData[Part] =>
    (shown.includes(part) ? (states[part].data as PaymentsData[Part] | undefined) : undefined) ?? null;
  return {
    data: { balance: read('balance'), totals: read('totals'), invoices: read('invoices'), receipts: read('receipts') },
    error,
    staleSince: times.some((time) => time === undefined) ? undefined : Math.min(...(times as number[])),
  };
}
