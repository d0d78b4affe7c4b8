import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { disabledNetworkId, sampleKeys } from './keys.js';
import { startSampleNetwork } from './network.js';
import { at, call, encodeQuery, get, read } from './test-client.js';

const network = await startSampleNetwork();
beforeEach(() => network.reset());
afterAll(() => network.close());

const manager = { Target: 'Affiliate_Affiliate', Method: 'getAccountManager', api_key: sampleKeys.active };
const url = (path: string, query: Readonly<Record<string, string>> = manager) =>
  `${network.url}${path}?${encodeQuery(query)}`;

describe('endpoint forms', () => {
  test('answers the current form with version 2', async () => {
    const reply = await get(url('/Apiv3/json'));
    expect(reply.json.response.status).toBe(1);
    expect(reply.json.request).toMatchObject({ Format: 'json', Service: 'HasOffers', Version: '2' });
  });

  test('answers the older form, target in the path, with version 3', async () => {
    const reply = await get(
      url('/v3/Affiliate_Affiliate.json', { Method: 'getAccountManager', api_key: sampleKeys.active }),
    );
    expect(at(reply, 'data', 'first_name')).toBe('Mara');
    expect(reply.json.request).toMatchObject({ Target: 'Affiliate_Affiliate', Version: '3' });
  });

  test('answers a form POST like a GET, and lets the body win', async () => {
    const body = new URLSearchParams({ ...manager, limit: '2' });
    const reply = await read(await fetch(`${network.url}/Apiv3/json?limit=9`, { method: 'POST', body }));
    expect(reply.json.response.status).toBe(1);
    expect(reply.json.request).toMatchObject({ limit: '2' });
    expect(network.calls).toMatchObject([{ verb: 'POST', target: 'Affiliate_Affiliate', key: sampleKeys.active }]);
  });

  test('wraps JSONP in the callback and nothing else', async () => {
    const reply = await get(url('/Apiv3/jsonp', { ...manager, callback: 'app.read' }));
    expect(reply.headers.get('content-type')).toBe('application/javascript');
    expect(reply.text).toMatch(/^app\.read\(\{"request".*\);$/s);
    expect((await get(url('/Apiv3/jsonp', { ...manager, callback: '<script>' }))).text).toMatch(/^callback\(/);
  });

  test('takes the network id from a parameter, a prefix of ours or the host name', async () => {
    expect((await get(url('/Apiv3/json', { ...manager, NetworkId: 'sample' }))).json.response.status).toBe(1);
    const disabled = await get(url(`/network/${disabledNetworkId}/Apiv3/json`));
    expect(disabled.json.response.errorMessage).toBe('Affiliate API feature is disabled');
    expect((await get(url('/network/nobody/Apiv3/json'))).json.response.errors).toEqual({
      publicMessage: 'Network id is not valid',
    });
  });

  test('is a plain 404 outside of the API', async () => {
    const reply = await get(`${network.url}/Apiv4/json`);
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toMatch(/html/);
  });
});

describe('what every reply has', () => {
  test('echoes all parameters as strings, the key and unknown ones included', async () => {
    const reply = await get(`${url('/Apiv3/json')}&_=123&limit=5&contain[]=A&x[y]=1`);
    expect(reply.json.request).toEqual({
      Target: 'Affiliate_Affiliate',
      Format: 'json',
      Service: 'HasOffers',
      Version: '2',
      Method: 'getAccountManager',
      api_key: sampleKeys.active,
      _: '123',
      limit: '5',
      contain: ['A'],
      x: { y: '1' },
    });
  });

  test('carries the recorded headers on success and on failure', async () => {
    for (const key of [sampleKeys.active, 'wrong']) {
      const { headers, status } = await get(url('/Apiv3/json', { ...manager, api_key: key }));
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-headers')).toBe('X-Requested-With');
      expect(headers.get('content-type')).toBe('application/json');
    }
  });

  test('answers a preflight', async () => {
    const response = await fetch(url('/Apiv3/json'), { method: 'OPTIONS' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(network.calls).toHaveLength(0);
  });

  test('escapes slashes as PHP does', async () => {
    expect((await get(url('/Apiv3/json'))).text).toContain('http:\\/\\/');
  });
});

describe('check order', () => {
  test('format comes before everything, as an object here and as a list in the older form', async () => {
    const nonsense = { Target: 'No', Method: 'No', NetworkId: 'nobody', api_key: 'wrong' };
    const link = 'http://developers.hasoffers.com/';
    const errors = { publicMessage: 'Unsupported output format in URL' };
    expect((await get(url('/Apiv3/xml', nonsense))).json).toEqual({ response: { errors, link } });
    expect((await get(url('/v3/No.xml', nonsense))).json).toEqual({ response: { errors: [errors], link } });
  });

  test('the network id comes before the key, without an envelope', async () => {
    const { json } = await get(
      url('/Apiv3/json', { Target: 'No', Method: 'No', NetworkId: 'nobody', api_key: 'wrong' }),
    );
    expect(json).toEqual({
      response: { errors: { publicMessage: 'Network id is not valid' }, link: 'http://developers.hasoffers.com/' },
    });
  });

  test('the key comes before the target', async () => {
    const reply = await call(network, 'No::No', { api_key: 'wrong' });
    expect(reply.json.response).toEqual({
      status: -1,
      httpStatus: 200,
      data: '',
      errors: [{ publicMessage: 'api_key wrong is not authenticated' }],
      errorMessage: 'api_key wrong is not authenticated',
    });
  });

  test('the rate comes before permission and target', async () => {
    const reply = await call(network, 'No::No', { api_key: sampleKeys.throttled });
    expect(reply.json.response.errorMessage).toContain('API usage exceeded rate limit');
  });

  test('permission comes before the method', async () => {
    const reply = await call(network, 'Affiliate_Report::No', { api_key: sampleKeys.noStats });
    expect(reply.json.response.errorMessage).toBe('User is not permitted to perform this action');
  });

  test('target and method come before parameters', async () => {
    expect((await call(network, 'No::findAll')).json.response.errorMessage).toBe('Target No does not exist');
    expect((await call(network, 'Affiliate_Offer::no', { 'filters[x]': '1' })).json.response.errorMessage).toBe(
      'Method no does not exist on Affiliate_Offer',
    );
    expect((await call(network, 'Affiliate_Offer::findById')).json.response.errorMessage).toBe(
      'Missing required argument: id',
    );
  });

  test('method names are case sensitive', async () => {
    expect((await call(network, 'Affiliate_Offer::findall')).json.response.status).toBe(-1);
  });
});

describe('running it', () => {
  test('records each call without its credentials among the parameters', async () => {
    await call(network, 'Affiliate_Offer::findAll', { 'fields[]': 'id', 'sort[name]': 'asc', limit: '1' });
    expect(network.calls).toMatchObject([
      { target: 'Affiliate_Offer', method: 'findAll', key: sampleKeys.active, networkId: 'sample', verb: 'GET' },
    ]);
    expect(network.calls[0]?.params).toEqual({ fields: ['id'], sort: { name: 'asc' }, limit: '1' });
  });

  test('forgets the oldest calls, so that memory stays bounded', async () => {
    const small = await startSampleNetwork({ maxRecorded: 3, rateLimit: { calls: 100, windowMs: 1000 } });
    for (let i = 0; i < 5; i += 1) await call(small, 'Affiliate_Offer::findById', { id: String(i) });
    expect(small.calls.map((entry) => entry.params.id)).toEqual(['2', '3', '4']);
    await small.close();
  });

  test('does not remember oversized parameters', async () => {
    await read(
      await fetch(url('/Apiv3/json'), { method: 'POST', body: new URLSearchParams({ big: 'x'.repeat(20_000) }) }),
    );
    expect(network.calls[0]?.params).toEqual({});
  });

  test('reset takes everything back', async () => {
    network.setFault('hang');
    network.setOfferCount(0);
    network.revokeKey(sampleKeys.active);
    network.changeOffer(1004, { name: 'Changed' });
    network.reset();
    expect(network.calls).toHaveLength(0);
    expect(at(await call(network, 'Affiliate_Offer::findById', { id: '1004' }), 'data', 'Offer', 'name')).toBe(
      'Fern & Clay | UK | CPS',
    );
  });

  test('closes at once while calls hang', async () => {
    const other = await startSampleNetwork();
    other.setFault('hang');
    const hanging = call(other, 'Affiliate_Offer::findAll').catch(() => 'cut');
    while (other.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await other.close();
    expect(await hanging).toBe('cut');
  });

  test('says so when the port is taken', async () => {
    const port = Number(new URL(network.url).port);
    await expect(startSampleNetwork({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
