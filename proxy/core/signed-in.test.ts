import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherSecret, tokenSecret } from '../fixtures/jwt.js';
import { startTestProxy, type TestProxy } from '../fixtures/proxy.js';
import { expectRule, signedInRules, signedInVariables } from '../fixtures/signed-in-rules.js';
import { createTokens } from '../tokens/tokens.js';

const tokens = createTokens({ secret: signedInVariables.HASOFFERS_TOKEN_SECRET, networkId: 'demo' });
const options = { tokens, upstreamBudget: 1000, clientLimit: 0 };

describe('the signed-in scope', () => {
  let proxy: TestProxy;

  beforeAll(async () => {
    proxy = await startTestProxy({ ...options, affiliateUserId: signedInVariables.HASOFFERS_AFFILIATE_USER_ID });
  });
  afterAll(() => proxy.close());

  it.each(signedInRules.map((rule) => [rule.name, rule] as const))('%s', async (_, rule) => {
    const token = await rule.token?.();
    proxy.origin.data = rule.data ?? [];
    const callsBefore = proxy.origin.calls.length;
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await proxy.askFor(rule.query, { headers });
    await expectRule(rule, response, proxy.origin.calls.slice(callsBefore));
    const { texts } = proxy.recorder;
    // Neither token nor secret in any answer, header or line of the log.
    for (const secret of [tokenSecret, otherSecret, ...(token ? [token] : [])]) {
      expect(texts.filter((text) => secret.length > 9 && text.includes(secret))).toEqual([]);
    }
  });
});
