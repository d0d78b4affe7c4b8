import { type Signal, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient, ApiRequest } from '../../shared/api/request.js';
import type { CommonAttributes } from '../../shared/element/common-attributes.js';
import { createPaymentsModel } from './payments.model.js';
import type { PaymentsAttributes } from './payments.types.js';

const now = Date.parse('2026-03-15T12:00:00Z');
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

type Attributes = PaymentsAttributes & CommonAttributes;
const defaults = { show: ['balance', 'invoices'], layout: 'card', pageSize: 10, pagination: 'pages' } as const;

const invoice = (id: number) => ({
  AffiliateInvoice: {
    id,
    amount: '10.00',
    currency: 'USD',
    start_date: '2026-01-01',
    end_date: '2026-01-31',
    is_paid: 1,
  },
});
const invoices = Array.from({ length: 25 }, (_, index) => invoice(index + 1));

/** A network by method; each value is a response or throws. */
const network = () => {
  const answers = {
    getAccountBalance: (): unknown => ({ balance: '12.50' }),
    getPayoutTotals: (): unknown => ({ this_year: { total_payout: '5' }, alltime: { total_payout: '9' } }),
    findAllInvoices({ limit, page }: { limit: number; page: number }): unknown {
      const newest = [...invoices].reverse();
      return {
        count: newest.length,
        pageCount: Math.ceil(newest.length / limit),
        data: newest.slice(limit * (page - 1), limit * page),
      };
    },
    findAllReceipts: (_: { limit: number; page: number }): unknown => [],
  };
  const requests: ApiRequest<unknown>[] = [];
  const client: ApiClient = {
    async send(request) {
      requests.push(request);
      const answer = answers[request.method as keyof typeof answers] as (params: unknown) => unknown;
      return request.decode(await answer(request.params));
    },
  };
  return { answers, requests, client };
};

async function load(changes: Partial<PaymentsAttributes> = {}, own = network()) {
  const attributes = signal({ ...defaults, ...changes } as unknown as Attributes) as Signal<Attributes>;
  const usedClient = signal(own.client);
  const model = createPaymentsModel({ attributes, client: () => usedClient.value }, () => now);
  model.start();
  await settled();
  const set = async (next: Partial<PaymentsAttributes>) => {
    attributes.value = { ...attributes.value, ...next };
    await settled();
  };
  return { model, set, usedClient, ...own };
}

const fail = (code: 'timeout' | 'permission' | 'signed-out') => (): never => {
  throw new ApiError(code, code);
};
const methods = (requests: readonly ApiRequest<unknown>[]) => requests.map(({ method }) => method);

describe('requests', () => {
  it('are one for each part that is shown', async () => {
    const { requests, model, set } = await load();
    expect(methods(requests)).toEqual(['getAccountBalance', 'findAllInvoices']);
    expect(model.state.value).toMatchObject({
      status: 'ready',
      data: { balance: { value: 12.5 }, totals: null, receipts: null, invoices: { total: 25, pageCount: 3, page: 1 } },
    });
    await set({ show: ['totals', 'balance', 'invoices'] });
    await set({ show: ['totals'] });
    await set({ layout: 'inline' });
    expect(methods(requests).slice(2)).toEqual(['getPayoutTotals']);
    expect(model.state.value.data).toMatchObject({ balance: { value: 12.5 }, totals: null, invoices: null });
  });

  it('is one for the line with the balance alone', async () => {
    const { requests } = await load({ layout: 'inline', show: ['invoices', 'receipts'] });
    expect(methods(requests)).toEqual(['getAccountBalance']);
  });

  it('are those of the default where nothing that is known is to be shown', async () => {
    expect(methods((await load({ show: [] })).requests)).toEqual(['getAccountBalance', 'findAllInvoices']);
  });

  it('name the year of the totals', async () => {
    const { requests } = await load({ show: ['totals'] });
    expect(requests[0]?.params).toMatchObject({ timeframes: { 0: { start_date: '2026-01-01' } } });
  });

  it('are made again by a refresh, all of them', async () => {
    const { requests, model } = await load();
    await model.refresh();
    expect(requests).toHaveLength(4);
  });
});

