import { mountSignedIn } from '../signed-in-site.js';
import type { Site } from '../site.js';
import type { PseudoPage } from './pseudo-page.js';

/** Invoices and receipts, made so that `<hasoffers-payments>` has every one of its messages to show. */

const invoice = (id: number, changes: object = {}) => ({
  AffiliateInvoice: {
    id,
    amount: '12.00',
    currency: 'USD',
    start_date: '2026-06-01',
    end_date: '2026-06-30',
    datetime: '2026-07-01 00:05:00',
    is_paid: '1',
    memo: 'Lamp Shop',
    ...changes,
  },
});
const receipt = (id: number, method: string) => ({
  AffiliateReceipt: { id, amount: '12.00', currency: 'USD', date: '2026-07-26', method, status: 'success', memo: '' },
});

const rows: Readonly<Record<string, readonly object[]>> = {
  findAllInvoices: [invoice(1), invoice(2, { is_paid: '0', amount: '-3.00' }), invoice(3, { status: 'deleted' })],
  findAllReceipts: ['wire', 'check', 'direct_deposit', 'other'].map((method, index) => receipt(index + 1, method)),
};

/** `/money` has invoices and receipts, `/money/none` neither. */
function mountPayments(site: Site): void {
  for (const [path, hasRows] of [
    ['/money', true],
    ['/money/none', false],
  ] as const) {
    site.route(path, (request, response) => {
      const method = new URLSearchParams(request.url?.split('?')[1]).get('Method') ?? '';
      const sums = { balance: '0.00', this_year: { total_payout: '1' }, alltime: { total_payout: '1' } };
      const data = method in rows ? (hasRows ? rows[method] : []) : sums;
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } }));
    });
  }
}

const payments = (attributes: string) => `<hasoffers-payments loading="eager" ${attributes}></hasoffers-payments>`;

export const paymentsPage: PseudoPage = {
  tag: 'hasoffers-payments',
  mount(harness) {
    mountSignedIn(harness);
    mountPayments(harness.site);
  },
  body: [
    payments('endpoint="/money" show="balance totals invoices receipts"'),
    payments('endpoint="/money" show="invoices receipts" layout="table"'),
    payments('endpoint="/money/none"'),
    payments('endpoint="/money/none" show="receipts"'),
    payments('endpoint="/fail/permission"'),
  ].join(''),
  states: ['ready', 'ready', 'empty', 'empty', 'error'],
  show: () => Promise.resolve(['Lamp Shop', 'USD']),
};
