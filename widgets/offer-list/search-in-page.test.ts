import { describe, expect, it } from 'vitest';
import { createNetwork, range, settled, shown, start, toWhole, type WireOffer } from './test-offers.js';

const named = (...names: readonly string[]): WireOffer[] =>
  names.map((name, index) => ({ ...range(1)[0], id: index + 1, name }));
const approved = { source: 'approved' } as const;

describe('a search in the page finds what the network would', () => {
  it.each([
    ['bela cupuacu', 'Béla Cupuaçu'],
    ['istanbul', 'İstanbul Shop'],
    ['ISTANBUL', 'İstanbul Shop'],
    ["l'oreal", 'L\u2019Oréal Paris'],
    ['l\u2019oréal', "L'Oreal Paris"],
    ['strasse', 'Straße 7'],
    ['smorrebrod', 'Smørrebrød'],
    ['lodz', 'Łódź Store'],
    ['creme brulee', 'Cre\u0300me Bru\u0302le\u0301e'],
    ['e-mail', 'E\u2011Mail Service'],
    ['7 - 9', '7 \u2013 9 Days'],
    ['new shop', 'New\u00a0Shop'],
    ['"best" deal', '\u201cBest\u201d Deal'],
    ['fine', '\ufb01ne Wine'],
    ['abc', '\uff21\uff22\uff23 Mart'],
  ])('%s finds %s', async (search, name) => {
    const network = createNetwork(() => toWhole(named(name, 'Something else')));
    const { model } = await start(network, approved);
    model.setFilters({ search });
    await settled();
    expect(shown(model)).toMatchObject({ ids: [1], total: 1 });
    expect(network.calls).toHaveLength(1);
  });

  it.each(['offerx', 'lorealx', '%', '.*', 'ßß'])('%s finds nothing', async (search) => {
    const { model } = await start(
      createNetwork(() => toWhole(named('L\u2019Oréal', 'Offer'))),
      approved,
    );
    model.setFilters({ search });
    await settled();
    expect(shown(model)).toMatchObject({ ids: [] });
  });
});

describe('names are in the order of the language of the element', () => {
  it.each([
    ['sv', ['Zebra', 'Ärla', 'Apa'], ['Apa', 'Zebra', 'Ärla']],
    ['de', ['Zebra', 'Ärla', 'Apa'], ['Apa', 'Ärla', 'Zebra']],
    ['da', ['Zone', 'Æble', 'Ål', 'Øl'], ['Zone', 'Æble', 'Øl', 'Ål']],
    ['en', ['Zone', 'Æble', 'Ål'], ['Æble', 'Ål', 'Zone']],
    ['es', ['Nz', 'Ña', 'Oa'], ['Nz', 'Ña', 'Oa']],
    ['cs', ['Ia', 'Cha', 'Ha'], ['Ha', 'Cha', 'Ia']],
    ['et', ['Tass', 'Zoo', 'Šokk'], ['Šokk', 'Zoo', 'Tass']],
  ])('%s: %j', async (language, given, expected) => {
    const { model } = await start(
      createNetwork(() => toWhole(named(...given))),
      { ...approved, sort: 'name' },
      language,
    );
    expect(model.state.value.data?.offers.map(({ name }) => name)).toEqual(expected);
  });
});
