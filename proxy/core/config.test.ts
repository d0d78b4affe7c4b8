import { describe, expect, it } from 'vitest';
import { otherSecret, tokenSecret } from '../fixtures/jwt.js';
import { testKey } from '../fixtures/origin.js';
import { signedInVariables } from '../fixtures/signed-in/rule.js';
import { createTokens } from '../tokens/tokens.js';
import { parseConfig, type Variables } from './config.js';
import { checkRedisUrl, toBaseUrl } from './config-schema.js';
import { createProxy } from './create-proxy.js';
import { ConfigurationError } from './options.js';

const good = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: testKey };

function problemsOf(variables: Variables, checkKeyFile?: (path: string) => string | undefined): readonly string[] {
  try {
    parseConfig(variables, checkKeyFile && { checkKeyFile });
    return [];
  } catch (error) {
    return error instanceof ConfigurationError ? error.problems : [String(error)];
  }
}

describe('configuration from the environment', () => {
  it('needs a network id and a key, nothing else', () => {
    expect(parseConfig(good)).toEqual({
      options: { networkId: 'demo', keys: [testKey] },
      keyFile: undefined,
      redisUrl: undefined,
      host: '127.0.0.1',
      port: 8787,
      warnings: [],
    });
    expect(problemsOf({})).toEqual([
      expect.stringContaining('HASOFFERS_NETWORK_ID is missing'),
      expect.stringContaining('HASOFFERS_API_KEY is missing'),
    ]);
  });

  it('reads every variable', () => {
    const { options, host, port } = parseConfig({
      ...good,
      HASOFFERS_API_KEY: ` ${testKey} , second-key , ${testKey}`,
      HASOFFERS_ALLOWED_ORIGINS: 'https://a.example, http://localhost:3000',
      HASOFFERS_ALLOW: 'Affiliate_Goal::findAll',
      HASOFFERS_LINK_HOSTS: 'Shop.example,b.example:8443',
      HASOFFERS_CLIENT_LIMIT: '0',
      HASOFFERS_TRUSTED_HOPS: '2',
      HASOFFERS_UPSTREAM_BUDGET: '20',
      HASOFFERS_UPSTREAM_TIMEOUT: '3000',
      HASOFFERS_UPSTREAM: 'http://127.0.0.1:4000',
      HOST: '0.0.0.0',
      PORT: '0',
    });
    expect({ ...options, host, port }).toEqual({
      networkId: 'demo',
      keys: [testKey, 'second-key'],
      allowedOrigins: ['https://a.example', 'http://localhost:3000'],
      allow: ['Affiliate_Goal::findAll'],
      linkHosts: ['shop.example', 'b.example:8443'],
      clientLimit: 0,
      trustedHops: 2,
      upstreamBudget: 20,
      upstreamTimeout: 3000,
      upstream: 'http://127.0.0.1:4000',
      host: '0.0.0.0',
      port: 0,
    });
  });

  it('makes the tokens of the network from the secret', async () => {
    const { options } = parseConfig({ ...good, ...signedInVariables });
    expect(options).toMatchObject({ affiliateUserId: '5', tokens: { networkId: 'demo' } });
    for (const secret of [tokenSecret, otherSecret]) {
      const token = await createTokens({ secret, networkId: 'demo' }).mint({ subject: 'x', scopes: ['stats'] });
      expect(await options.tokens?.verify(token)).toMatchObject({ subject: 'x' });
    }
  });

  it.each([
    ['HASOFFERS_NETWORK_ID', 'evil.example/'],
    ['HASOFFERS_NETWORK_ID', 'a#'],
    ['HASOFFERS_API_KEY', 'short'],
    ['HASOFFERS_API_KEY', `${testKey},with blank inside`],
    ['HASOFFERS_ALLOWED_ORIGINS', '*,https://a.example'],
    ['HASOFFERS_ALLOWED_ORIGINS', 'https://a.example/'],
    ['HASOFFERS_ALLOWED_ORIGINS', 'null'],
    ['HASOFFERS_ALLOWED_ORIGINS', 'https://*.a.example'],
    ['HASOFFERS_ALLOWED_ORIGINS', 'a.example'],
    ['HASOFFERS_ALLOWED_ORIGINS', ','],
    ['HASOFFERS_CLIENT_LIMIT', '-1'],
    ['HASOFFERS_TRUSTED_HOPS', 'true'],
    ['HASOFFERS_UPSTREAM_BUDGET', '0'],
    ['HASOFFERS_UPSTREAM_BUDGET', '1e2'],
    ['HASOFFERS_UPSTREAM_TIMEOUT', '5s'],
    ['HASOFFERS_UPSTREAM', 'file:///etc/passwd'],
    ['HASOFFERS_UPSTREAM', 'http://user:password@a.example'],
    ['HASOFFERS_LINK_HOSTS', 'https://shop.example'],
    ['HASOFFERS_API_KEY_FILE', '/run/key'],
    ['HASOFFERS_REDIS_URL', 'redis://127.0.0.1'],
    ['HASOFFERS_TOKEN_SECRET', 'fewer-than-32-bytes'],
    ['HASOFFERS_TOKEN_SECRET', `${tokenSecret},fewer-than-32-bytes`],
    ['HASOFFERS_TOKEN_SECRET', ','],
    ['HASOFFERS_AFFILIATE_USER_ID', 'user-5'],
    ['PORT', '70000'],
  ])('refuses %s=%s by name and without its value', (name, value) => {
    const problems = problemsOf({ ...good, [name]: value });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    const shown = problems.join('\n');
    expect(shown).not.toContain(testKey);
    if (value.length > 5 && !value.startsWith('*')) expect(shown).not.toContain(value);
  });

  it.each([
    ['Affiliate_ApiKey::getUserApiKey', 'secrets'],
    ['Affiliate_ApiKey::regenerateApiKey', 'writes'],
    ['Affiliate_AffiliateUser::findAll', 'personal data'],
    ['Affiliate_Affiliate::updatePaymentMethodWire', 'writes'],
    ['Affiliate_Offer::acceptOfferTermsAndConditions', 'writes'],
    ['Affiliate_Offer::requestOfferAccess', 'writes'],
    ['Affiliate_RingRevenue::createAffiliateLoginUrl', 'writes'],
    ['Affiliate_Report::getAffiliateReferrals', 'personal data'],
    ['Affiliate_Report::getConversions', 'only served for tokens'],
    ['Affiliate_Report::getStats', 'authorize'],
    ['Affiliate_Something::findAll', 'not known'],
  ])('refuses to allow %s and says why', (methodId, why) => {
    const [problem, ...more] = problemsOf({ ...good, HASOFFERS_ALLOW: `Affiliate_Goal::findAll,${methodId}` });
    expect(more).toEqual([]);
    expect(problem).toContain(methodId);
    expect(problem).toContain(why);
  });

  it('reports all problems at once, and repeats no value', () => {
    const variables = { HASOFFERS_NETWORK_ID: 'x y', HASOFFERS_API_KEY: '!', PORT: 'x', HASOFFERS_ALLOW: testKey };
    const problems = problemsOf(variables);
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'HASOFFERS_ALLOW',
      'HASOFFERS_API_KEY',
      'HASOFFERS_NETWORK_ID',
      'PORT',
    ]);
    expect(problems.join()).not.toContain(testKey);
  });

  it('reads the key from a variable or a file, not from both', () => {
    const fine = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY_FILE: '/run/key' };
    expect(parseConfig(fine, { checkKeyFile: () => undefined }).keyFile).toBe('/run/key');
    expect(problemsOf({ ...fine, ...good }, () => undefined)).toEqual([expect.stringContaining('both')]);
    expect(problemsOf(fine, () => 'names a file that cannot be read')).toEqual([
      'HASOFFERS_API_KEY_FILE names a file that cannot be read.',
    ]);
  });

  it('refuses a star beside other origins', () => {
    expect(problemsOf({ ...good, HASOFFERS_ALLOWED_ORIGINS: 'https://a.example,*' })).toEqual([
      "HASOFFERS_ALLOWED_ORIGINS must be either '*' or a list of origins, not both.",
    ]);
  });

  it('warns about a misspelt variable', () => {
    expect(parseConfig({ ...good, HASOFFERS_ALLOWED_ORIGIN: 'x' }).warnings).toEqual([
      'HASOFFERS_ALLOWED_ORIGIN is not a known variable and has no effect.',
    ]);
  });
});

