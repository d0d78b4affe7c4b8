import { integer, oneOf, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import { paymentsMessages } from '../../shared/i18n/payments-messages.js';
import { signedIn } from '../../shared/session/signed-in.js';
import pagerStyles from '../../shared/ui/pager.css?inline';
import tableStyles from '../../shared/ui/table.css?inline';
import { PaymentsView } from './PaymentsView.js';
import ownStyles from './payments.css?inline';
import { createPaymentsModel } from './payments.model.js';
import {
  defaultParts,
  type PaymentsAttributes,
  type PaymentsData,
  type PaymentsModel,
  paymentParts,
} from './payments.types.js';

/**
 * What the network has paid, and what it still owes: open invoices, totals, invoices and payments. Signed-in: only for whom
 * the host application mints a token with the scope `payments`, which is never locked to a member.
 *
 * @attr show - What to show, in this order. Each is one request.
 * @attr layout - A box with a line or two for each invoice, tables with a column for everything, or the open invoices in one line.
 * @attr page-size - Rows of a page, 1 to 100.
 * @attr pagination - Page numbers, a button that adds the next page, or one page and no more.
 * @fires {PaymentsData} hasoffers-load - What was loaded is shown. A part that has failed is `null`.
 * @slot signed-out - Replaces the message that asks to sign in.
 * @part card - The whole.
 * @part balance - The open invoices with their note.
 * @part balance-value - Their sum.
 * @part totals - What was paid this year and in total.
 * @part table - Table of invoices or of payments.
 * @part row - A row of it.
 * @part amount - Amount of a row, or a total.
 * @part status - Whether it is paid.
 * @part note - Remark on what is not in the sum.
 * @part count - Which rows are shown.
 * @part pager - Page numbers, or the button that shows more.
 * @part previous - Button of the page before.
 * @part next - Button of the next page.
 * @part empty - Message where there is no invoice or no payment.
 * @cssprop --hasoffers-number-size - Size of the sums.
 */
export const payments = widget<PaymentsAttributes, PaymentsData, PaymentsModel>({
  tag: 'hasoffers-payments',
  styles: tableStyles + pagerStyles + ownStyles,
  messages: paymentsMessages,
  signedIn: signedIn(['payments']),
  attributes: {
    show: tokens(paymentParts, defaultParts),
    layout: oneOf('card', 'table', 'inline'),
    pageSize: integer({ min: 1, max: 100, default: 10 }),
    pagination: oneOf('pages', 'more', 'none'),
  },
  createModel: createPaymentsModel,
  View: PaymentsView,
});
