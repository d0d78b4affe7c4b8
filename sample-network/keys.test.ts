import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type SampleKeyName, sampleKeys } from './keys.js';
import { startSampleNetwork } from './network.js';
import { at, call } from './test-client.js';

const network = await startSampleNetwork();
beforeEach(() => network.reset());
afterAll(() => network.close());

const as = (name: SampleKeyName, method: string, query: Readonly<Record<string, string>> = {}) =>
  call(network, method, { ...query, api_key: sampleKeys[name] });

describe('keys', () => {
  test('are 64 lower-case hex characters and all different', () => {
    const keys = Object.values(sampleKeys);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('active: a manager with all nine fields, flat', async () => {
    const reply = await as('active', 'Affiliate_Affiliate::getAccountManager');
    expect(Object.keys(reply.json.response.data ?? {})).toEqual([
      'id',
      'first_name',
      'last_name',
      'title',
      'email',
      'phone',
      'cell_phone',
      'aim',
      'photo',
    ]);
  });

  test('second: the same affiliate', async () => {
    const ids = await Promise.all(
      (['active', 'second'] as const).map(async (name) =>
        at(await as(name, 'Affiliate_Affiliate::findById'), 'data', 'Affiliate', 'id'),
      ),
    );
    expect(ids).toEqual(['94', '94']);
  });

  test('noStats: offers, but no reports', async () => {
    expect((await as('noStats', 'Affiliate_Offer::findAll', { limit: '1' })).json.response.status).toBe(1);
    const reply = await as('noStats', 'Affiliate_Report::getStats', { 'fields[]': 'Stat.clicks' });
    expect(reply.json.response.errorMessage).toBe('User is not permitted to perform this action');
  });

  test.each(['pending', 'rejected'] as const)('%s: not authenticated, with the key in the message', async (name) => {
    const reply = await as(name, 'Affiliate_Affiliate::getAccountManager');
    expect(reply.status).toBe(200);
    expect(reply.json.response.errorMessage).toBe(`api_key ${sampleKeys[name]} is not authenticated`);
  });

  test('no key and a network token: not authenticated', async () => {
    expect((await call(network, 'Affiliate_Offer::findAll', { api_key: '' })).json.response.errorMessage).toBe(
      'api_key  is not authenticated',
    );
    const response = await fetch(
      `${network.url}/Apiv3/json?Target=Affiliate_Offer&Method=findAll&NetworkToken=NETfake`,
    );
    expect(await response.text()).toContain('NetworkToken NETfake is not authenticated');
  });

  test('noManager: false, and no id in the profile', async () => {
    expect((await as('noManager', 'Affiliate_Affiliate::getAccountManager')).json.response).toMatchObject({
      status: 1,
      data: false,
    });
    expect(at(await as('noManager', 'Affiliate_Affiliate::findById'), 'data', 'Affiliate', 'account_manager_id')).toBe(
      null,
    );
  });

  test('bareManager: the four members of the documented sample', async () => {
    expect((await as('bareManager', 'Affiliate_Affiliate::getAccountManager')).json.response.data).toEqual({
      id: '4',
      first_name: 'Mara',
      last_name: 'Okafor',
      title: 'Partner Manager',
    });
  });

  test('throttled: the recorded message from the first call on', async () => {
    expect((await as('throttled', 'Affiliate_Affiliate::getAccountManager')).json.response.errorMessage).toBe(
      'sample.  API usage exceeded rate limit.  Configured: 50/10s window; Your usage: 51.  See https://help.tune.com/hasoffers/rate-limit-error/ for guidance.',
    );
  });

  test('empty: a manager, no offers, and an empty list in both shapes', async () => {
    expect(at(await as('empty', 'Affiliate_Affiliate::getAccountManager'), 'data', 'id')).toBe('4');
    expect((await as('empty', 'Affiliate_Offer::findAll')).json.response.data).toEqual([]);
    expect((await as('empty', 'Affiliate_Offer::findAll', { limit: '5' })).json.response.data).toEqual({
      page: 1,
      current: 0,
      count: 0,
      pageCount: 0,
      data: [],
    });
  });

  test('refusesRelations: any contain fails the call, and without it the call works', async () => {
    const refused = await as('refusesRelations', 'Affiliate_Offer::findAll', { limit: '1', 'contain[]': 'Thumbnail' });
    expect(refused.json.response).toMatchObject({ status: -1, data: '' });
    expect((await as('refusesRelations', 'Affiliate_Offer::findAll', { limit: '1' })).json.response.status).toBe(1);
  });

  test('noTrackingLinks: the relation is empty and the method fails', async () => {
    const reply = await as('noTrackingLinks', 'Affiliate_Offer::findById', { id: '1004', 'contain[]': 'TrackingLink' });
    expect(at(reply, 'data', 'TrackingLink')).toEqual([]);
    const link = await as('noTrackingLinks', 'Affiliate_Offer::generateTrackingLink', { offer_id: '1004' });
    expect(link.json.response.status).toBe(-1);
  });

  test('many: 3,000 offers, all of them approved, the same on every run', async () => {
    const page = await as('many', 'Affiliate_Offer::findAll', { limit: '1', 'filters[approval_status]': 'approved' });
    expect(at(page, 'data', 'count')).toBe(3000);
    const all = await as('many', 'Affiliate_Offer::findMyApprovedOffers', { 'fields[]': 'id' });
    expect(Object.keys(all.json.response.data ?? {})).toHaveLength(3000);
  });

  test('a revoked key fails at once and the second key goes on', async () => {
    network.revokeKey(sampleKeys.active);
    expect((await as('active', 'Affiliate_Affiliate::getAccountManager')).json.response.status).toBe(-1);
    expect((await as('second', 'Affiliate_Affiliate::getAccountManager')).json.response.status).toBe(1);
    network.restoreKey(sampleKeys.active);
    expect((await as('active', 'Affiliate_Affiliate::getAccountManager')).json.response.status).toBe(1);
  });

  test('getUserApiKey hands out the secret, so that a leak test can catch it', async () => {
    expect((await as('active', 'Affiliate_ApiKey::getUserApiKey')).json.response.data).toEqual({
      api_key: sampleKeys.active,
      status: 'active',
    });
  });
});
