import type { ReadonlySignal } from '@preact/signals';
import type { Amount } from '../../shared/api/decimal.js';
import type { ApiError } from '../../shared/api/errors.js';
import type { Invoice, PayoutTotals, Receipt } from '../../shared/api/payments.js';
import type { Resource } from '../../shared/resource.js';
import type { Pagination } from '../../shared/ui/PageBar.js';

export const paymentParts = ['balance', 'totals', 'invoices', 'receipts'] as const;
/** What the element can show; each is loaded by itself. */
export type PaymentPart = (typeof paymentParts)[number];
export const defaultParts: readonly PaymentPart[] = ['balance', 'invoices'];

/** The parts that are lists with pages. */
export type ListPart = 'invoices' | 'receipts';

export interface PaymentsAttributes {
  readonly show: readonly PaymentPart[];
  readonly layout: 'card' | 'table' | 'inline';
  readonly pageSize: number;
  readonly pagination: Pagination;
}

/** Which page of a list is shown. */
export interface ListPosition {
  /** 1-based. */
  readonly page: number;
  /** `null` when the network did not say. */
  readonly pageCount: number | null;
  /** Rows over all pages; `null` when it is unknown. */
  readonly total: number | null;
}

/** The newest first. */
export interface PaymentList<Row> extends ListPosition {
  /** Those of the page; with `pagination="more"`, of the pages before as well. */
  readonly rows: readonly Row[];
}

export interface InvoiceList extends ListPosition {
  /** Those of the page, the newest first; with `pagination="more"`, of the pages before as well. */
  readonly rows: readonly Invoice[];
}

export interface ReceiptList extends ListPosition {
  /** The same. */
  readonly rows: readonly Receipt[];
}

/** `detail` of `hasoffers-load`. What is not shown, or could not be loaded, is `null`. */
export interface PaymentsData {
  /** The sum of unpaid invoices. */
  readonly balance: Amount | null;
  readonly totals: PayoutTotals | null;
  readonly invoices: InvoiceList | null;
  readonly receipts: ReceiptList | null;
}

/** What is known of one part. Without data and error it is not here yet. */
export interface PartState<Data> {
  readonly isLoading: boolean;
  /** The last that came; beside `error`, it is old. */
  readonly data?: Data | undefined;
  /** When `data` came, in milliseconds since 1970. */
  readonly loadedAt?: number | undefined;
  readonly error?: ApiError | undefined;
}

export type PartStates = {
  readonly [Part in PaymentPart]: PartState<NonNullable<PaymentsData[Part]>>;
};

/** What decides which data is loaded. */
export interface PaymentsQuery {
  readonly shown: readonly PaymentPart[];
  readonly pageSize: number;
  /** Rows of the pages before stay. */
  readonly showsAllPages: boolean;
  readonly pages: Readonly<Record<ListPart, number>>;
}

export interface PaymentsModel extends Resource<PaymentsData> {
  readonly query: ReadonlySignal<PaymentsQuery>;
  readonly parts: ReadonlySignal<PartStates>;
  goToPage(list: ListPart, page: number): void;
  /** Loads again what has failed. */
  retry(): void;
}
