import { expect, test } from 'vitest';
import { offerFields } from './offer.js';
import { findFeaturedOfferIds, findOffers, nextOfferPage, type OfferQuery, toOrder } from './offers.js';
import { encodeParams } from './params.js';
import { fixtureData } from './test-fixtures.js';

const query = (asked: Partial<OfferQuery>): URLSearchParams =>
  new URLSearchParams(encodeParams(findOffers({ limit: 20, ...asked }).params));
const idsOf = (asked: Partial<OfferQuery>, data: unknown): string[] =>
  findOffers({ limit: 20, ...asked })
    .decode(data)
    .rows.map((offer) => offer.id);

test.each([
  ['all', 'findAll'],
  ['mine', 'findMyOffers'],
  ['approved', 'findMyApprovedOffers'],
  [undefined, 'findAll'],
] as const)('the source %s is the method %s', (source, method) => {
  expect(findOffers({ limit: 20, source })).toMatchObject({ target: 'Affiliate_Offer', method });
});

test('limit, page and fields are always sent', () => {
  expect(Object.fromEntries(query({ limit: 50, page: 3 }))).toMatchObject({ limit: '50', page: '3' });
  expect(query({}).get('page')).toBe('1');
  expect(query({}).getAll('fields[]')).toEqual(offerFields);
});

test('restrictions are sent as filters', () => {
  const asked = query({
    search: ' oat milk ',
    categories: ['52', '53'],
    countries: ['DE', 'CH'],
    payoutTypes: ['cpc', 'cpm'],
    ids: ['12', '15'],
  });
  expect(asked.get('filters[name][LIKE]')).toBe('%oat milk%');
  expect(asked.getAll('filters[OfferCategory.id][]')).toEqual(['52', '53']);
  expect(asked.getAll('filters[Country.code][]')).toEqual(['DE', 'CH']);
  expect(asked.getAll('filters[payout_type][]')).toEqual(['cpc', 'cpm']);
  expect(asked.getAll('filters[id][]')).toEqual(['12', '15']);
});

test('without restrictions no filter is sent', () => {
  const asked = query({ search: '  ', categories: [], countries: [], payoutTypes: [] });
  expect([...asked.keys()].filter((name) => /filters|contain/.test(name))).toEqual([]);
});

test("wildcards in the visitor's words match one character, so 100% does not find everything", () => {
  expect(query({ search: '100% a_b\\' }).get('filters[name][LIKE]')).toBe('%100_ a_b_%');
});

test('requests the country GB under both of its codes', () => {
  expect(query({ countries: ['GB', 'UKR'] }).getAll('filters[Country.code][]')).toEqual(['GB', 'UK', 'UKR']);
});

test('an empty list of ids requests nothing rather than everything', () => {
  expect(query({ ids: [] }).getAll('filters[id][]')).toEqual(['0']);
});

test('contains the requested relations, each once', () => {
  expect(query({ relations: ['TrackingLink', 'Country'], countries: ['DE'] }).getAll('contain[]')).toEqual([
    'TrackingLink',
    'Country',
  ]);
});

test('a relation that is filtered on is contained too', () => {
  expect(query({ categories: ['1'], countries: ['DE'] }).getAll('contain[]')).toEqual(['OfferCategory', 'Country']);
});

const sortOf = (asked: Partial<OfferQuery>): string =>
  [...query(asked)]
    .filter(([name]) => name.startsWith('sort'))
    .map((pair) => pair.join(' '))
    .join();

test.each([
  ['name', 'sort[name] asc,sort[id] asc'],
  ['-name', 'sort[name] desc,sort[id] asc'],
  ['payout', 'sort[default_payout] asc,sort[percent_payout] asc,sort[id] asc'],
  ['-payout', 'sort[default_payout] desc,sort[percent_payout] desc,sort[id] asc'],
  ['newest', 'sort[id] desc'],
  [undefined, 'sort[id] asc'],
] as const)('the order %s is asked for as %s', (sort, expected) => {
  expect(sortOf({ sort })).toBe(expected);
});

const unsorted = {
  3: { Offer: { id: '3', name: 'beta', payout_type: 'cpa_flat', default_payout: '9' } },
  10: { Offer: { id: '10', name: 'Alpha', payout_type: 'cpa_percentage', default_payout: '99', percent_payout: '5' } },
  20: { Offer: { id: '20', name: 'gamma', payout_type: 'cpa_percentage', percent_payout: '12' } },
  30: { Offer: { id: '30', name: 'beta', payout_type: 'cpa_both', default_payout: '9', percent_payout: '1' } },
};

test.each([
  ['name', ['10', '3', '30', '20']],
  ['-name', ['20', '3', '30', '10']],
  ['payout', ['10', '20', '3', '30']],
  ['-payout', ['30', '3', '20', '10']],
  ['newest', ['30', '20', '10', '3']],
  [undefined, ['3', '10', '20', '30']],
] as const)('rows come out in the order %s, whatever JavaScript made of it', (sort, ids) => {
  expect(idsOf({ sort }, unsorted)).toEqual(ids);
});

test('without a sort the order of the ids is kept', () => {
  expect(idsOf({ ids: ['20', '3', '30', '10'] }, unsorted)).toEqual(['20', '3', '30', '10']);
  expect(idsOf({ ids: ['20', '3', '30', '10'], sort: 'newest' }, unsorted)).toEqual(['30', '20', '10', '3']);
});

