import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { ViewProps } from '../../shared/element/widget.js';
import { useMessages, useWidget } from '../../shared/element/widget-context.js';
import { paymentsMessages } from '../../shared/i18n/payments-messages.js';
import { Notice } from '../../shared/ui/Notice.js';
import { BalanceFigure, InlineBalance, TotalFigures } from './components/PaymentFigures.js';
import { InvoiceTable, ReceiptTable } from './components/PaymentTables.js';
import { createPaymentFormats, type PaymentFormats } from './format-payments.js';
import type { PaymentPart, PaymentsAttributes, PaymentsData, PaymentsModel } from './payments.types.js';

type Props = ViewProps<PaymentsAttributes, PaymentsModel>;

export function PaymentsView({ model, attributes }: Props) {
  const { language, currency } = useWidget();
  const messages = useMessages(paymentsMessages);
  const { status, data, error, loadedAt } = model.state.value;
  const formats = useMemo(() => createPaymentFormats(language, currency), [language, currency]);
  const { shown } = model.query.value;
  const parts = model.parts.value;
  useEmitOfParts(error && shown.some((part) => !parts[part].error) ? data : undefined);

  if (status === 'error' && error) {
    const message = error.code === 'permission' ? messages.noPaymentsPermission : undefined;
    return <Notice error={error} onRetry={model.refresh} message={message} />;
  }
  // Where a part has no data, it says so itself.
  const stale = error && loadedAt !== undefined && <Notice error={error} staleSince={loadedAt} onRetry={model.retry} />;
  if (attributes.layout === 'inline') {
    return (
      <>
        {stale}
        <InlineBalance state={parts.balance} formats={formats} />
      </>
    );
  }
  const card = (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form. A landmark would need a name of its own.
    <section
      part="card"
      role="group"
      class={`payments ${attributes.layout === 'card' ? 'card' : ''}`}
      aria-label={messages.paymentsTitle}
    >
      {stale}
      <Figures shown={shown} model={model} formats={formats} />
      {status === 'empty' ? (
        <slot name="empty">
          <p part="empty">{shown.includes('invoices') ? messages.noInvoices : messages.noReceipts}</p>
        </slot>
      ) : (
        <Tables shown={shown} model={model} attributes={attributes} formats={formats} />
      )}
    </section>
  );
  const isWaiting = shown.every((part) => !parts[part].data && !parts[part].error);
  return isWaiting ? <slot name="loading">{card}</slot> : card;
}

interface SectionProps {
  readonly shown: readonly PaymentPart[];
  readonly model: PaymentsModel;
  readonly formats: PaymentFormats;
}

/** The amounts, in the integrator's order. */
function Figures({ shown, model, formats }: SectionProps) {
  const { balance, totals } = model.parts.value;
  const figures = shown.filter((part) => part === 'balance' || part === 'totals');
  if (figures.length === 0) return null;
  return (
    <div class="figures">
      {figures.map((part) =>
        part === 'balance' ? (
          <BalanceFigure key={part} state={balance} formats={formats} onRetry={model.retry} />
        ) : (
          <TotalFigures key={part} state={totals} formats={formats} onRetry={model.retry} />
        ),
      )}
    </div>
  );
}

/** The lists, in the integrator's order. */
function Tables({ shown, model, attributes, formats }: SectionProps & Pick<Props, 'attributes'>) {
  const { invoices, receipts } = model.parts.value;
  const isLoading = model.state.value.status === 'loading';
  return shown.map((part) => {
    if (part === 'balance' || part === 'totals') return null;
    const common = {
      attributes,
      formats,
      isLoading,
      onPage: (page: number) => model.goToPage(part, page),
      onRetry: model.retry,
    };
    return part === 'invoices' ? (
      <InvoiceTable key={part} state={invoices} {...common} />
    ) : (
      <ReceiptTable key={part} state={receipts} {...common} />
    );
  });
}

/**
 * Tells the page what was loaded beside what has failed: of that alone it gets an event otherwise.
 *
 * @param data - What to tell; `undefined` where nothing has failed, or everything.
 */
function useEmitOfParts(data: PaymentsData | undefined): void {
  const { emit } = useWidget();
  useLayoutEffect(() => {
    if (data) emit('hasoffers-load', data);
  }, [data]);
}
