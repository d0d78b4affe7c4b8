import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { all, one, showElement, type TestedElement, texts } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { payments } from './payments.js';

interface Answers {
  [method: string]: (params: { readonly [name: string]: unknown }) => unknown;
}

const invoice = (id: number, changes: object = {}) => ({
  AffiliateInvoice: {
    id: `${id}`,
    amount: '1204.50',
    currency: 'USD',
    start_date: '2026-06-01',
    end_date: '2026-06-30',
    datetime: '2026-07-01 00:05:00',
    is_paid: '1',
    memo: '',
    status: 'active',
    ...changes,
  },
});
const receipt = (id: number, changes: object = {}) => ({
  AffiliateReceipt: {
    id: `${id}`,
    amount: '99.00',
    currency: 'EUR',
    date: '2026-07-26',
    method: 'wire',
    status: 'success',
    memo: 'Thank you',
    payment_info: '{"iban":"XX00SMPL00000000123456"}',
    transaction_id: 'TX-1',
    ...changes,
  },
});
const many = Array.from({ length: 25 }, (_, index) => invoice(25 - index));
const pageOf = (rows: readonly object[]) => (params: { readonly [name: string]: unknown }) => {
  const [limit, number] = [Number(params.limit), Number(params.page)];
  const data = rows.slice(limit * (number - 1), limit * number);
  return { count: rows.length, pageCount: Math.ceil(rows.length / limit), data };
};
const usual: Answers = {
  getAccountBalance: () => ({ balance: '1204.50' }),
  getPayoutTotals: () => ({ this_year: { total_payout: '10.00' }, alltime: { total_payout: '20.00' } }),
  findAllInvoices: pageOf(many),
  findAllReceipts: pageOf([receipt(9), receipt(8, { method: 'paypal' })]),
};
let answers: Answers = usual;
const page = createTestPage(({ method, params }) => answers[method]?.(params));
// The session has tests of its own.
const { signedIn: _, ...publicPayments } = payments;
defineWidget(publicPayments, page);

afterEach(() => {
  document.body.replaceChildren();
  page.requests.length = 0;
  answers = usual;
});

const show = (attributes: Record<string, string> = {}) =>
  showElement('hasoffers-payments', { lang: 'en-US', currency: 'USD', ...attributes });

const fail = (code: 'timeout' | 'permission') => () => Promise.reject(new ApiError(code, code));
const eventsOf = (element: Element) => {
  const events: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['hasoffers-load', 'hasoffers-error']) {
    element.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  }
  return events;
};

describe('the sums', () => {
  it('are called what they are, with what is not in them', async () => {
    const element = await show({ show: 'balance totals' });
    expect(texts(element, 'dt')).toEqual(['Open invoices', 'Paid this year', 'Paid in total']);
    expect(texts(element, 'dd')).toEqual(['$1,204.50', '$10.00', '$20.00']);
    expect(one(element, '[part=note]').textContent).toContain('those of today, are not included');
  });

  it('stand in one line', async () => {
    const element = await show({ layout: 'inline' });
    expect(one(element, 'dl').textContent).toMatch(/^Open invoices\$1,204\.50 Earnings/);
    expect(all(element, 'table')).toHaveLength(0);
  });
});

