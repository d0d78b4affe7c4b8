import { describe, expect, it } from 'vitest';
import { createModel, createNetwork, range, settled, shown, toPaged, toWhole } from './test-offers.js';

const paged = (count: number) =>
  createNetwork(({ params }) => toPaged(range(count), Number(params.page), Number(params.limit)));

describe('pages', () => {
  it('asks for one page with everything that is shown, in one call', async () => {
    const network = paged(50);
    const { model } = createModel(network.send);
    model.start();
    await settled();
    expect(shown(model)).toMatchObject({ page: 1, pageCount: 3, total: 50 });
    expect(network.calls).toHaveLength(1);
    expect(network.calls[0]?.params).toMatchObject({
      limit: 20,
      page: 1,
      contain: ['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'],
    });
  });

  it('comes back at once and without a call to a page that was seen', async () => {
    const network = paged(50);
    const { model } = createModel(network.send);
    model.start();
    await settled();
    model.goTo(2);
    await settled();
    expect(shown(model)).toMatchObject({ page: 2, ids: range(20, 21).map(({ id }) => id) });
    model.goTo(1);
    await settled();
    expect(shown(model)).toMatchObject({ page: 1 });
    expect(network.calls).toHaveLength(2);
  });

  it('asks anew when it is told to refresh', async () => {
    const network = paged(50);
    const { model } = createModel(network.send);
    model.start();
    await settled();
    await model.refresh();
    expect(network.calls).toHaveLength(2);
  });

  it('begins at page 1 again when an attribute changes', async () => {
    const network = paged(50);
    const { model, set } = createModel(network.send);
    model.start();
    await settled();
    model.goTo(3);
    await settled();
    set('payoutType', ['cpc']);
    await settled();
    expect(network.calls.at(-1)?.params).toMatchObject({ page: 1, filters: { payout_type: ['cpc'] } });
    expect(shown(model)).toMatchObject({ page: 1 });
  });
});

describe('approved offers', () => {
  it('come whole, and are cut into pages here', async () => {
    const network = createNetwork(() => toWhole(range(50)));
    const { model } = createModel(network.send, { source: 'approved', sort: '-name' });
    model.start();
    await settled();
    expect(shown(model)).toMatchObject({ page: 1, pageCount: 3, total: 50 });
    model.goTo(3);
    await settled();
    expect(shown(model)).toMatchObject({ page: 3 });
    expect(network.methods()).toEqual(['findMyApprovedOffers']);
  });
});
