import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../../sample-network/network.js';
import { getAccountManager } from '../../shared/api/account-manager.js';
import { findAllCountries, findAllOfferCategories } from '../../shared/api/application.js';
import { createClient } from '../../shared/api/client.js';
import { findFeaturedOfferIds, findOffers, offerRelations, offerSorts } from '../../shared/api/offers.js';
import { getCategories, getTargetCountries, getThumbnails } from '../../shared/api/relations.js';
import type { ApiClient, ApiRequest } from '../../shared/api/request.js';
import { generateTrackingLink } from '../../shared/api/tracking-link.js';
import { type Listening, listen } from '../adapters/node.js';
import { createProxy } from './create-proxy.js';

let network: SampleNetwork;
let server: Listening;
let direct: ApiClient['send'];
let throughProxy: ApiClient['send'];
const leaks: string[] = [];

beforeAll(async () => {
  network = await startSampleNetwork({ rateLimit: { calls: 1000, windowMs: 10_000 } });
  const options = { networkId: sampleNetworkId, keys: [sampleKeys.active], upstream: network.url };
  server = await listen(createProxy({ ...options, upstreamBudget: 1000 }), { host: '127.0.0.1', port: 0 });
  const key = new URLSearchParams({ NetworkId: sampleNetworkId, api_key: sampleKeys.active });
  direct = createClient({ endpoint: `${network.url}/Apiv3/json?${key}` }).send;
  throughProxy = createClient({ endpoint: `${server.url}/`, onKeyLeak: () => leaks.push('leak') }).send;
});

afterAll(async () => {
  await server.close();
  await network.close();
});

const all = { limit: 100, relations: offerRelations };
const requests: Record<string, ApiRequest<unknown>> = {
  'the account manager': getAccountManager(),
  'the first page of offers with every relation': findOffers(all),
  'the second page': findOffers({ ...all, page: 2, limit: 50 }),
  'my offers': findOffers({ ...all, source: 'mine' }),
  'my approved offers': findOffers({ ...all, source: 'approved' }),
  ...Object.fromEntries(offerSorts.map((sort) => [`offers by ${sort}`, findOffers({ limit: 20, sort })])),
  'offers by name': findOffers({ limit: 20, search: 'a “quoted” & 50% _ term' }),
  'offers with a common letter': findOffers({ limit: 20, search: 'e' }),
  'offers of countries and categories': findOffers({ limit: 20, countries: ['GB', 'DE'], categories: ['1', '2', '3'] }),
  'offers by payout type': findOffers({ limit: 20, payoutTypes: ['cpa_flat', 'cpc'] }),
  'offers by id': findOffers({ limit: 20, ids: ['1004', '1010', '1013'] }),
  'no offers at all': findOffers({ limit: 20, ids: [] }),
  'featured ids': findFeaturedOfferIds(),
  pictures: getThumbnails(['1004', '1010']),
  categories: getCategories(['1004', '1010']),
  countries: getTargetCountries(['1004', '1010']),
  'all categories': findAllOfferCategories(),
  'all countries': findAllCountries(),
  'a tracking link': generateTrackingLink('1004', { aff_sub: 'home', source: 'blog' }),
};

describe('what the widgets decode is the same through the proxy as straight from the network', () => {
  it.each(Object.entries(requests))('%s', async (_, request) => {
    const expected = await direct(request);
    expect(await throughProxy(request)).toEqual(expected);
    expect(leaks).toEqual([]);
  });
});

it('every request is told that the key is rejected, not only the one that found it out', async () => {
  const options = { networkId: sampleNetworkId, keys: [sampleKeys.rejected], upstream: network.url };
  const rejected = await listen(createProxy({ ...options, log: () => {} }), { host: '127.0.0.1', port: 0 });
  const { send } = createClient({ endpoint: `${rejected.url}/` });
  await expect(send(getAccountManager())).rejects.toMatchObject({ code: 'auth', retryAfter: undefined });
  await expect(send(findOffers({ limit: 20 }))).rejects.toMatchObject({ code: 'auth', retryAfter: expect.any(Number) });
  await rejected.close();
});
