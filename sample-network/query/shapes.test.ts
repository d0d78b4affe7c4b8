import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleKeys } from '../keys.js';
import { startSampleNetwork } from '../network.js';
import { at, call, findOffers, rowKeys } from '../test-client.js';

const network = await startSampleNetwork();
beforeEach(() => network.reset());
afterAll(() => network.close());

describe('result shapes', () => {
  test('findAll without a limit is an unpaged map of all rows', async () => {
    const reply = await findOffers(network);
    expect(rowKeys(reply).length).toBeGreaterThan(110);
    expect(at(reply, 'data', '1004', 'Offer', 'id')).toBe('1004');
    expect(at(reply, 'data', 'page')).toBe(undefined);
  });

  test('findAll with a limit is paged; page is an int when not sent and current is 0', async () => {
    const reply = await findOffers(network, { limit: '10' });
    const count = at(reply, 'data', 'count');
    expect(reply.json.response.data).toMatchObject({ page: 1, current: 0, pageCount: Math.ceil(Number(count) / 10) });
    expect(rowKeys(reply)).toHaveLength(10);
  });

  test('a page that was sent is echoed as text', async () => {
    const reply = await findOffers(network, { limit: '10', page: '2' });
    expect(at(reply, 'data', 'page')).toBe('2');
    const first = await findOffers(network, { limit: '20' });
    expect(rowKeys(reply)).toEqual(rowKeys(first).slice(10));
  });

  test('a page beyond the last is empty and still counts', async () => {
    const reply = await findOffers(network, { limit: '10', page: '999' });
    expect(at(reply, 'data', 'data')).toEqual([]);
    expect(Number(at(reply, 'data', 'count'))).toBeGreaterThan(100);
  });

  test('limit 0 means all', async () => {
    expect(rowKeys(await findOffers(network, { limit: '0' }))).toHaveLength(rowKeys(await findOffers(network)).length);
  });

  test('a limit that is no number is a validation error', async () => {
    expect((await findOffers(network, { limit: '-1' })).json.response).toMatchObject({
      status: -1,
      errors: [{ err_code: 3, attribute_name: 'limit' }],
    });
  });

  test('findMyApprovedOffers stays unpaged even with a limit, and brings AffiliateOffer along', async () => {
    const reply = await call(network, 'Affiliate_Offer::findMyApprovedOffers', { limit: '1', page: '1' });
    expect(rowKeys(reply)).toEqual(['1004']);
    expect(at(reply, 'data', '1004', 'AffiliateOffer', 'approval_status')).toBe('approved');
  });

  test('findMyOffers gives 50 rows when no limit is sent, and pages when one is', async () => {
    expect(rowKeys(await call(network, 'Affiliate_Offer::findMyOffers'))).toHaveLength(50);
    const paged = await call(network, 'Affiliate_Offer::findMyOffers', { limit: '60' });
    expect(Number(at(paged, 'data', 'count'))).toBeGreaterThan(50);
    expect(rowKeys(paged).length).toBeGreaterThan(50);
  });

  test('nothing found is an empty list in both shapes', async () => {
    expect((await findOffers(network, { 'filters[id]': '1' })).json.response.data).toEqual([]);
    expect((await findOffers(network, { 'filters[id]': '1', limit: '5' })).json.response.data).toEqual({
      page: 1,
      current: 0,
      count: 0,
      pageCount: 0,
      data: [],
    });
  });

  test('rows come in the order of ids, and of the sort when one is sent', async () => {
    const ids = rowKeys(await findOffers(network, { limit: '30' }));
    expect(ids).toEqual([...ids].sort((a, b) => Number(a) - Number(b)));
    const reply = await findOffers(network, { limit: '30', 'sort[Offer.id]': 'desc' });
    expect(rowKeys(reply)[0]).toBe('1432');
  });

  test('scalars are strings, with the recorded exceptions', async () => {
    const reply = await findOffers(network, { 'filters[id]': '1004' });
    expect(at(reply, 'data', '1004', 'Offer')).toMatchObject({
      id: '1004',
      default_payout: '0.00000',
      percent_payout: '8.50',
      payout_cap: '0.00',
      is_expired: '0',
      require_terms_and_conditions: 0,
      modified: expect.any(Number),
      dne_third_party_list: false,
    });
  });

  test('fields choose members, in bare and in qualified names', async () => {
    const reply = await findOffers(
      network,
      'limit=1&fields[]=name&fields[]=Offer.id&fields[]=Thumbnail.url&contain[]=Thumbnail',
    );
    expect(Object.keys(at(reply, 'data', 'data', '1004', 'Offer') ?? {})).toEqual(['id', 'name']);
    expect(Object.keys(at(reply, 'data', 'data', '1004', 'Thumbnail') ?? {})).toEqual(['url']);
  });

  test('an unknown field is a validation error', async () => {
    expect((await findOffers(network, { 'fields[]': 'advertiser_id' })).json.response).toMatchObject({
      status: -1,
      errorMessage: 'Could not find rows.',
      errors: [{ attribute_name: 'advertiser_id', publicMessage: 'Could not find rows.' }],
    });
  });
});

