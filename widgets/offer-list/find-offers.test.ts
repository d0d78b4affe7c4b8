import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import {
  type Call,
  createNetwork,
  ids,
  link,
  range,
  refused,
  settled,
  shown,
  start,
  toPaged,
  toRow,
} from './test-offers.js';

const contained = ({ params }: Call): readonly string[] => params.contain ?? [];

/** Rows without any relation. */
const bare = (count: number) => ({
  ...toPaged(range(count)),
  data: Object.fromEntries(ids(count).map((id) => [id, toRow({ id })])),
});

/** Answers what the batch methods do, for every id asked. */
const batch = ({ method, params }: Call) => {
  const each = (row: (id: string) => object) => params.ids.map((id: string) => ({ offer_id: id, ...row(id) }));
  if (method === 'getThumbnail')
    return each((id) => ({ Thumbnail: { 9: { id: '9', url: `https://media.example/${id}.png` } } }));
  if (method === 'getCategories') return each(() => ({ categories: { 4: { id: '4', name: 'Shoes' } } }));
  if (method === 'getTargetCountries') return each(() => ({ countries: [] }));
  return undefined;
};

describe('a relation that the network refuses', () => {
  it('is left out, and the rest stays: the tracking link first', async () => {
    const network = createNetwork((call) => (contained(call).includes('TrackingLink') ? refused : toPaged(range(50))));
    const { model } = await start(network);
    expect(shown(model)).toMatchObject({ total: 50 });
    expect(network.calls.map(contained)).toEqual([
      ['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'],
      ['Thumbnail', 'OfferCategory', 'Country'],
    ]);
  });

  it('is remembered', async () => {
    const network = createNetwork((call) =>
      contained(call).includes('TrackingLink') ? refused : toPaged(range(50), call.params.page, 20),
    );
    const { model } = await start(network);
    model.goToPage(2);
    await settled();
    expect(network.calls).toHaveLength(3);
  });

  it('is requested again after a refresh: the network may have been down for a moment only', async () => {
    const network = createNetwork((_, count) => (count === 1 ? refused : toPaged(range(50))));
    const { model } = await start(network);
    await model.refresh();
    expect(contained(network.calls.at(-1) as Call)).toContain('TrackingLink');
  });

  it('is filled in for all rows at once, never one by one', async () => {
    const network = createNetwork((call) => batch(call) ?? (contained(call).length ? refused : bare(3)));
    const { model } = await start(network);
    expect(network.methods()).toEqual([
      'findAll',
      'findAll',
      'findAll',
      'getThumbnail',
      'getCategories',
      'getTargetCountries',
    ]);
    expect(network.calls.at(-1)?.params.ids).toEqual(['1', '2', '3']);
    expect(model.state.value).toMatchObject({
      data: {
        offers: [
          { thumbnail: { url: 'https://media.example/1.png' }, categories: [{ name: 'Shoes' }], countries: [] },
          {},
          {},
        ],
      },
    });
  });

  it('is filled in too where the network just leaves it out', async () => {
    const network = createNetwork((call) => batch(call) ?? bare(2));
    await start(network, { fields: ['thumbnail'], link: 'none' });
    expect(network.methods()).toEqual(['findAll', 'getThumbnail']);
  });

  it('stays unknown where that is refused as well: the offers are shown all the same', async () => {
    const network = createNetwork((call) => (call.method === 'findAll' ? bare(2) : refused));
    const { model } = await start(network);
    expect(model.state.value).toMatchObject({ status: 'ready', data: { offers: [{ countries: undefined }, {}] } });
  });

  it('is not assumed for a network failure or a rejected key', async () => {
    for (const code of ['network', 'auth', 'rate-limit'] as const) {
      const network = createNetwork(() => new ApiError(code, 'No.'));
      const { model } = await start(network);
      expect(model.state.value).toMatchObject({ status: 'error', error: { code } });
      expect(network.calls).toHaveLength(1);
    }
  });

  it('is not blamed when the call fails without it too', async () => {
    let down = true;
    const network = createNetwork(() => (down ? refused : toPaged(range(3))));
    const { model } = await start(network);
    expect(model.state.value).toMatchObject({ status: 'error', error: { code: 'upstream' } });
    down = false;
    await model.refresh();
    expect(contained(network.calls.at(-1) as Call)).toHaveLength(4);
  });
});

describe('featured offers', () => {
  it('are found by their ids, in the order of the network', async () => {
    const network = createNetwork(({ method }) =>
      method === 'findAllFeaturedOfferIds' ? ['18', '12'] : toPaged([...range(1, 12), ...range(1, 18)]),
    );
    const { model } = await start(network, { source: 'featured' });
    expect(network.calls.at(-1)).toMatchObject({ method: 'findAll', params: { filters: { id: ['18', '12'] } } });
    expect(shown(model)).toMatchObject({ ids: [18, 12] });
  });

  it('are recognised by their date where the network does not return the ids', async () => {
    const featured = { featured: '2026-03-02 09:00:00' };
    const all = range(3).map((offer) => ({
      ...offer,
      ...(offer.id === 2 ? featured : { featured: '0000-00-00 00:00:00' }),
    }));
    const network = createNetwork(({ method, params }) =>
      method === 'findAllFeaturedOfferIds'
        ? new ApiError('permission', 'No.')
        : toPaged(all.filter(({ id }) => !params.filters.id || params.filters.id.includes(String(id)))),
    );
    const { model } = await start(network, { source: 'featured' });
    expect(shown(model)).toMatchObject({ ids: [2], total: 1 });
  });

  it('may be none, which needs no second call', async () => {
    const network = createNetwork(() => []);
    const { model } = await start(network, { source: 'featured' });
    expect(model.state.value.status).toBe('empty');
    expect(network.calls).toHaveLength(1);
  });

  it('can be restricted by attributes', async () => {
    const network = createNetwork(({ method }) =>
      method === 'findAllFeaturedOfferIds' ? ['18', '12'] : toPaged(range(1, 12)),
    );
    await start(network, { source: 'featured', ids: ['12', '99'] });
    expect(network.calls.at(-1)?.params.filters.id).toEqual(['12']);
  });
});

describe('a tracking link that did not come along', () => {
  it('is requested once, when the visitor is about to use it', async () => {
    const network = createNetwork(({ method, params }) =>
      method === 'generateTrackingLink' ? link(params.offer_id) : bare(2),
    );
    const { model } = await start(network, { fields: [] });
    const [offer] = model.state.value.data?.offers ?? [];
    if (!offer) throw new Error('no offer');
    const made = await Promise.all([model.links.resolve(offer), model.links.resolve(offer)]);
    expect(made).toEqual([link(1).click_url, link(1).click_url]);
    expect(network.methods()).toEqual(['findAll', 'generateTrackingLink']);
    expect(model.links.resolved.value[1]).toBe(link(1).click_url);
  });

  it('is tried again when that failed', async () => {
    const network = createNetwork(({ method }, count) =>
      method === 'findAll' ? bare(1) : count === 2 ? refused : count === 3 ? [] : link(1),
    );
    const { model } = await start(network, { fields: [] });
    const offer = { id: '1' } as Parameters<typeof model.links.resolve>[0];
    expect(await model.links.resolve(offer)).toBeNull();
    expect(await model.links.resolve(offer)).toBeNull();
    expect(await model.links.resolve(offer)).toBe(link(1).click_url);
  });
});
