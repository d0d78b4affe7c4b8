import { describe, expect, it } from 'vitest';
import { createNetwork, range, settled, shown, start, toPaged, toWhole, type WireOffer } from './test-offers.js';

const countries = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, { code, name: code }]));
const category = (id: string, name: string) => ({ [id]: { id, name } });

const offers: WireOffer[] = [
  { ...range(1)[0], id: 1, name: 'Crème Brûlée', Country: countries('UK'), OfferCategory: category('4', 'Food') },
  { ...range(1)[0], id: 2, name: 'Shoes', Country: [], payout_type: 'cpc', default_payout: '0.20' },
  { ...range(1)[0], id: 3, name: 'Hats', Country: countries('DE'), OfferCategory: category('7', 'Fashion') },
];

const approved = { source: 'approved' } as const;

describe('approved offers', () => {
  it('come complete, and are paginated in the page', async () => {
    const network = createNetwork(() => toWhole(range(50)));
    const { model } = await start(network, { ...approved, sort: '-name' });
    expect(shown(model)).toMatchObject({ page: 1, pageCount: 3, total: 50 });
    model.goToPage(3);
    await settled();
    expect(shown(model)).toMatchObject({ page: 3, ids: [18, 17, 16, 15, 14, 13, 12, 11, 10, 1] });
    expect(network.methods()).toEqual(['findMyApprovedOffers']);
  });

  it.each([
    ['part of a name, whatever its case', { search: ' BRÛLÉE' }, [1]],
    ['a country, which those that run everywhere are in', { country: 'GB' }, [1, 2]],
    ['a category', { category: '7' }, [3]],
    ['a type of payout', { payoutType: 'cpc' }, [2]],
    ['an order by name', { sort: 'name' }, [1, 3, 2]],
    ['an order by payout', { sort: 'payout' }, [2, 1, 3]],
    ['the newest first', { sort: 'newest' }, [3, 2, 1]],
  ] as const)('are searched here, at once and without a call: %s', async (_, choice, expected) => {
    const network = createNetwork(() => toWhole(offers));
    const { model } = await start(network, approved);
    model.setFilters(choice);
    await settled();
    expect(shown(model)).toMatchObject({ ids: expected, total: expected.length });
    expect(network.calls).toHaveLength(1);
  });

  it('are filtered in the page, too, in case the network does not filter', async () => {
    const network = createNetwork(() =>
      toWhole(range(50).map((offer) => ({ ...offer, payout_type: offer.id % 2 ? 'cpc' : 'cpm' }))),
    );
    const { model } = await start(network, { ...approved, payoutType: ['cpm'] });
    expect(shown(model)).toMatchObject({ total: 25 });
  });

  it('know a country by the code that networks use and by the one of ISO', async () => {
    const network = createNetwork(() => toWhole(offers));
    const { model, set } = await start(network, { ...approved, country: ['uk'] });
    expect(shown(model)).toMatchObject({ ids: [1, 2] });
    set('country', ['GB']);
    await settled();
    expect(shown(model)).toMatchObject({ ids: [1, 2] });
  });

  it('are requested completely first, even with filters set', async () => {
    const network = createNetwork(() => toWhole(offers));
    const { model, set } = await start(network);
    model.setFilters({ payoutType: 'cpc' });
    set('source', 'approved');
    await settled();
    expect(shown(model)).toMatchObject({ ids: [2] });
    model.clearFilters();
    await settled();
    expect(shown(model)).toMatchObject({ ids: [1, 2, 3] });
    expect(network.methods()).toEqual(['findAll', 'findMyApprovedOffers']);
  });

  it('are searched here, too, where the network returns pages: all of them are read first', async () => {
    const network = createNetwork(({ params }) =>
      toPaged(
        range(50).map((offer) => ({ ...offer, payout_type: offer.id % 2 ? 'cpc' : 'cpm' })),
        params.page ?? 1,
        20,
      ),
    );
    const { model } = await start(network, approved);
    await settled();
    expect(network.calls.map(({ params }) => params.page)).toEqual([undefined, 2, 3]);
    model.setFilters({ payoutType: 'cpc' });
    await settled();
    expect(shown(model)).toMatchObject({ total: 25 });
    expect(network.calls).toHaveLength(3);
  });

  it('provide the filter options themselves', async () => {
    const network = createNetwork(() => toWhole(offers));
    const { model } = await start(network, { ...approved, filters: ['category', 'country'] });
    expect(model.filterOptions.value.category.map(({ name }) => name)).toEqual(['Food', 'Fashion']);
    expect(model.filterOptions.value.country.map(({ value }) => value)).toEqual(['GB', 'DE']);
    expect(network.calls).toHaveLength(1);
  });

  it('are searched in the page by the thousands, without a request', async () => {
    const network = createNetwork(() =>
      toWhole(range(3000).map((offer) => ({ ...offer, name: `Näme of ${offer.id}` }))),
    );
    const { model } = await start(network, approved);
    for (const search of ['näme', 'Näme of', 'näme of 29']) {
      model.setFilters({ search });
      await settled();
    }
    expect(shown(model)).toMatchObject({ total: 111 });
    expect(network.calls).toHaveLength(1);
  });
});
