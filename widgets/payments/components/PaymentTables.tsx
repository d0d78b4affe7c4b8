import type { Invoice, Receipt } from '../../../shared/api/payments.js';
import type { Day } from '../../../shared/calendar.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { paymentsMessages } from '../../../shared/i18n/payments-messages.js';
import { formatMethod, type PaymentFormats } from '../format-payments.js';
import type { PartState, PaymentList, PaymentsAttributes } from '../payments.types.js';
import { AmountText } from './AmountText.js';
import { type Column, PaymentTable } from './PaymentTable.js';

interface TableProps<Row> {
  readonly state: PartState<PaymentList<Row>>;
  readonly attributes: PaymentsAttributes;
  readonly formats: PaymentFormats;
  readonly isLoading: boolean;
  readonly onPage: (page: number) => void;
  readonly onRetry: () => void;
}

export function InvoiceTable({ formats, ...table }: TableProps<Invoice>) {
  const messages = useMessages(paymentsMessages);
  const numberOf = ({ id }: Invoice) => formatMessage(messages.invoiceNumber, { id });
  const period: Column<Invoice> = {
    heading: messages.period,
    cell: (invoice) => <Period invoice={invoice} formats={formats} />,
  };
  const status: Column<Invoice> = {
    heading: messages.status,
    part: 'status',
    cell: (invoice) => <Status kind={invoice.status} text={messages[`invoice:${invoice.status}`]} />,
  };
  const amount: Column<Invoice> = {
    heading: messages.amount,
    part: 'amount',
    class: 'figure',
    cell: (invoice) =>
      invoice.status === 'void' ? (
        <s>
          <AmountText amount={invoice.amount} formats={formats} />
        </s>
      ) : (
        <AmountText amount={invoice.amount} formats={formats} />
      ),
  };
  const columns: readonly Column<Invoice>[] =
    table.attributes.layout === 'table'
      ? [
          period,
          { heading: messages.invoice, cell: ({ id }) => <span key={id}>{id}</span> },
          { heading: messages.invoiceDate, cell: ({ date }) => <DayText day={date} formats={formats} /> },
          memoColumn(messages.memo),
          status,
          amount,
        ]
      : [
          {
            ...period,
            cell: (invoice) => (
              <>
                <Period invoice={invoice} formats={formats} />
                <Details text={numberOf(invoice)} memo={invoice.memo} />
              </>
            ),
          },
          status,
          amount,
        ];
  return <PaymentTable caption={messages.invoices} columns={columns} nothing={messages.noInvoices} {...table} />;
}

export function ReceiptTable({ formats, ...table }: TableProps<Receipt>) {
  const messages = useMessages(paymentsMessages);
  const methodOf = ({ method }: Receipt) => formatMethod(method, messages);
  const date: Column<Receipt> = {
    heading: messages.date,
    cell: (receipt) => <DayText day={receipt.date} formats={formats} />,
  };
  const status: Column<Receipt> = {
    heading: messages.status,
    part: 'status',
    cell: (receipt) =>
      receipt.status === 'success' ? (
        <Status kind="paid" text={messages['receipt:success']} />
      ) : (
        <Status kind="open" text={receipt.status} />
      ),
  };
  const amount: Column<Receipt> = {
    heading: messages.amount,
    part: 'amount',
    class: 'figure',
    cell: (receipt) => <AmountText amount={receipt.amount} formats={formats} />,
  };
  const columns: readonly Column<Receipt>[] =
    table.attributes.layout === 'table'
      ? [
          date,
          { heading: messages.method, cell: (receipt) => <span key={receipt.method}>{methodOf(receipt)}</span> },
          memoColumn(messages.memo),
          status,
          amount,
        ]
      : [
          {
            ...date,
            cell: (receipt) => (
              <>
                <DayText day={receipt.date} formats={formats} />
                <Details text={methodOf(receipt)} memo={receipt.memo} />
              </>
            ),
          },
          status,
          amount,
        ];
  return <PaymentTable caption={messages.receipts} columns={columns} nothing={messages.noReceipts} {...table} />;
}

const memoColumn = (heading: string): Column<Invoice | Receipt> => ({
  heading,
  class: 'memo',
  cell: ({ memo }) => (
    <span key={memo} dir="auto">
      {memo}
    </span>
  ),
});

interface DayTextProps {
  /** `null` where the network does not say. */
  readonly day: Day | null;
  readonly formats: PaymentFormats;
}

const DayText = ({ day, formats }: DayTextProps) =>
  day === null ? (
    <span>{'\u2013'}</span>
  ) : (
    <time key={day} dateTime={day}>
      {formats.day(day)}
    </time>
  );

/** The days that an invoice is about, else the one on which it was made. */
function Period({
  invoice: { from, to, date },
  formats,
}: {
  readonly invoice: Invoice;
  readonly formats: PaymentFormats;
}) {
  if (!from || !to || from === to) return <DayText day={from ?? to ?? date} formats={formats} />;
  return (
    <span class="period">
      <span>
        <DayText day={from} formats={formats} />
        {' \u2013 '}
      </span>
      <DayText day={to} formats={formats} />
    </span>
  );
}

/** The second line of a row: what else is to be said, and the network's remark, cut off where there is no room. */
const Details = ({ text, memo }: { readonly text: string; readonly memo: string }) => (
  <span class="details muted">
    <span class="kind" key={text}>
      {text}
    </span>
    {memo && (
      <span key={memo} class="remark" dir="auto" title={memo}>
        {memo}
      </span>
    )}
  </span>
);

/** A word, with a dot of a colour that fits it. */
const Status = ({ kind, text }: { readonly kind: Invoice['status']; readonly text: string }) => (
  <span class={`state ${kind}`} key={text}>
    {text}
  </span>
);
