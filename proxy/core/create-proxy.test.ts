import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeParams } from '../../shared/api/params.js';
import { testKey } from '../fixtures/origin.js';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';

let proxy: TestProxy;

beforeEach(async () => {
  proxy = await startTestProxy();
});

afterEach(() => proxy.close());

describe('a request the widgets make', () => {
  it('reaches upstream in canonical form with the credentials added, and comes back without the echo', async () => {
    const query = `page=1&${find}&contain[]=Thumbnail&contain%5B%5D=Country&limit=20`;
    const { status, text, headers } = await proxy.requestQuery(query);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      response: {
        status: 1,
        httpStatus: 200,
        data: { 12: { Offer: { id: '12', name: 'Lumen Lamps' } } },
        errors: [],
        errorMessage: null,
      },
    });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect([...(proxy.origin.calls[0] ?? [])]).toEqual([
      ['Target', 'Affiliate_Offer'],
      ['Method', 'findAll'],
      ['contain[]', 'Country'],
      ['contain[]', 'Thumbnail'],
      ['limit', '20'],
      ['page', '1'],
      ['NetworkId', 'demo'],
      ['api_key', testKey],
    ]);
  });

  it('may have every parameter of the offer list at once', async () => {
    const params = {
      Target: 'Affiliate_Offer',
      Method: 'findMyOffers',
      limit: 20,
      page: 3,
      fields: ['id', 'name', 'description', 'preview_url', 'payout_type', 'default_payout', 'is_expired', 'modified'],
      contain: ['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'],
      filters: {
        name: { LIKE: '%Zoë’s “shoes” & 100_%' },
        'OfferCategory.id': [4, 52],
        'Country.code': ['GB', 'UK'],
        payout_type: ['cpa_flat', 'cpa_both'],
        id: [12, 14],
        is_expired: 0,
        status: 'active',
      },
      sort: { default_payout: 'desc', percent_payout: 'desc', id: 'asc' },
    };
    expect(await proxy.requestQuery(encodeParams(params))).toMatchObject({ status: 200 });
    const sent = [...(proxy.origin.calls[0] ?? [])].map(([name]) => name);
    // The order of sorts is part of the query; all else is in canonical order.
    expect(sent.filter((name) => name.startsWith('sort'))).toEqual([
      'sort[default_payout]',
      'sort[percent_payout]',
      'sort[id]',
    ]);
    expect(proxy.origin.calls[0]?.get('filters[name][LIKE]')).toBe('%Zoë’s “shoes” & 100_%');
  });

  it('passes listed fields on unchanged, and nothing else', async () => {
    proxy.origin.data = {
      page: '1',
      current: 0,
      count: 1,
      pageCount: null,
      secret: 'x',
      data: {
        12: {
          Offer: { id: '12', name: '<b>Lamp</b>', advertiser_id: '9', description: { deep: 1 }, percent_payout: null },
          TrackingLink: { click_url: 'https://go.example/aff_c', impression_pixel: '<img src=x>' },
          Thumbnail: [],
          Country: { GB: { code: 'GB', name: 'united kingdom', regions: [] } },
          OfferCategory: { 4: { OfferCategory: { id: '4', name: 'Home', account: 'x' } } },
          Advertiser: { company: 'hidden' },
        },
        total: { Offer: { id: '1' } },
      },
    };
    const { text, envelope } = await proxy.requestQuery(find);
    expect(envelope.data).toEqual({
      page: '1',
      current: 0,
      count: 1,
      pageCount: null,
      data: {
        12: {
          Offer: { id: '12', name: '<b>Lamp</b>', percent_payout: null },
          TrackingLink: { click_url: 'https://go.example/aff_c' },
          Thumbnail: [],
          Country: { GB: { code: 'GB', name: 'united kingdom', regions: [] } },
          OfferCategory: { 4: { OfferCategory: { id: '4', name: 'Home' } } },
        },
      },
    });
    expect(text).not.toContain('<');
  });

  it.each([[[]], [{ page: 1, current: 0, count: 0, pageCount: 0, data: [] }]])(
    'keeps the form of an empty result: %j',
    async (data) => {
      proxy.origin.data = data;
      expect((await proxy.requestQuery(find)).envelope.data).toEqual(data);
    },
  );

  it('turns an empty string in place of a list into an empty list', async () => {
    proxy.origin.data = '';
    expect((await proxy.requestQuery(find)).envelope).toMatchObject({ status: 1, data: [] });
  });

  it.each([[false], [{ id: '4', first_name: 'Mara' }]])('gives the account manager: %j', async (data) => {
    proxy.origin.data = data;
    const { envelope } = await proxy.requestQuery('Target=Affiliate_Affiliate&Method=getAccountManager');
    expect(envelope).toMatchObject({ status: 1, data });
  });

  it('never lets the impression pixel of a tracking link through', async () => {
    proxy.origin.data = {
      affiliate_id: '94',
      offer_id: 12,
      click_url: 'https://go.example/',
      impression_pixel: '<img>',
    };
    const { envelope } = await proxy.requestQuery('Target=Affiliate_Offer&Method=generateTrackingLink&offer_id=12');
    expect(envelope.data).toEqual({ offer_id: 12, click_url: 'https://go.example/' });
  });

  it('does not pollute prototypes, whatever the body holds', async () => {
    const evil =
      '{"12":{"Offer":{"id":"12","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}},"__proto__":{"Offer":{"id":"1"}}}';
    proxy.origin.data = JSON.parse(evil);
    expect((await proxy.requestQuery(find)).envelope.data).toEqual({ 12: { Offer: { id: '12' } } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a refused request', () => {
  it.each([
    ['Target=Affiliate_AffiliateUser&Method=findAll', 403, 'METHOD_NOT_ALLOWED'],
    [`${find}&limit=101`, 400, 'BAD_PARAMETER'],
    [`${find}&limit=1&limit=2`, 400, 'DUPLICATE_PARAMETER'],
    ['Target=Affiliate_Offer&Method=findById', 400, 'MISSING_PARAMETER'],
    [`${find}&api_key=x`, 400, 'UNKNOWN_PARAMETER'],
    [`${find}&filters[name][LIKE]=${'x'.repeat(3000)}`, 414, 'URI_TOO_LONG'],
  ])('%s → %i %s, in the API’s envelope and without a call', async (query, status, code) => {
    const response = await proxy.requestQuery(query);
    expect(response).toMatchObject({ status, code });
    expect(response.envelope).toMatchObject({ status: -1, httpStatus: status, data: '' });
    expect(response.envelope.errorMessage).toBe(response.envelope.errors?.[0]?.publicMessage);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(proxy.origin.calls).toEqual([]);
  });

  it('names the parameter', async () => {
    expect((await proxy.requestQuery(`${find}&limit=abc`)).envelope.errorMessage).toContain('limit');
  });

  it('does not repeat a key that a client sends as a name', async () => {
    const response = await proxy.requestQuery(`${find}&${testKey}=1`);
    expect(response).toMatchObject({ status: 400, code: 'UNKNOWN_PARAMETER' });
  });
});

it('reports its health in numbers', async () => {
  await proxy.requestQuery(find);
  await proxy.requestQuery(find);
  await proxy.requestQuery('nothing');
  expect(await proxy.health()).toMatchObject({
    status: 'ok',
    calls: 1,
    misses: 1,
    hits: 1,
    staleAnswers: 0,
    refusals: 1,
    keyInUse: 1,
    budgetLeft: 39,
  });
});

it('responds at its path, with and without a final slash, and nowhere else', async () => {
  const below = await startTestProxy({ path: '/hasoffers' });
  for (const path of ['/hasoffers', '/hasoffers/']) expect((await below.request(`${path}?${find}`)).status).toBe(200);
  expect((await below.request('/hasoffers/health')).status).toBe(200);
  for (const path of ['/', '/health', '/hasoffers/x', '/hasoffersx', '/HASOFFERS', '//hasoffers']) {
    expect(await below.request(`${path}?${find}`)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  }
  await below.close();
});
