import { expect, it } from 'vitest';
import { defineWidget } from '../../shared/element/define-widget.js';
import { createTestPage } from '../../shared/element/test-page.js';
import { payments } from './payments.js';

const amount = '-1234567.89000';
const invoice = (id: number, status: object) => ({
  AffiliateInvoice: {
    id: `${id}`,
    amount,
    currency: null,
    start_date: '2026-09-01',
    end_date: '2026-09-30',
    datetime: '2026-10-01 00:05:00',
    memo: 'Made twice by the import of the old accounts',
    ...status,
  },
});
const invoices = [
  invoice(1001, { is_paid: '1', status: 'active' }),
  invoice(1002, { is_paid: '0', status: 'active' }),
  invoice(1003, { is_paid: '0', status: 'deleted' }),
];
const receipt = { id: '9', amount, currency: null, date: '2026-09-26', method: 'wire', status: 'success', memo: '' };
const answers: Readonly<Record<string, unknown>> = {
  getAccountBalance: { balance: amount },
  getPayoutTotals: { this_year: { total_payout: amount }, alltime: { total_payout: amount } },
  findAllInvoices: { count: 3, pageCount: 1, data: invoices },
  findAllReceipts: { count: 1, pageCount: 1, data: [{ AffiliateReceipt: receipt }] },
};
const page = createTestPage(({ method }) => answers[method]);
// The session has tests of its own.
const { signedIn: _, ...publicPayments } = payments;
defineWidget(publicPayments, page);

const column = document.createElement('div');
// A wide font.
column.style.fontFamily = 'Verdana, "DejaVu Sans"';

const textBox = (element: Element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
};
const overlap = (one: DOMRect, other: DOMRect) =>
  one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;

it.each([
  ['ar', 'JOD'],
  ['de-CH', 'CHF'],
  ['en-US', 'USD'],
  ['fr', 'TND'],
  ['hu', 'HUF'],
])('amounts are whole, and nothing lies upon them, in %s', async (lang, currency) => {
  const element = document.createElement('hasoffers-payments') as HTMLElement & { readonly ready: Promise<void> };
  const given = { lang, currency, loading: 'eager', show: 'balance invoices receipts totals' };
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  column.replaceChildren(element);
  document.body.append(column);
  await element.ready;
  const all = (root: ParentNode | null, selector: string) => [...(root?.querySelectorAll(selector) ?? [])];
  for (const width of [288, 320, 376, 480, 620]) {
    column.style.width = `${width}px`;
    const { left, right } = element.getBoundingClientRect();
    const sums = all(element.shadowRoot, '.sum > :first-child');
    expect(sums).toHaveLength(3);
    for (const sum of sums) {
      const box = textBox(sum);
      const isOneLine = box.height < 1.5 * Number.parseFloat(getComputedStyle(sum).fontSize);
      expect([isOneLine, box.left >= left, box.right <= right], `${sum.textContent}, ${width} px`).toEqual([
        true,
        true,
        true,
      ]);
    }
    const rows = all(element.shadowRoot, '[part=row]');
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const texts = all(row, 'time, .kind, .state, [part=amount] span');
      const boxes = texts.map(textBox);
      const upon = texts.filter((_, one) =>
        boxes.some((box, other) => other > one && overlap(box, boxes[one] as DOMRect)),
      );
      expect(
        upon.map(({ textContent }) => textContent),
        `${width} px`,
      ).toEqual([]);
      expect(
        boxes.filter((box) => box.left < left || box.right > right),
        `${width} px`,
      ).toEqual([]);
    }
  }
});
