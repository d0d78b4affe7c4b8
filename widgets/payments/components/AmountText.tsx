import type { Amount } from '../../../shared/api/decimal.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { paymentsMessages } from '../../../shared/i18n/payments-messages.js';
import type { PaymentFormats } from '../format-payments.js';

interface AmountTextProps {
  readonly amount: Amount;
  readonly formats: PaymentFormats;
}

/** An amount; what is taken back says so by a word, too, since a minus is easily missed. */
export function AmountText({ amount, formats }: AmountTextProps) {
  const messages = useMessages(paymentsMessages);
  const text = formats.amount(amount);
  return (
    <>
      <span key={text}>{text}</span>
      {amount.value < 0 && <span class="muted"> {messages.deduction}</span>}
    </>
  );
}