describe('pages', () => {
  const ids = (model: Awaited<ReturnType<typeof load>>['model']) =>
    model.state.value.data?.invoices?.rows.map(({ id }) => Number(id));

  it('are one request each, and none when they come back', async () => {
    const { requests, model } = await load();
    model.goToPage('invoices', 3);
    expect(model.state.value).toMatchObject({ status: 'loading', data: { invoices: { page: 1 } } });
    await settled();
    expect(ids(model)).toEqual([5, 4, 3, 2, 1]);
    model.goToPage('invoices', 1);
    await settled();
    expect(ids(model)?.[0]).toBe(25);
    expect(methods(requests)).toEqual(['getAccountBalance', 'findAllInvoices', 'findAllInvoices']);
  });

  it('stay below each other where more is added', async () => {
    const { requests, model } = await load({ pagination: 'more' });
    model.goToPage('invoices', 2);
    await settled();
    expect(ids(model)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
    expect(requests).toHaveLength(3);
  });

  it('begin anew with another size', async () => {
    const { model, set } = await load();
    model.goToPage('invoices', 2);
    await set({ pageSize: 5 });
    expect(ids(model)).toEqual([25, 24, 23, 22, 21]);
  });

  it('are cut here where the network sends all rows', async () => {
    const own = network();
    own.answers.findAllInvoices = () => Object.fromEntries(invoices.map((row) => [row.AffiliateInvoice.id, row]));
    const { model } = await load({}, own);
    expect(model.state.value.data?.invoices).toMatchObject({ page: 1, pageCount: 3, total: 25 });
    model.goToPage('invoices', 3);
    await settled();
    expect(ids(model)).toEqual([5, 4, 3, 2, 1]);
  });

  it('end where an empty one comes, if the network does not count', async () => {
    const own = network();
    own.answers.findAllInvoices = ({ page }) => ({ pageCount: null, data: page === 1 ? invoices.slice(0, 10) : [] });
    const { model } = await load({}, own);
    expect(model.state.value.data?.invoices?.pageCount).toBeNull();
    model.goToPage('invoices', 2);
    await settled();
    expect(model.state.value.data?.invoices).toMatchObject({ page: 1, pageCount: 1 });
  });
});

describe('a part that fails', () => {
  it('does not hide the others, and is the error of the whole', async () => {
    const own = network();
    own.answers.findAllInvoices = fail('timeout');
    const { model, requests } = await load({}, own);
    expect(model.state.value).toMatchObject({
      status: 'ready',
      data: { balance: { value: 12.5 }, invoices: null },
      error: { code: 'timeout' },
      loadedAt: undefined,
    });
    own.answers.findAllInvoices = () => [];
    model.retry();
    await settled();
    expect(model.state.value).toMatchObject({ status: 'ready', error: undefined, data: { invoices: { rows: [] } } });
    expect(methods(requests)).toEqual(['getAccountBalance', 'findAllInvoices', 'findAllInvoices']);
  });

  it('does not hold up the others', async () => {
    const own = network();
    let answer: (data: unknown) => void = () => {};
    own.answers.findAllInvoices = () => new Promise((resolve) => (answer = resolve));
    const { model } = await load({}, own);
    expect(model.state.value.status).toBe('loading');
    expect(model.parts.value).toMatchObject({ balance: { data: { value: 12.5 } }, invoices: { isLoading: true } });
    answer([]);
    await settled();
    expect(model.state.value.status).toBe('ready');
  });

  it('keeps its old data, with the time of that', async () => {
    const { model, answers } = await load();
    answers.findAllInvoices = fail('timeout');
    await model.refresh();
    expect(model.state.value).toMatchObject({ status: 'ready', error: { code: 'timeout' }, loadedAt: now });
    expect(model.state.value.data?.invoices?.rows).toHaveLength(10);
  });

  it('is all there is to say where no part has data', async () => {
    const own = network();
    own.answers.findAllInvoices = fail('permission');
    own.answers.getAccountBalance = fail('permission');
    expect((await load({}, own)).model.state.value).toMatchObject({ status: 'error', error: { code: 'permission' } });
  });

  it('hides everything where nobody is signed in any more', async () => {
    const own = network();
    own.answers.findAllInvoices = fail('signed-out');
    expect((await load({}, own)).model.state.value).toMatchObject({ status: 'error', error: { code: 'signed-out' } });
  });
});

describe('nothing', () => {
  it.each([
    [{}, '0.00', 'empty'],
    [{ show: ['balance', 'invoices', 'receipts'] }, '0.00', 'empty'],
    [{}, '3.00', 'ready'],
    [{ show: ['balance'] }, '0.00', 'ready'],
    [{ layout: 'inline' }, '0.00', 'ready'],
  ] as const)('with %j and a balance of %s is %s', async (changes, balance, status) => {
    const own = network();
    own.answers.findAllInvoices = () => [];
    own.answers.getAccountBalance = () => ({ balance });
    const { model } = await load(changes, own);
    expect(model.state.value.status).toBe(status);
    expect(model.state.value.data?.balance).toEqual({ currency: null, value: Number(balance) });
  });
});

it('shows nothing of an account while another one is loaded, nor after that failed', async () => {
  const { model, usedClient } = await load();
  const other = network();
  other.answers.getAccountBalance = fail('timeout');
  other.answers.findAllInvoices = fail('timeout');
  usedClient.value = other.client;
  expect([model.state.value.status, model.state.value.data]).toEqual(['loading', undefined]);
  await settled();
  expect([model.state.value.status, model.state.value.data]).toEqual(['error', undefined]);
  expect(model.parts.value.balance.data).toBeUndefined();
});