it('createProxy checks its options, too, and reports all problems at once', () => {
  const create = () => createProxy({ networkId: 'a.b', keys: ['x'], path: 'hasoffers/', upstreamBudget: 0 });
  expect(create).toThrow(ConfigurationError);
  expect(create).toThrow(/networkId [\s\S]*keys [\s\S]*upstreamBudget [\s\S]*path /);
});

it('createProxy says so when a script without types passes on a variable that is missing, or text for a list', () => {
  const variables: Record<string, never> = {};
  const create = () =>
    createProxy({
      networkId: 'demo',
      keys: [variables.HASOFFERS_API_KEY as never],
      allowedOrigins: 'https://a.example' as never,
    });
  expect(create).toThrow(/keys has a malformed key at position 1[\s\S]*allowedOrigins must be a list/);
});

it.each([
  [undefined, 'https://demo.api.hasoffers.com/Apiv3/json'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/Apiv3/json'],
  ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000/Apiv3/json'],
  ['http://127.0.0.1:4000/Apiv3/json', 'http://127.0.0.1:4000/Apiv3/json'],
  ['http://127.0.0.1:4000/v3/json/', 'http://127.0.0.1:4000/v3/json'],
  ['http://127.0.0.1:4000/network', 'http://127.0.0.1:4000/network/Apiv3/json'],
])('the API of upstream %s is at %s', (upstream, url) => {
  expect(toBaseUrl('demo', upstream)).toBe(url);
});

it.each([
  ['redis://127.0.0.1', true],
  ['redis://127.0.0.1:6379/2', true],
  ['rediss://user:p%40ss@redis.example:6380/0', true],
  ['http://127.0.0.1:6379', false],
  ['redis://', false],
  ['redis://host/name', false],
  ['127.0.0.1:6379', false],
])('the Redis URL %s is valid: %s', (url, isFine) => {
  const read = () => parseConfig({ ...good, HASOFFERS_REDIS_URL: url }, { checkRedisUrl }).redisUrl;
  if (isFine) expect(read()).toBe(url);
  else expect(read).toThrow(/HASOFFERS_REDIS_URL must be/);
});
