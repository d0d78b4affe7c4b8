import { type Signal, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { ApiClient, ApiRequest } from '../../shared/api/request.js';
import type { CommonAttributes } from '../../shared/element/common-attributes.js';
import { createStatsModel } from './stats.model.js';
import type { StatsAttributes } from './stats.types.js';

const now = Date.parse('2026-03-15T18:00:00Z');
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

type Attributes = StatsAttributes & CommonAttributes;

const defaults = {
  period: '7d',
  from: null,
  to: null,
  compare: 'previous',
  metrics: ['clicks', 'conversions', 'payout', 'epc'],
  layout: 'card',
  groupBy: null,
  rows: 10,
  controls: [],
  offerIds: [],
  timeZone: 'America/New_York',
} as const;

interface WireRow {
  readonly date?: string;
  readonly offer?: string;
  readonly clicks?: number;
  readonly conversions?: number;
  readonly payout?: string;
  readonly currency?: string | null;
}

const toWire = ({ date, offer, clicks = 10, conversions = 1, payout = '1.00000', currency = 'USD' }: WireRow) => ({
  Stat: {
    ...(date && { date }),
    ...(offer && { offer_id: offer }),
    impressions: '1000',
    clicks: String(clicks),
    conversions: String(conversions),
    payout,
    currency,
  },
  ...(offer && { Offer: { name: `Offer ${offer}` } }),
});

/** A model on a network with these rows by day, and these by offer. */
async function load(attributes: Partial<StatsAttributes>, days: readonly WireRow[], offers: readonly WireRow[] = []) {
  const requests: ApiRequest<unknown>[] = [];
  const client: ApiClient = {
    async send(request) {
      requests.push(request);
      const isByDay = (request.params.groups as readonly string[]).includes('Stat.date');
      const rows = (isByDay ? days : offers).map(toWire);
      return request.decode({ page: 1, count: rows.length, pageCount: 1, data: rows });
    },
  };
  const given = signal({ ...defaults, ...attributes } as unknown as Attributes) as Signal<Attributes>;
  const model = createStatsModel({ attributes: given, client: () => client }, () => now);
  model.start();
  await settled();
  return { model, requests, given };
}

const filterOf = (request: ApiRequest<unknown> | undefined) => request?.params.filters;

describe('the figures', () => {
  it('fill in quiet days, add payouts exactly, and make ratios of sums', async () => {
    const { model } = await load({}, [
      { date: '2026-03-10', clicks: 3, conversions: 1, payout: '0.10000' },
      { date: '2026-03-12', clicks: 7, conversions: 1, payout: '0.20000' },
    ]);
    const data = model.state.value.data;
    expect(data?.days.map(({ date, clicks }) => [date, clicks])).toEqual([
      ['2026-03-09', 0],
      ['2026-03-10', 3],
      ['2026-03-11', 0],
      ['2026-03-12', 7],
      ['2026-03-13', 0],
      ['2026-03-14', 0],
      ['2026-03-15', 0],
    ]);
    expect(data?.totals).toMatchObject({
      clicks: 10,
      payout: [{ currency: 'USD', value: 0.3 }],
      epc: { currency: 'USD', value: 0.03 },
      conversionRate: 20,
      ctr: 0.5,
    });
    expect(data?.days[0]).toMatchObject({ epc: null, conversionRate: null, ctr: null });
  });

  it('keep currencies apart, and have no ratio of mixed money', async () => {
    const { model } = await load({}, [
      { date: '2026-03-10', payout: '5.00000', currency: 'EUR' },
      { date: '2026-03-10', payout: '7.00000', currency: 'USD' },
    ]);
    expect(model.state.value.data).toMatchObject({
      currencies: ['USD', 'EUR'],
      totals: {
        payout: [
          { currency: 'USD', value: 7 },
          { currency: 'EUR', value: 5 },
        ],
        epc: null,
      },
    });
  });

  it('compare whole days only', async () => {
    const { model } = await load({}, [
      { date: '2026-03-15', clicks: 100 },
      { date: '2026-03-14', clicks: 8 },
      { date: '2026-03-08', clicks: 50 },
      { date: '2026-03-07', clicks: 4 },
    ]);
    expect(model.state.value.data).toMatchObject({
      previousRange: { from: '2026-03-02', to: '2026-03-08' },
      previous: { totals: { clicks: 54 } },
      comparison: { current: { clicks: 8 }, previous: { clicks: 4 } },
    });
  });

  it('say that not all rows were sent', async () => {
    const client: ApiClient = {
      send: async (request) => request.decode({ count: 180, data: [toWire({ date: '2026-03-14' })] }),
    };
    const given = signal({ ...defaults } as unknown as Attributes);
    const model = createStatsModel({ attributes: given, client: () => client }, () => now);
    model.start();
    await settled();
    expect(model.state.value.data?.cut).toEqual({ shown: 1, total: 180 });
  });

  it('are empty without any activity', async () => {
    const { model } = await load({}, []);
    expect(model.state.value.status).toBe('empty');
  });

  it('begin with the month of the network, where it is another one than the visitor has', async () => {
    const { model, requests } = await load({ period: 'month', timeZone: null, from: null }, [{ date: '2026-03-14' }]);
    // The network is a day behind: it has figures of yesterday and none of today.
    expect(model.state.value.data).toMatchObject({
      today: '2026-03-14',
      range: { from: '2026-03-01', to: '2026-03-14' },
    });
    expect(requests).toHaveLength(1);
  });
});

describe('requests', () => {
  it('are one, with the filter and the dates that belong together', async () => {
    const { requests } = await load({}, [{ date: '2026-03-10' }]);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.params).toMatchObject({ data_start: '2026-03-01', data_end: '2026-03-16', limit: 2500 });
    expect(filterOf(requests[0])).toMatchObject({
      'Stat.date': { conditional: 'BETWEEN', values: ['2026-03-01', '2026-03-16'] },
    });
  });

  it('are two with groups, whose remainder is one row', async () => {
    const { model, requests } = await load(
      { groupBy: 'offer', rows: 1 },
      [{ date: '2026-03-10', clicks: 10, payout: '9.00000' }],
      [{ offer: '4', clicks: 6, payout: '5.00000' }],
    );
    expect(requests).toHaveLength(2);
    expect(requests[1]?.params).toMatchObject({
      limit: 1,
      totals: 1,
      data_start: '2026-03-09',
      data_end: '2026-03-15',
    });
    expect(model.state.value.data?.groups).toMatchObject([
      { key: '4', label: 'Offer 4', clicks: 6, payout: [{ value: 5 }] },
      { key: null, clicks: 4, payout: [{ value: 4 }] },
    ]);
  });

  it('are none for months, another layout, or days that are loaded', async () => {
    const { model, requests, given } = await load({ period: '30d' }, [{ date: '2026-03-10' }, { date: '2026-02-20' }]);
    model.choose({ groupBy: 'month' });
    await settled();
    expect(model.state.value.data?.groups?.map(({ key }) => key)).toEqual(['2026-03', '2026-02']);
    given.value = { ...given.value, layout: 'chart' };
    model.choose({ metric: 'clicks', period: '7d' });
    await settled();
    expect(model.state.value.data?.range).toEqual({ from: '2026-03-09', to: '2026-03-15' });
    expect(requests).toHaveLength(1);
  });

  it('are made again by a refresh', async () => {
    const { model, requests } = await load({}, [{ date: '2026-03-10' }]);
    await model.refresh();
    expect(requests).toHaveLength(2);
  });
});
