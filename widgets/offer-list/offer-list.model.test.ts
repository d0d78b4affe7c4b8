import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import {
  createModel,
  createNetwork,
  ids,
  range,
  settled,
  shown,
  start,
  toPaged,
  toWhole,
  type WireOffer,
} from './test-offers.js';

/** A network that gives these offers page by page and does not filter. */
const paged = (offers: readonly WireOffer[]) =>
  createNetwork(({ params }) => toPaged(offers, Number(params.page), Number(params.limit)));

afterEach(() => void vi.useRealTimers());

describe('pages', () => {
  it('come with everything that is shown, in one call', async () => {
    const network = paged(range(50));
    const { model } = await start(network);
    expect(shown(model)).toMatchObject({ page: 1, pageCount: 3, total: 50 });
    expect(network.calls).toHaveLength(1);
    expect(network.calls[0]?.params).toMatchObject({
      limit: 20,
      page: 1,
      contain: ['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'],
    });
  });

  it('come without what is not shown', async () => {
    const network = paged(range(1));
    await start(network, { fields: ['payout'], link: 'none' });
    expect(network.calls[0]?.params.contain).toEqual([]);
  });

  it('begin at 1 again when an attribute changes', async () => {
    const network = paged(range(50));
    const { model, set } = await start(network);
    model.goToPage(3);
    await settled();
    set('payoutType', ['cpc']);
    await settled();
    expect(network.calls.at(-1)?.params).toMatchObject({ page: 1, filters: { payout_type: ['cpc'] } });
    expect(shown(model)).toMatchObject({ page: 1 });
  });

  it('begin at 1 again when the endpoint changes', async () => {
    const other = paged(range(90));
    const { model, setClient } = await start(paged(range(50)));
    model.goToPage(3);
    await settled();
    setClient(other.client);
    await settled();
    expect(shown(model)).toMatchObject({ page: 1, pageCount: 5 });
    expect(other.calls).toHaveLength(1);
  });

  it('are not loaded again when an attribute changes the appearance only', async () => {
    const network = paged(range(50));
    const { set } = await start(network);
    set('layout', 'table');
    set('affSub', 'blog');
    await settled();
    expect(network.calls).toHaveLength(1);
  });

  it('keep the requested order, whatever order the network returns', async () => {
    const names = ['Zinc', 'amber', 'Birch'].map((name, index) => ({ ...range(1, index + 1)[0], id: index + 1, name }));
    const { model } = await start(paged(names), { sort: 'name' });
    expect(shown(model)).toMatchObject({ ids: [2, 3, 1] });
  });

  it('stop at the last page when there are fewer than expected', async () => {
    const network = createNetwork(({ params }) => toPaged(range(params.page === 1 ? 60 : 20), params.page, 20));
    const { model } = await start(network);
    model.goToPage(3);
    await settled();
    expect(shown(model)).toMatchObject({ page: 1, ids: ids(20) });
  });

  it('continue without a known end until a page is not full', async () => {
    const network = createNetwork(({ params }) => ({
      data: toWhole(range(45).slice((params.page - 1) * 20, params.page * 20)),
    }));
    const { model } = await start(network);
    expect(shown(model)).toMatchObject({ page: 1, pageCount: null, total: null });
    model.goToPage(2);
    await settled();
    model.goToPage(3);
    await settled();
    expect(shown(model)).toMatchObject({ page: 3, ids: ids(5, 41) });
    model.goToPage(4);
    await settled();
    expect(shown(model)).toMatchObject({ page: 3, pageCount: 3, ids: ids(5, 41) });
  });

  it('accumulate with "Show more", each loaded once', async () => {
    const network = paged(range(50));
    const { model } = await start(network, { pagination: 'more' });
    model.goToPage(2);
    await settled();
    expect(shown(model)).toMatchObject({ page: 2, ids: ids(40) });
    model.goToPage(3);
    await settled();
    expect(shown(model)).toMatchObject({ page: 3, ids: ids(50) });
    expect(network.calls).toHaveLength(3);
  });

  it('come on a page whose old library has an Array.from of its own, which takes no function', async () => {
    const native = Array.from;
    const network = paged(range(50));
    const three = toPaged(range(3));
    const twoPages = ids(40);
    Array.from = ((list: ArrayLike<unknown>) => native(list)) as typeof Array.from;
    try {
      const { model } = await start(network, { pagination: 'more' });
      model.goToPage(2);
      await settled();
      expect(shown(model)).toMatchObject({ page: 2, ids: twoPages });
      const picked = await start(
        createNetwork(() => three),
        { ids: ['3', '1', '2'] },
      );
      expect(shown(picked.model)).toMatchObject({ ids: [3, 1, 2] });
    } finally {
      Array.from = native;
    }
  });

  it('never hold an offer twice, even if it moved from one to the next meanwhile', async () => {
    const network = createNetwork(({ params }) => toPaged(range(50, params.page === 1 ? 1 : 0), params.page, 20));
    const { model } = await start(network, { pagination: 'more' });
    model.goToPage(2);
    await settled();
    expect(new Set((shown(model) as { ids: number[] }).ids).size).toBe((shown(model) as { ids: number[] }).ids.length);
  });

  it('that fail keep the previous one shown, and are retried on demand', async () => {
    const network = createNetwork(({ params }, count) =>
      count === 2 ? new ApiError('network', 'No connection.') : toPaged(range(50), params.page, 20),
    );
    const { model } = await start(network);
    model.goToPage(2);
    await settled();
    expect(model.state.value).toMatchObject({ status: 'ready', error: { code: 'network' }, data: { page: 1 } });
    model.goToPage(2);
    await settled();
    expect(shown(model)).toMatchObject({ page: 2 });
    expect(model.state.value.error).toBeUndefined();
  });
});