test('reads the paged shape with its relations', () => {
  const page = findOffers({ source: 'mine', limit: 2, relations: ['Thumbnail', 'Country'] }).decode(
    fixtureData('my-offers-paged'),
  );
  expect(page).toMatchObject({ page: 1, total: 7, pageCount: 4, complete: false });
  expect(page.rows).toMatchObject([
    {
      id: '12',
      thumbnail: { url: 'https://media.network.example/brand/files/sample/12/lumen%20logo.PNG', width: 300 },
      countries: [{ code: 'GB' }],
      payout: { type: 'cpa_flat', amount: 14, currency: null },
    },
    { id: '15', name: 'Oat & Co', thumbnail: null, countries: [], payout: { amount: 2, percent: 5, currency: 'EUR' } },
  ]);
});

test('reads the unpaged shape', () => {
  const page = findOffers({ source: 'approved', limit: 20 }).decode(fixtureData('my-approved-offers'));
  expect(page).toMatchObject({ rows: [{ id: '1204', status: 'approved' }], total: 1, complete: true });
});

test('reads an empty result, in both shapes', () => {
  expect(idsOf({}, fixtureData('all-offers-none'))).toEqual([]);
  expect(idsOf({}, fixtureData('all-offers-none-paged'))).toEqual([]);
});

test('approved offers are approved, even when upstream does not repeat it', () => {
  const data = { 1: { Offer: { id: '1', require_approval: '1' } } };
  expect(findOffers({ source: 'approved', limit: 20 }).decode(data).rows[0]?.status).toBe('approved');
  expect(findOffers({ source: 'mine', limit: 20 }).decode(data).rows[0]?.status).toBe('apply');
});

test.each([
  [fixtureData('featured-offer-ids'), ['12', '18']],
  [{ 12: '12', 18: 18 }, ['12', '18']],
  [
    [{ id: '12' }, { id: 18 }, {}, null],
    ['12', '18'],
  ],
  [{ 1: { Offer: { id: '12' } }, 2: { Offer: { id: 18 } } }, ['12', '18']],
  [{ page: 1, count: 2, pageCount: 1, data: ['12', '18'] }, ['12', '18']],
  [{ page: 1, count: 0, pageCount: 0, data: [] }, []],
  [[], []],
  [false, []],
])('the featured ids in %j are %j', (data, ids) => {
  expect(findFeaturedOfferIds()).toMatchObject({ target: 'Affiliate_Offer', method: 'findAllFeaturedOfferIds' });
  expect(findFeaturedOfferIds().decode(data)).toEqual(ids);
});

test('a scalar is no list of featured ids', () => {
  expect(() => findFeaturedOfferIds().decode('12')).toThrow(expect.objectContaining({ code: 'invalid-response' }));
});

test('one featured row by itself is its id, not its fields', () => {
  expect(findFeaturedOfferIds().decode({ id: '12', name: '7' })).toEqual(['12']);
});

const rowsFrom = (first: number, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [first + i, { Offer: { id: `${first + i}` } }]));

/** `findMyApprovedOffers` as a network might page it, 137 rows, 50 a page unless a limit is given. */
function answerPaged({ params }: ReturnType<typeof findOffers>, counters: (count: number, pages: number) => object) {
  const limit = Number(params.limit || 50);
  const page = Number(params.page || 1);
  const first = (page - 1) * limit + 1;
  const data = rowsFrom(first, Math.max(0, Math.min(limit, 138 - first)));
  return { page, ...counters(137, Math.ceil(137 / limit)), data };
}

test.each([
  ['both counters', (count: number, pageCount: number) => ({ count, pageCount })],
  ['counters as text', (count: number, pageCount: number) => ({ count: `${count}`, pageCount: `${pageCount}` })],
  ['the number of rows alone', (count: number) => ({ count, pageCount: null })],
  ['the number of pages alone', (_: number, pageCount: number) => ({ count: null, pageCount })],
  ['counters null', () => ({ count: null, pageCount: null })],
  ['no counters', () => ({})],
])('all approved offers of a paged response, with %s, can be loaded', (_, counters) => {
  const ids: string[] = [];
  let query: OfferQuery | null = { source: 'approved', limit: 20 };
  while (query) {
    const request = findOffers(query);
    const page = request.decode(answerPaged(request, counters));
    expect(page.complete).toBe(false);
    ids.push(...page.rows.map(({ id }) => id));
    query = nextOfferPage(query, page);
  }
  expect(ids).toEqual(Array.from({ length: 137 }, (_, i) => `${i + 1}`));
});

test('passes the counters of a paged first page on', () => {
  const data = { page: 1, count: 137, pageCount: 3, data: rowsFrom(1, 50) };
  const page = findOffers({ source: 'approved', limit: 20 }).decode(data);
  expect(page).toMatchObject({ total: 137, pageCount: 3, complete: false });
});

test('approved offers that come at once have no next page', () => {
  const query: OfferQuery = { source: 'approved', limit: 20 };
  expect(nextOfferPage(query, findOffers(query).decode(rowsFrom(1, 87)))).toBeNull();
});

test('names are put into the order of a language', () => {
  const rows = ['Zebra', 'Öl'].map((name, id) => ({ Offer: { id: `${id + 1}`, name } }));
  const offers = findOffers({ limit: 20 }).decode(rows).rows;
  const names = (language: string) => [...offers].sort(toOrder({ sort: 'name' }, language)).map(({ name }) => name);
  expect([names('sv'), names('de')]).toEqual([
    ['Zebra', 'Öl'],
    ['Öl', 'Zebra'],
  ]);
});