describe('a table', () => {
  it('has a caption, headings with scope, and reads in order', async () => {
    const element = await show({ 'page-size': '1' });
    expect(one(element, '[part=table]').textContent).toBe(
      'InvoicesPeriodStatusAmountJun 1, 2026 \u2013 Jun 30, 2026Invoice 25Paid$1,204.50',
    );
    expect(all(element, 'thead th').map((cell) => cell.getAttribute('scope'))).toEqual(['col', 'col', 'col']);
    expect(all(element, 'tbody th').map((cell) => cell.getAttribute('scope'))).toEqual(['row']);
  });

  it('has a column for everything', async () => {
    const element = await show({ layout: 'table', show: 'invoices receipts', 'page-size': '2' });
    expect(texts(element, '[part=table]:first-child thead')).toEqual([
      'PeriodInvoiceIssuedNoteStatusAmount',
      'DateMethodNoteStatusAmount',
    ]);
    expect(texts(element, 'tr[part=row]').slice(1)).toEqual([
      'Jun 1, 2026 \u2013 Jun 30, 202624Jul 1, 2026Paid$1,204.50',
      'Jul 26, 2026Wire transferThank youCompleted€99.00',
      'Jul 26, 2026PayPalThank youCompleted€99.00',
    ]);
  });

  it('tells what is taken back by a word and a real minus', async () => {
    answers = { ...usual, findAllInvoices: () => [invoice(1, { amount: '-42.10', is_paid: '0' })] };
    const element = await show();
    expect(texts(element, '[part=amount]')).toEqual(['\u2212$42.10 Deduction']);
    expect(texts(element, '[part=status]')).toEqual(['Unpaid']);
  });

  it('never adds amounts of two currencies, and shows each as exact as it came', async () => {
    const rows = [invoice(1, { amount: '5.00', currency: 'EUR' }), invoice(2, { amount: '7.125', currency: 'USD' })];
    answers = { ...usual, findAllInvoices: () => [...rows, invoice(3, { amount: '0.00', currency: null })] };
    const element = await show();
    expect(texts(element, '[part=amount]')).toEqual(['$0.00', '$7.125', '€5.00']);
    expect(element.shadowRoot?.textContent).not.toMatch(/12\.1/);
  });

  it('says that an invoice was canceled', async () => {
    answers = { ...usual, findAllInvoices: () => [invoice(1, { status: 'deleted' })] };
    const element = await show();
    expect(texts(element, '[part=status]')).toEqual(['Canceled']);
    expect(texts(element, '[part=amount] s')).toEqual(['$1,204.50']);
  });

  it('shows remarks as text and no bank data', async () => {
    const memo = '<img src=x onerror="hit=1">Returned &lt;b&gt;';
    answers = { ...usual, findAllInvoices: () => [invoice(1, { memo })] };
    const element = await show({ show: 'invoices receipts' });
    const events = eventsOf(element);
    await element.refresh();
    expect(texts(element, '.remark')[0]).toBe('Returned <b>');
    expect(all(element, 'img')).toHaveLength(0);
    expect(JSON.stringify(events) + element.shadowRoot?.textContent).not.toMatch(/IBAN|SMPL|TX-1/i);
  });

  it('has words of the network for what it does not know', async () => {
    const unknown = receipt(1, { method: 'carrier_pigeon', status: 'returned', date: '', memo: '' });
    answers = { ...usual, findAllReceipts: () => [unknown] };
    const element = await show({ show: 'receipts' });
    expect(texts(element, 'tr[part=row]')).toEqual(['\u2013carrier pigeonreturned€99.00']);
  });
});

describe('pages', () => {
  it('keep the focus, and are announced', async () => {
    const element = await show();
    const next = one(element, '[part=next]');
    await userEvent.click(next);
    await expect.poll(() => texts(element, '[part=count]')).toEqual(['11\u201320 of 25']);
    expect(element.shadowRoot?.activeElement).toBe(next);
    expect(one(element, '[role=status]').textContent).toBe('Invoices: 11\u201320 of 25');
    expect(page.requests).toHaveLength(3);
  });

  it('keep the pager in its place on a short last page', async () => {
    const element = await show();
    element.style.width = '60em';
    const before = one(element, '[part=pager]').getBoundingClientRect().y;
    await userEvent.click(one(element, '[aria-label="Page 3"]'));
    await expect.poll(() => all(element, 'tr[part=row]').length).toBe(5);
    expect(one(element, '[part=pager]').getBoundingClientRect().y).toBe(before);
  });

  it('come by a button', async () => {
    const element = await show({ pagination: 'more' });
    await userEvent.click(one(element, '[part=pager]'));
    await expect.poll(() => all(element, 'tr[part=row]').length).toBe(20);
  });

  it('keep the one that is here when the next one fails', async () => {
    const element = await show();
    answers = { ...usual, findAllInvoices: fail('timeout') };
    await userEvent.click(one(element, '[part=next]'));
    await expect.poll(() => texts(element, '[part=stale]').length).toBe(1);
    expect(texts(element, '[part=count]')).toEqual(['1\u201310 of 25']);
    answers = usual;
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => texts(element, '[part=count]')).toEqual(['11\u201320 of 25']);
  });
});

