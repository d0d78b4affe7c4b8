import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleKeys } from './keys.js';
import { type SampleNetwork, startSampleNetwork } from './network.js';
import { call } from './test-client.js';

describe('rate limit', () => {
  let network: SampleNetwork;
  let now = Date.parse('2026-07-01T12:00:00Z');
  beforeAll(async () => {
    network = await startSampleNetwork({ now: () => now });
  });
  afterAll(() => network.close());

  const manager = (key: string) => call(network, 'Affiliate_Affiliate::getAccountManager', { api_key: key });
  const statuses = async (count: number) => {
    const replies = await Promise.all(Array.from({ length: count }, () => manager(sampleKeys.active)));
    return replies.filter((reply) => reply.json.response.status === 1).length;
  };

  test('lets 50 calls through and refuses the 51st with status 200 and no Retry-After', async () => {
    expect(await statuses(50)).toBe(50);
    const refused = await manager(sampleKeys.active);
    expect(refused.status).toBe(200);
    expect(refused.headers.get('retry-after')).toBe(null);
    expect(refused.json.response.errorMessage).toMatch(
      /^sample\. {2}API usage exceeded rate limit\. {2}Configured: 50\/10s window; Your usage: 51\./,
    );
  });

  test('counts each key on its own', async () => {
    expect((await manager(sampleKeys.second)).json.response.status).toBe(1);
  });

  test('slides: calls come free as the old ones leave the window', async () => {
    now += 9_999;
    expect(await statuses(1)).toBe(0);
    now += 1;
    expect(await statuses(60)).toBe(50);
  });
});
