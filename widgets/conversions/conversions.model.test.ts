import { type Signal, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient, ApiRequest } from '../../shared/api/request.js';
import type { CommonAttributes } from '../../shared/element/common-attributes.js';
import { createConversionsModel } from './conversions.model.js';
import type { ConversionsAttributes } from './conversions.types.js';

const now = Date.parse('2026-03-15T18:00:00Z');
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

type Attributes = ConversionsAttributes & CommonAttributes;

const defaults: ConversionsAttributes = {
  period: '7d',
  from: null,
  to: null,
  timeZone: 'America/New_York',
  offerIds: [],
  fields: ['time', 'offer', 'status', 'payout', 'sub1'],
  status: [],
  pageSize: 3,
  pagination: 'pages',
  controls: [],
  download: false,
};

const toRow = (id: number, time = `2026-03-14 10:00:${String(60 - id).padStart(2, '0')}`) => ({
  Stat: {
    tune_event_id: `event-${id}`,
    datetime: time,
    offer_id: `${1 + (id % 2)}`,
    conversion_status: 'approved',
    payout: '1.50000',
    currency: 'EUR',
    affiliate_info1: 'member-1',
  },
  Offer: { name: `Offer ${1 + (id % 2)}` },
});
type Row = ReturnType<typeof toRow>;

const rows = (count: number): readonly Row[] => [...Array(count).keys()].map((index) => toRow(index + 1));

/** As the API pages a log. */
const paged =
  (all: readonly Row[], members: object = {}) =>
  ({ params }: ApiRequest<unknown>) => {
    const limit = Number(params.limit);
    const page = Number(params.page);
    const data = all.slice((page - 1) * limit, page * limit);
    return { page, count: all.length, pageCount: Math.ceil(all.length / limit), data, ...members };
  };

/** A model on a network that answers so. */
async function load(attributes: Partial<ConversionsAttributes>, answer: (request: ApiRequest<unknown>) => unknown) {
  const requests: ApiRequest<unknown>[] = [];
  const client: ApiClient = {
    async send(request) {
      requests.push(request);
      return request.decode(answer(request));
    },
  };
  const given = signal({ ...defaults, ...attributes } as Attributes) as Signal<Attributes>;
  const model = createConversionsModel({ attributes: given, client: () => client }, () => now);
  model.start();
  await settled();
  return { model, requests, given, data: () => model.state.value.data };
}

const ids = (data: { readonly conversions: readonly { readonly id: string }[] } | undefined) =>
  data?.conversions.map(({ id }) => Number(id.replace('event-', '')));

describe('a request', () => {
  it('has a limit, newest first, and one range of days in parameters and filter', async () => {
    const { requests } = await load({}, paged(rows(2)));
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ target: 'Affiliate_Report', method: 'getConversions' });
    expect(requests[0]?.params).toEqual({
      fields: [
        ...['Stat.datetime', 'Stat.offer_id', 'Offer.name', 'Stat.conversion_status', 'Stat.payout'],
        ...['Stat.currency', 'Stat.affiliate_info1', 'Stat.tune_event_id'],
      ],
      filters: {
        'Stat.datetime': { conditional: 'BETWEEN', values: ['2026-03-09 00:00:00', '2026-03-15 23:59:59'] },
        'Stat.offer_id': false,
        'Stat.conversion_status': false,
      },
      data_start: '2026-03-09',
      data_end: '2026-03-15',
      sort: { 'Stat.datetime': 'desc' },
      limit: 3,
      page: 1,
    });
  });

  it('filters by a list, of one value, too', async () => {
    const { requests, model } = await load({ offerIds: ['4', '7'], status: ['approved'] }, paged(rows(2)));
    const filters = () => requests.at(-1)?.params.filters;
    expect(filters()).toMatchObject({
      'Stat.offer_id': { conditional: 'EQUAL_TO', values: ['4', '7'] },
      'Stat.conversion_status': { conditional: 'EQUAL_TO', values: ['approved'] },
    });
    model.choose({ offer: '7', status: 'rejected' });
    await settled();
    expect(requests).toHaveLength(2);
    expect(filters()).toMatchObject({
      'Stat.offer_id': { values: ['7'] },
      'Stat.conversion_status': { values: ['rejected'] },
    });
  });

  it.each([
    ['what there is of the year', { period: 'year' as const }, '2026-01-01', '2026-03-15'],
    ['with tomorrow, which it may be there', { from: '2025-01-01', timeZone: null }, '2025-12-14', '2026-03-16'],
    ['the last ones of two years', { from: '2024-01-01', to: '2025-12-31' }, '2025-09-30', '2025-12-31'],
  ])('is about 93 days at most: %s', async (_, attributes, from, to) => {
    const { requests } = await load(attributes, paged(rows(1)));
    expect(requests[0]?.params).toMatchObject({ data_start: from, data_end: to });
  });

  it('reaches into tomorrow where the zone of the network is not known, and says so when there is something', async () => {
    const ahead = await load({ timeZone: null }, paged([toRow(1, '2026-03-16 01:00:00')]));
    expect(ahead.requests[0]?.params).toMatchObject({ data_start: '2026-03-09', data_end: '2026-03-16' });
    expect(ahead.data()?.range).toEqual({ from: '2026-03-09', to: '2026-03-16' });
    const same = await load({ timeZone: null, period: '90d' }, paged(rows(1)));
    expect(same.requests[0]?.params).toMatchObject({ data_start: '2025-12-16', data_end: '2026-03-16' });
    expect(same.data()?.range).toEqual({ from: '2025-12-16', to: '2026-03-15' });
  });
});