describe('the element', () => {
  it('shows the others when a part fails, fires one error, and recovers', async () => {
    answers = { ...usual, findAllReceipts: fail('timeout') };
    const element = document.createElement('hasoffers-payments') as TestedElement;
    const events = eventsOf(element);
    element.setAttribute('show', 'balance receipts');
    element.setAttribute('loading', 'eager');
    document.body.append(element);
    await element.ready;
    expect(element.state).toBe('ready');
    expect(element.matches(':state(stale)')).toBe(true);
    expect(texts(element, '[part=balance-value]')).toEqual(['1,204.50']);
    expect(one(element, 'slot[name=error]').previousSibling?.textContent).toBe('Payments received');
    expect(events.map(({ type }) => type).sort()).toEqual(['hasoffers-error', 'hasoffers-load']);
    answers = usual;
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => texts(element, 'tr[part=row]').length).toBe(2);
    expect(element.matches(':state(stale)')).toBe(false);
    expect(events).toHaveLength(3);
  });

  it('renders an error, and recovers', async () => {
    answers = { getAccountBalance: fail('timeout'), findAllInvoices: fail('timeout') };
    const element = await show();
    expect(element.state).toBe('error');
    expect(all(element, '[part=error]')).toHaveLength(1);
    answers = usual;
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => element.state).toBe('ready');
  });

  it('says that the account may not see payments, without a retry', async () => {
    answers = { getAccountBalance: fail('permission'), findAllInvoices: fail('permission') };
    const element = await show();
    expect(texts(element, '[part=error]')).toEqual(['These payments are not open to this account.']);
    expect(all(element, '[part=retry]')).toHaveLength(0);
  });

  it('keeps old figures when a refresh fails', async () => {
    const element = await show();
    answers = { getAccountBalance: fail('timeout'), findAllInvoices: fail('timeout') };
    const events = eventsOf(element);
    await element.refresh();
    await expect.poll(() => texts(element, '[part=stale]').length).toBe(1);
    expect(texts(element, '[part=balance-value]')).toEqual(['$1,204.50']);
    expect(events.map(({ type }) => type)).toEqual(['hasoffers-error']);
  });

  it('is empty without an invoice, and shows the balance all the same', async () => {
    answers = { ...usual, findAllInvoices: () => [], getAccountBalance: () => ({ balance: '0.00' }) };
    const element = await show();
    expect(element.state).toBe('empty');
    expect(texts(element, '[part=balance-value]')).toEqual(['$0.00']);
    expect(texts(element, '[part=empty]')).toEqual(['No invoices yet.']);
  });

  it('says that one of two lists is empty', async () => {
    answers = { ...usual, findAllReceipts: () => [] };
    const element = await show({ show: 'invoices receipts' });
    expect(element.state).toBe('ready');
    expect(texts(element, '[part=empty]')).toEqual(['No payments yet.']);
  });

  it('follows its attributes, and stays as it is when it is moved', async () => {
    const element = await show();
    element.setAttribute('layout', 'table');
    await expect.poll(() => all(element, 'thead th').length).toBe(6);
    element.setAttribute('show', 'totals');
    await expect.poll(() => texts(element, 'dt')).toEqual(['Paid this year', 'Paid in total']);
    const moved = document.body.appendChild(document.createElement('div'));
    moved.append(element);
    await expect.poll(() => element.state).toBe('ready');
    expect(page.requests.map(({ method }) => method)).toEqual([
      'getAccountBalance',
      'findAllInvoices',
      'getPayoutTotals',
    ]);
  });

  it('writes as its language does', async () => {
    expect(texts(await show({ lang: 'de' }), '[part=balance-value]')).toEqual(['1.204,50\u00a0$']);
  });

  it.each(['card', 'table', 'inline'])('has no accessibility violation as %s', async (layout) => {
    expect(await findViolations(await show({ layout, show: 'balance totals invoices receipts' }))).toEqual([]);
  });
});
