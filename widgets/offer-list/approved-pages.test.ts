import { describe, expect, it } from 'vitest';
import { createNetwork, ids, range, settled, shown, start, toPaged, toWhole, type WireOffer } from './test-offers.js';

/** Every id that a reader can get to, page by page. */
async function reach(network: ReturnType<typeof createNetwork>, attributes: object): Promise<number[]> {
  const { model } = await start(network, { source: 'approved', ...attributes });
  await settled();
  const seen: number[] = [];
  for (let page = 1; page < 200; page++) {
    const now = shown(model);
    if (typeof now === 'string' || now.page !== page) break;
    seen.push(...now.ids);
    model.goToPage(page + 1);
    await settled();
    await settled();
  }
  return seen;
}

describe('all approved offers are shown, also when they come in pages', () => {
  it.each([
    ['with counters', 137, 50, () => ({ count: 137, pageCount: 3 })],
    ['with counters as texts', 137, 50, () => ({ count: '137', pageCount: '3' })],
    ['with counters of null', 137, 50, () => ({ count: null, pageCount: null })],
    ['without counters', 137, 50, () => ({})],
    ['with a last page that is full', 150, 50, () => ({ count: 150, pageCount: 3 })],
    ['with a last page that is full, and counters of null', 150, 50, () => ({ count: null, pageCount: null })],
    ['in pages smaller than those shown', 45, 10, () => ({ count: 45, pageCount: 5 })],
    ['on one page, with counters', 12, 50, () => ({ count: 12, pageCount: 1 })],
    ['on one page, with counters of null', 12, 50, () => ({ count: null, pageCount: null })],
    ['with the number of rows of a page as their count', 137, 50, () => ({ count: 50, pageCount: 3 })],
    ['with the number of pages alone', 137, 50, () => ({ count: null, pageCount: 3 })],
    ['with the number of rows alone', 137, 50, () => ({ count: 137, pageCount: null })],
    ['with counters of 0', 137, 50, () => ({ count: 0, pageCount: 3 })],
  ] as const)('%s', async (_, count, size, counters) => {
    // Nobody knows whether upstream takes the size that is asked for, or keeps its own.
    for (const takesLimit of [true, false]) {
      const network = createNetwork(({ params }) => {
        const limit = Number((takesLimit && params.limit) || size);
        const page = Number(params.page || 1);
        return { page, ...counters(), data: toWhole(range(count).slice((page - 1) * limit, page * limit)) };
      });
      expect((await reach(network, { pageSize: 20 })).sort((one, other) => one - other)).toEqual(ids(count));
    }
  });

  it('of a network that ignores which page is asked for, no more than once', async () => {
    const network = createNetwork(() => ({ page: 1, count: null, pageCount: null, data: toWhole(range(50)) }));
    expect(await reach(network, { pageSize: 20 })).toHaveLength(50);
    expect(network.calls).toHaveLength(2);
  });
});

describe('a list of ids is an order over all pages', () => {
  const offers = range(12);
  const answer = () => createNetwork(() => toPaged(offers, 1, 100));

  it.each([
    [
      ['9', '3', '5', '1'],
      2,
      [
        [9, 3],
        [5, 1],
      ],
    ],
    [['1', '2', '3'], 2, [[1, 2], [3]]],
    [['12', '1', '11', '2', '10'], 2, [[12, 1], [11, 2], [10]]],
    [['10', '9', '8'], 1, [[10], [9], [8]]],
    [['7', '99', '4', '2'], 2, [[7, 4], [2]]],
    [['5', '3'], 20, [[5, 3]]],
  ] as const)('%j by %i', async (wanted, pageSize, expected) => {
    const { model } = await start(answer(), { ids: wanted, pageSize });
    const pages: unknown[] = [];
    for (const [index] of expected.entries()) {
      model.goToPage(index + 1);
      await settled();
      pages.push(Object(shown(model)).ids);
    }
    expect(pages).toEqual(expected);
    expect(shown(model)).toMatchObject({ page: expected.length, pageCount: expected.length });
  });

  it('unless another order is wanted', async () => {
    const names: WireOffer[] = offers.map((offer) => ({
      ...offer,
      name: `Name ${String.fromCharCode(110 - offer.id)}`,
    }));
    const { model } = await start(
      createNetwork(() => toPaged(names, 1, 100)),
      { ids: ['3', '9', '5'], sort: 'name' },
    );
    expect(shown(model)).toMatchObject({ ids: [9, 5, 3] });
  });
});