describe('what comes', () => {
  it('is decoded, whatever is missing', async () => {
    const bare = { Stat: { datetime: '0000-00-00', payout: null, currency: null, conversion_status: null } };
    const { data } = await load({}, () => ({ data: [toRow(1), bare, 'nonsense'] }));
    expect(data()?.conversions).toEqual([
      {
        id: 'event-1',
        time: '2026-03-14 10:00:59',
        offer: { id: '2', name: 'Offer 2' },
        status: 'approved',
        payout: 1.5,
        currency: 'EUR',
        country: '',
        goal: '',
        source: '',
        subIds: ['member-1', '', '', '', ''],
      },
      expect.objectContaining({ id: '', time: '', payout: null, currency: null, status: '' }),
    ]);
  });

  it('is in order, as a map too', async () => {
    const map = { 7: toRow(3), 12: toRow(1), 9: toRow(2) };
    const { data } = await load({}, () => ({ count: 3, pageCount: 1, data: map }));
    expect(ids(data())).toEqual([1, 2, 3]);
  });

  it.each([[[]], [{ count: 0, pageCount: 0, data: [] }], [false]])('is empty: %j', async (answer) => {
    const { model } = await load({}, () => answer);
    expect(model.state.value).toMatchObject({ status: 'empty', data: { conversions: [], hasNext: false } });
  });

  it('is one page, also where a network ignores the limit', async () => {
    const { data, model } = await load({}, () => rows(7));
    expect(ids(data())).toEqual([1, 2, 3]);
    expect(data()).toMatchObject({ total: 7, hasNext: true });
    model.goToPage(3);
    await settled();
    expect(ids(data())).toEqual([7]);
  });

  it('says that fewer rows came than were counted', async () => {
    const page = (page: number, length: number) => ({ page, count: 8, pageCount: 3, data: rows(length) });
    const { data, model } = await load({}, ({ params }) => page(Number(params.page), 2));
    expect(data()?.cut).toEqual({ shown: 2, total: 3 });
    model.goToPage(3);
    await settled();
    expect(data()?.cut).toBeNull();
  });
});

describe('pages', () => {
  it('are one request each, and none when they were seen', async () => {
    const { model, data, requests } = await load({}, paged(rows(8)));
    expect(data()).toMatchObject({ page: 1, pageCount: 3, total: 8, hasNext: true, cut: null });
    model.goToPage(2);
    await settled();
    expect(ids(data())).toEqual([4, 5, 6]);
    model.goToPage(1);
    await settled();
    expect(ids(data())).toEqual([1, 2, 3]);
    expect(requests.map(({ params }) => params.page)).toEqual([1, 2]);
    await model.refresh();
    expect(requests.map(({ params }) => params.page)).toEqual([1, 2, 1]);
  });

  it('begin anew with another filter', async () => {
    const { model, requests } = await load({}, paged(rows(8)));
    model.goToPage(2);
    await settled();
    model.choose({ status: 'pending' });
    await settled();
    expect(requests.at(-1)?.params.page).toBe(1);
  });

  it('stay one below the other with "more", each conversion once', async () => {
    const all = [...rows(8)];
    const { model, data, requests } = await load({ pagination: 'more' }, (request) => paged(all)(request));
    all.unshift(toRow(0));
    model.goToPage(2);
    await settled();
    expect(ids(data())).toEqual([1, 2, 3, 4, 5]);
    expect(data()).toMatchObject({ page: 2, hasNext: true, cut: null });
    expect(requests.map(({ params }) => params.page)).toEqual([1, 2]);
  });

  it.each([
    ['a full page may have a next one', { count: null }, 1, true],
    ['a page that is not full has none', { count: null }, 3, false],
    ['a count knows better', { count: 9, data: rows(2) }, 1, true],
  ])('without a page count: %s', async (_, members, page, hasNext) => {
    const { model, data } = await load({}, paged(rows(8), { pageCount: null, ...members }));
    model.goToPage(page);
    await settled();
    expect(data()).toMatchObject({ page, pageCount: null, hasNext });
  });

  it('go back to the last one there is', async () => {
    const { model, data } = await load({}, paged(rows(6), { pageCount: null, count: null }));
    model.goToPage(2);
    await settled();
    expect(data()?.hasNext).toBe(true);
    model.goToPage(3);
    await settled();
    expect(ids(data())).toEqual([4, 5, 6]);
    expect(data()).toMatchObject({ page: 2, pageCount: 2, hasNext: false });
  });

  it('that fail leave the last one, and are tried again by another click', async () => {
    let fails = false;
    const { model, data } = await load({}, (request) => {
      if (fails) throw new ApiError('timeout', 'Too slow.');
      return paged(rows(8))(request);
    });
    fails = true;
    model.goToPage(2);
    await settled();
    expect(model.state.value).toMatchObject({ status: 'ready', error: { code: 'timeout' }, data: { page: 1 } });
    fails = false;
    model.goToPage(2);
    await settled();
    expect(ids(data())).toEqual([4, 5, 6]);
  });
});

it('offers to choose are those that conversions were seen of', async () => {
  const { model, requests } = await load({}, ({ params }) => ({
    data: (params.page === 1 ? [1, 2] : [3]).map((id) => ({ ...toRow(id), Offer: { name: id === 2 ? '' : 'Lamps' } })),
    pageCount: 2,
  }));
  model.goToPage(2);
  await settled();
  expect(model.knownOffers.value).toEqual([
    { id: '2', name: 'Lamps' },
    { id: '1', name: '1' },
  ]);
  expect(requests).toHaveLength(2);
});
