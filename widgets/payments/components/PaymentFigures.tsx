import type { Amount } from '../../../shared/api/decimal.js';
import type { PayoutTotals } from '../../../shared/api/payments.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { paymentsMessages } from '../../../shared/i18n/payments-messages.js';
import type { PaymentFormats } from '../format-payments.js';
import type { PartState } from '../payments.types.js';
import { AmountText } from './AmountText.js';
import { FailedPart } from './FailedPart.js';

interface FigureProps<Data> {
  readonly state: PartState<Data>;
  readonly formats: PaymentFormats;
  readonly onRetry: () => void;
}

/** The sum of unpaid invoices, called so: HasOffers calls it "balance", which readers take for what they have earned. */
export function BalanceFigure({ state: { data, error }, formats, onRetry }: FigureProps<Amount>) {
  const messages = useMessages(paymentsMessages);
  if (error && !data) return <FailedPart label={messages.balance} error={error} onRetry={onRetry} />;
  return (
    <div part="balance" class="balance">
      <dl>
        <dt class="muted">{messages.balance}</dt>
        <dd part="balance-value" class="sum">
          {data ? <AmountText amount={data} formats={formats} /> : <span class="skeleton" />}
        </dd>
      </dl>
      <p part="note" class="muted">
        {messages.balanceNote}
      </p>
    </div>
  );
}

/** What was paid so far. */
export function TotalFigures({ state: { data, error }, formats, onRetry }: FigureProps<PayoutTotals>) {
  const messages = useMessages(paymentsMessages);
  if (error && !data) return <FailedPart label={messages['total:allTime']} error={error} onRetry={onRetry} />;
  return (
    <dl part="totals" class="totals">
      {(['thisYear', 'allTime'] as const).map((name) => (
        <div key={name}>
          <dt class="muted">{messages[`total:${name}`]}</dt>
          <dd part="amount" class="sum">
            {data ? <AmountText amount={data[name]} formats={formats} /> : <span class="skeleton" />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The balance in one line, for a header or a sentence. */
export function InlineBalance({ state: { data }, formats }: Omit<FigureProps<Amount>, 'onRetry'>) {
  const messages = useMessages(paymentsMessages);
  return (
    <dl part="balance" class="inline" title={messages.balanceNote}>
      <dt class="muted">{messages.balance}</dt>
      <dd>
        <strong part="balance-value">
          {data ? <AmountText amount={data} formats={formats} /> : <span class="skeleton" />}
        </strong>
        <span part="note" class="visually-hidden">
          {` ${messages.balanceNote}`}
        </span>
      </dd>
    </dl>
  );
}