describe('relations', () => {
  test('stand beside the main model: one object, or a map by id or code', async () => {
    const reply = await findOffers(network, [
      ['filters[id]', '1053'],
      ...['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink', 'AffiliateOffer', 'Goal'].map(
        (name) => ['contain[]', name] as const,
      ),
    ]);
    expect(at(reply, 'data', '1053')).toMatchObject({
      Offer: { id: '1053' },
      Thumbnail: { type: 'offer thumbnail', width: '300', height: '120', filename: 'Lumenhaus logo 300.PNG' },
      OfferCategory: { 52: { id: '52', name: 'Home & Garden' } },
      Country: { AT: { id: '40', code: 'AT', name: 'austria', regions: [] } },
      TrackingLink: { affiliate_id: '94', offer_id: 1053, click_url: `${network.url}/aff_c?offer_id=1053&aff_id=94` },
      AffiliateOffer: { approval_status: 'approved' },
      Goal: [],
    });
  });

  test('without rows are empty lists', async () => {
    const reply = await findOffers(
      network,
      'filters[id]=1111&contain[]=Country&contain[]=OfferCategory&contain[]=Thumbnail',
    );
    expect(at(reply, 'data', '1111')).toMatchObject({ Country: [], OfferCategory: [], Thumbnail: [] });
  });

  test('a missing thumbnail is a list, null, or not there at all', async () => {
    const reply = await findOffers(network, { 'contain[]': 'Thumbnail' });
    expect(at(reply, 'data', '1111', 'Thumbnail')).toEqual([]);
    expect(at(reply, 'data', '1214', 'Thumbnail')).toBe(null);
    expect(at(reply, 'data', '1225')).not.toHaveProperty('Thumbnail');
  });

  test('take options: fields, and a filter', async () => {
    const reply = await findOffers(
      network,
      'filters[id]=1053&contain[Thumbnail][fields][]=Thumbnail.url&contain[Country][filter][Country.code]=AT',
    );
    expect(Object.keys(at(reply, 'data', '1053', 'Thumbnail') ?? {})).toEqual(['url']);
    expect(Object.keys(at(reply, 'data', '1053', 'Country') ?? {})).toEqual(['AT']);
  });

  test('that are unknown or switched off fail the whole call', async () => {
    expect((await findOffers(network, { 'contain[]': 'OfferVertical', limit: '1' })).json.response).toMatchObject({
      status: -1,
      errorMessage: 'Contain relation OfferVertical is not supported',
    });
  });

  test('give no tracking link while the affiliate is not approved', async () => {
    const reply = await findOffers(network, { 'contain[]': 'TrackingLink' });
    const byId = (id: string) => [
      at(reply, 'data', id, 'Offer', 'approval_status'),
      at(reply, 'data', id, 'TrackingLink'),
    ];
    expect(byId('1200')).toEqual(['pending', []]);
    expect(byId('1304')).toEqual(['rejected', []]);
    expect(byId('1157')[1]).toEqual([]);
  });

  test('work with the empty account as well', async () => {
    const reply = await findOffers(network, { 'contain[]': 'Thumbnail', api_key: sampleKeys.empty });
    expect(reply.json.response.data).toEqual([]);
  });
});
