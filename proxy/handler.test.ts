import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProxy } from './handler.js';
import { type Listening, listen } from './node.js';
import { createRecorder, type Recorded, type Recorder } from './test-leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from './test-origin.js';

const find = 'Target=Affiliate_Offer&Method=findAll';
let origin: TestOrigin;
let server: Listening;
let recorder: Recorder;

beforeEach(async () => {
  origin = await startTestOrigin();
  recorder = createRecorder();
  const proxy = createProxy({ networkId: 'demo', keys: [testKey], upstream: origin.url, log: recorder.log });
  server = await listen(proxy, { host: '127.0.0.1', port: 0 });
});

afterEach(async () => {
  await server.close();
  await origin.close();
  recorder.expectNoKey(testKey);
});

async function get(path: string, init: RequestInit = {}): Promise<Recorded> {
  return recorder.record(await fetch(`${server.url}${path}`, init));
}

describe('a request the widgets make', () => {
  it('reaches upstream in canonical form with the credentials added, and comes back without the echo', async () => {
    const { status, text, headers } = await get(`/?page=1&${find}&contain[]=Thumbnail&contain%5B%5D=Country&limit=20`);
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
    expect([...(origin.calls[0] ?? [])]).toEqual([
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

  it('lets listed fields through as they come and nothing else', async () => {
    origin.data = {
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
          Advertiser: { company: 'hidden' },
        },
      },
    };
    const { text, envelope } = await get(`/?${find}`);
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
        },
      },
    });
    expect(text).not.toContain('<');
  });

  it.each([[[]], [{ page: 1, current: 0, count: 0, pageCount: 0, data: [] }]])(
    'keeps empty results: %j',
    async (data) => {
      origin.data = data;
      expect((await get(`/?${find}`)).envelope.data).toEqual(data);
    },
  );

  it.each([[false], [{ id: '4', first_name: 'Mara' }]])('gives the account manager: %j', async (data) => {
    origin.data = data;
    const { envelope } = await get('/?Target=Affiliate_Affiliate&Method=getAccountManager');
    expect(envelope).toMatchObject({ status: 1, data });
  });
});

describe('a refusal', () => {
  it.each([
    ['Target=Affiliate_AffiliateUser&Method=findAll', 403, 'METHOD_NOT_ALLOWED'],
    [`${find}&limit=101`, 400, 'BAD_PARAMETER'],
    [`${find}&limit=1&limit=2`, 400, 'DUPLICATE_PARAMETER'],
    ['Target=Affiliate_Offer&Method=findById', 400, 'MISSING_PARAMETER'],
    [`${find}&api_key=x`, 400, 'UNKNOWN_PARAMETER'],
    [`${find}&filters[name][LIKE]=${'x'.repeat(3000)}`, 414, 'URI_TOO_LONG'],
  ])('%s → %i %s, in the API’s envelope and without a call', async (query, status, code) => {
    const answer = await get(`/?${query}`);
    expect(answer).toMatchObject({ status, code });
    expect(answer.envelope).toMatchObject({ status: -1, httpStatus: status, data: '' });
    expect(answer.envelope.errorMessage).toBe(answer.envelope.errors?.[0]?.publicMessage);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(origin.calls).toEqual([]);
  });

  it('names the parameter', async () => {
    expect((await get(`/?${find}&limit=abc`)).envelope.errorMessage).toContain('limit');
  });
});