describe('filters', () => {
  it('are sent to the network', async () => {
    const network = paged(range(50));
    const { model } = await start(network);
    model.goToPage(2);
    model.setFilters({ category: '4', country: 'GB', payoutType: 'cpc', sort: '-payout' });
    await settled();
    expect(network.calls.at(-1)?.params).toMatchObject({
      page: 1,
      filters: { 'OfferCategory.id': ['4'], 'Country.code': ['GB', 'UK'], payout_type: ['cpc'] },
      sort: { default_payout: 'desc' },
    });
  });

  it('restrict the list of the attributes and never widen it', async () => {
    const network = paged(range(50));
    const { model } = await start(network, { category: ['4', '7'] });
    expect(network.calls.at(-1)?.params.filters['OfferCategory.id']).toEqual(['4', '7']);
    model.setFilters({ category: '7' });
    await settled();
    expect(network.calls.at(-1)?.params.filters['OfferCategory.id']).toEqual(['7']);
    model.setFilters({ category: '', payoutType: 'cpc' });
    await settled();
    expect(network.calls.at(-1)?.params.filters['OfferCategory.id']).toEqual(['4', '7']);
  });

  it('that are typed are debounced, except on Enter', async () => {
    vi.useFakeTimers();
    const network = paged(range(50));
    const { model } = createModel(network.client);
    model.start();
    await vi.advanceTimersByTimeAsync(0);
    for (const search of ['s', 'sh', 'shoe']) {
      model.setFilters({ search });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(model.filters.value.search).toBe('shoe');
    expect(network.calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(network.calls.map(({ params }) => params.filters.name)).toEqual([undefined, { LIKE: '%shoe%' }]);
    model.setFilters({ search: 'hat' });
    model.applyFilters();
    await vi.advanceTimersByTimeAsync(0);
    expect(network.calls.at(-1)?.params.filters.name).toEqual({ LIKE: '%hat%' });
  });

  it('never show the response to an older query', async () => {
    const answers: ((rows: WireOffer[]) => void)[] = [];
    const network = createNetwork(() => new Promise((resolve) => answers.push((rows) => resolve(toPaged(rows)))));
    const { model } = await start(network);
    model.setFilters({ payoutType: 'cpc' });
    await settled();
    model.setFilters({ payoutType: 'cpm' });
    await settled();
    answers[2]?.(range(1, 3));
    answers[1]?.(range(1, 2));
    await settled();
    expect(shown(model)).toMatchObject({ ids: [3] });
  });

  it('without a match are distinguished from an empty network, and can be cleared', async () => {
    const network = createNetwork(({ params }) => toPaged(params.filters.payout_type?.length ? [] : range(3)));
    const { model } = await start(network);
    model.setFilters({ payoutType: 'cpc', sort: 'name' });
    await settled();
    expect([model.state.value.status, model.hasActiveFilters.value]).toEqual(['empty', true]);
    model.clearFilters();
    await settled();
    expect([model.state.value.status, model.hasActiveFilters.value, model.filters.value.sort]).toEqual([
      'ready',
      false,
      'name',
    ]);
  });
});

describe('the filter options', () => {
  const answer = createNetwork(({ method }) => {
    if (method === 'findAllOfferCategories') return { 4: { OfferCategory: { id: '4', name: 'Shoes' } } };
    if (method === 'findAllCountries') return { GB: { Country: { code: 'GB', name: 'united kingdom' } } };
    return toPaged(range(3));
  });

  it('are loaded once, after the offers, and only for controls that are shown', async () => {
    const { model } = await start(answer, { filters: ['category', 'country'] });
    await settled();
    expect(answer.methods()).toEqual(['findAll', 'findAllOfferCategories', 'findAllCountries']);
    expect(model.filterOptions.value).toMatchObject({ category: [{ value: '4' }], country: [{ value: 'GB' }] });
    await model.refresh();
    expect(answer.calls).toHaveLength(4);
  });

  it('are loaded as well when a control is added later', async () => {
    const { model, set } = await start(answer, { filters: ['category'] });
    set('filters', ['category', 'country']);
    await settled();
    expect(model.filterOptions.value).toMatchObject({ category: [{ value: '4' }], country: [{ value: 'GB' }] });
  });

  it('may be missing where the network refuses them', async () => {
    const network = createNetwork(({ method }) =>
      method === 'findAll' ? toPaged(range(3)) : new ApiError('permission', 'No.'),
    );
    const { model } = await start(network, { filters: ['category'] });
    await settled();
    expect(model.state.value.status).toBe('ready');
    expect(model.filterOptions.value.category).toEqual([]);
  });
});
