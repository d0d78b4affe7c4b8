import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startSampleNetwork } from '../network.js';
import { at, call, findOffers } from '../test-client.js';

const network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
beforeEach(() => network.reset());
afterAll(() => network.close());

const offer = (method: string, query: Readonly<Record<string, string>> = {}) =>
  call(network, `Affiliate_Offer::${method}`, query);

describe('Affiliate_Offer', () => {
  test('findById adds AffiliateOffer where approval is required', async () => {
    const pending = await offer('findById', { id: '1200' });
    expect(at(pending, 'data', 'AffiliateOffer', 'approval_status')).toBe('pending');
    expect((await offer('findById', { id: '1246' })).json.response.data).not.toHaveProperty('AffiliateOffer');
    expect(at(await offer('findById', { id: '1157' }), 'data', 'AffiliateOffer')).toEqual([]);
  });

  test('findById answers null for an unknown id and an error for a negative one', async () => {
    expect((await offer('findById', { id: '7' })).json.response).toMatchObject({ status: 1, data: null });
    expect((await offer('findById', { id: '-7' })).json.response.errorMessage).toBe('Row id is negative');
  });

  test('findAllFeaturedOfferIds is a list of id strings', async () => {
    const reply = await offer('findAllFeaturedOfferIds');
    expect(reply.json.response.data).toEqual(expect.arrayContaining(['1004', '1010', '1013']));
    expect(reply.json.response.data).not.toContain('1053');
  });

  test('getThumbnail is a list with a map of files, in the order asked for', async () => {
    const reply = await call(network, 'Affiliate_Offer::getThumbnail', 'ids[]=1053&ids[]=1111&ids[]=7');
    expect(reply.json.response.data).toMatchObject([
      { offer_id: '1053', Thumbnail: { 31053: { id: '31053', offer_id: '1053', display: 'Lumenhaus logo 300.PNG' } } },
      { offer_id: '1111', Thumbnail: [] },
    ]);
  });

  test('getCategories and getTargetCountries are lists, with empty lists inside', async () => {
    expect((await offer('getCategories', { 'ids[]': '1004' })).json.response.data).toEqual([
      { offer_id: '1004', categories: { 52: { id: '52', name: 'Home & Garden' } } },
    ]);
    expect((await offer('getCategories', { 'ids[]': '1111' })).json.response.data).toEqual([
      { offer_id: '1111', categories: [] },
    ]);
    expect((await offer('getTargetCountries', { 'ids[]': '1111' })).json.response.data).toEqual([
      { offer_id: '1111', countries: [] },
    ]);
  });

  test('a batch method without ids names the missing parameter', async () => {
    expect((await offer('getThumbnail')).json.response.errorMessage).toBe('Missing required argument: ids');
  });

  test('generateTrackingLink appends any parameter and keeps offer_id an int', async () => {
    const reply = await offer('generateTrackingLink', {
      offer_id: '1004',
      'params[aff_sub]': 'home page',
      'params[mine]': 'a&b',
    });
    const query = 'offer_id=1004&aff_id=94&aff_sub=home%20page&mine=a%26b';
    expect(reply.json.response.data).toEqual({
      affiliate_id: '94',
      offer_id: 1004,
      click_url: `${network.url}/aff_c?${query}`,
      impression_pixel: `<img src="${network.url}/aff_i?${query}" width="1" height="1" />`,
    });
  });

  test('a tiny link is a few letters and leads to the same offer', async () => {
    const reply = await offer('generateTrackingLink', { offer_id: '1004', 'options[tiny_url]': '1' });
    const link = String(at(reply, 'data', 'click_url'));
    expect(new URL(link).pathname).toMatch(/^\/[A-Za-z]{3,}$/);
    expect(await (await fetch(link)).text()).toContain('Fern &amp; Clay');
  });

  test('a link without approval is an empty answer or an error', async () => {
    expect((await offer('generateTrackingLink', { offer_id: '1200' })).json.response).toMatchObject({
      status: 1,
      data: [],
    });
    expect((await offer('generateTrackingLink', { offer_id: '1304' })).json.response.status).toBe(-1);
    expect((await offer('generateTrackingLink', { offer_id: '1157' })).json.response.status).toBe(-1);
    expect((await offer('generateTrackingLink', { offer_id: '7' })).json.response.status).toBe(-1);
  });

  test('an offer with a universal link has one that does not look like a tracking link, and leads to it', async () => {
    const reply = await offer('generateTrackingLink', { offer_id: '1178', 'params[aff_sub]': 'member-1' });
    const link = String(at(reply, 'data', 'click_url'));
    expect(link).toContain('offer_id=1178&aff_id=94&aff_sub=member-1');
    expect(link).not.toContain('/aff_c');
    expect(await (await fetch(link)).text()).toContain('Cutroom');
  });

  test('getPayoutDetails has the one member that was seen', async () => {
    const reply = await offer('getPayoutDetails', { offer_id: '1034' });
    expect(at(reply, 'data', 'offer_payout', 'payout')).toBe('30.00000');
    expect(at(reply, 'data', 'goals')).toMatchObject([{ name: 'Monthly plan', payout: '8.00000' }]);
  });

  test('an offer is expired by the network clock', async () => {
    const reply = await findOffers(network, { 'filters[is_expired]': '1' });
    expect(at(reply, 'data', '1286', 'Offer', 'is_expired')).toBe('1');
    expect(at(reply, 'data', '1327')).toBe(undefined);
    const soon = await offer('findById', { id: '1414' });
    expect(at(soon, 'data', 'Offer', 'expiration_date')).toBe('2026-07-04 23:59:59');
  });
});

describe('the other targets', () => {
  test('findAllCountries is a map by code, with capitals and without UK', async () => {
    const reply = await call(network, 'Affiliate_Application::findAllCountries');
    expect(at(reply, 'data', 'GB', 'Country')).toEqual({ id: '826', code: 'GB', name: 'United Kingdom', regions: [] });
    expect(at(reply, 'data', 'UK')).toBe(undefined);
  });

  test('findAllOfferCategories counts offers and can be filtered', async () => {
    const reply = await call(network, 'Affiliate_Application::findAllOfferCategories', { 'filters[name]': 'Pets' });
    expect(Object.keys(reply.json.response.data ?? {})).toEqual(['80']);
    expect(at(reply, 'data', '80', 'OfferCategory')).toMatchObject({ name: 'Pets', status: 'active', offer_count: 9 });
  });

  test('brand and profile answer in their documented forms', async () => {
    expect(
      at(await call(network, 'Affiliate_BrandInformation::getBrandInformation'), 'data', 'BrandInformation'),
    ).toMatchObject({
      company_name: 'Sample Network',
      company_region: null,
    });
    expect(at(await call(network, 'Affiliate_Affiliate::findById'), 'data', 'Affiliate', 'company')).toBe(
      'Demo Publisher',
    );
  });
});
