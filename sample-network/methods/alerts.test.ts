import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type SampleKeyName, sampleKeys } from '../keys.js';
import { startSampleNetwork } from '../network.js';
import { at, call } from '../test-client.js';

const network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
beforeEach(() => network.reset());
afterAll(() => network.close());

const ask = (method: string, query: Readonly<Record<string, string>> = {}, key: SampleKeyName = 'active') =>
  call(network, method, { ...query, api_key: sampleKeys[key] });

const userIdOf = async (key: SampleKeyName): Promise<string> =>
  String(at(await ask('Affiliate_AffiliateUser::getContext', {}, key), 'data', 'AffiliateUser', 'id'));

const alerts = (query: Readonly<Record<string, string>>, key: SampleKeyName = 'active') =>
  ask('Affiliate_Alert::getAffiliateUserAlerts', query, key);

describe('Affiliate_AffiliateUser', () => {
  test("getContext has the user's id, the network's currency and what is nobody's business", async () => {
    expect((await ask('Affiliate_AffiliateUser::getContext')).json.response.data).toMatchObject({
      Affiliate: { id: '94' },
      AffiliateUser: { id: '2094', affiliate_id: '94', email: 'demo@publisher.example' },
      BrandPreferences: { network_currency: 'USD' },
      AccountManager: { id: '4' },
    });
  });

  test('rights are those of the key', async () => {
    const access = async (key: SampleKeyName) =>
      at(await ask('Affiliate_AffiliateUser::getContext', {}, key), 'data', 'AffiliateUser', 'access');
    expect(await access('active')).toContain('Affiliate.stats');
    expect(await access('noStats')).not.toContain('Affiliate.stats');
  });
});

describe('getAffiliateUserAlerts', () => {
  test('needs a user, and has nothing for another one', async () => {
    expect((await alerts({})).json.response.status).toBe(-1);
    expect((await alerts({ affiliate_user_id: '2095' })).json.response.data).toEqual([]);
  });

  test('is a map of alerts with their AffiliateUserAlert, never paged', async () => {
    const reply = await alerts({ affiliate_user_id: '2094', limit: '2', page: '1' });
    expect(reply.json.response.data).toMatchObject({
      812: {
        // Five hours ago in UTC.
        Alert: { id: '812', type_code: '100', date: '2026-07-01', datetime: '2026-07-01 07:00:00' },
        AffiliateUserAlert: { alert_id: '812', affiliate_user_id: '2094', is_dismissed: '0' },
      },
    });
    expect(Object.keys(reply.json.response.data ?? {})).toHaveLength(2);
  });

  test.each([
    ['0', 7],
    ['1', 1],
  ])('is_dismissed=%s finds %d', async (is_dismissed, count) => {
    const { data } = (await alerts({ affiliate_user_id: '2094', is_dismissed })).json.response;
    expect(Object.keys(data ?? {})).toHaveLength(count);
  });

  test('texts are HTML, harmful HTML included', async () => {
    const { text } = await alerts({ affiliate_user_id: '2094' });
    for (const part of ['<b>Maestro Loft', '<script>', 'onerror=', 'javascript:alert', '&amp;amp;']) {
      expect(text.replaceAll('\\/', '/')).toContain(part);
    }
  });

  test.each<readonly [SampleKeyName, number]>([
    ['many', 300],
    ['empty', 0],
  ])('%s: %d alerts', async (key, count) => {
    const { data } = (await alerts({ affiliate_user_id: await userIdOf(key) }, key)).json.response;
    expect(Object.keys(data ?? {})).toHaveLength(count);
  });
});
