import { describe, expect, it } from 'vitest';
import { createModel, createNetwork, ids, range, settled, shown, start, toPaged, toWhole } from './test-offers.js';

/** A network that gives so many offers page by page. */
const paged = (count: number) =>
  createNetwork(({ params }) => toPaged(range(count), Number(params.page), Number(params.limit)));

describe('pages', () => {
  it('that were loaded before come back at once, without a request', async () => {
    const network = paged(50);
    const { model } = await start(network);
    model.goToPage(2);
    await settled();
    expect(shown(model)).toMatchObject({ page: 2, ids: ids(20, 21) });
    model.goToPage(1);
    await settled();
    expect(shown(model)).toMatchObject({ page: 1, ids: ids(20) });
    expect(network.calls).toHaveLength(2);
  });

  it.each([
    ['of the network', paged(50)],
    ['of a list that is complete', createNetwork(() => toWhole(range(50)))],
  ])('%s are loaded again ten minutes after they came, however often they were shown', async (_, network) => {
    let now = 0;
    const { model } = createModel(network.client, {}, () => now);
    model.start();
    await settled();
    for (const page of [2, 1, 2]) {
      now += 250_000;
      model.goToPage(page);
      await settled();
    }
    const before = network.calls.length;
    // Page 1 came 750 seconds ago and was shown 250 seconds ago.
    model.goToPage(1);
    await settled();
    expect(network.calls).toHaveLength(before + 1);
  });

  it('are loaded again by a refresh, and after ten minutes', async () => {
    let now = 0;
    const network = paged(50);
    const { model } = createModel(network.client, {}, () => now);
    model.start();
    await settled();
    await model.refresh();
    expect(network.calls).toHaveLength(2);
    model.goToPage(2);
    await settled();
    now += 600_001;
    model.goToPage(1);
    await settled();
    expect(network.calls).toHaveLength(4);
  });
});
