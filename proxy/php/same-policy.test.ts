import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createPhpProxy, phpProxyFile } from '../../scripts/php-proxy.js';
import { filterEnvelope } from '../core/envelope.js';
import { tokenSecret } from '../fixtures/jwt.js';
import { startTestOrigin, testKey } from '../fixtures/origin.js';
import { hasPhp, php } from '../fixtures/php.js';
import { expectNoWarning } from '../fixtures/php-proxy.js';
import { makeFolder, runScript } from '../fixtures/programs.js';
import { randomQueries } from '../fixtures/random-queries.js';
import { type Access, createPolicy } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';

const folder = makeFolder('php-policy');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linkHosts = ['shop.example', 'other.example:8443'];
const now = Date.parse('2026-11-29T12:00:00Z');
const allow = [
  'Affiliate_OfferFile::findAll+code',
  'Affiliate_Goal::findAll',
  'Affiliate_Application::findAllHostnames',
];
const policy = createPolicy({ linkHosts, allow, hasTokens: true, now: () => now });
const methods = [...policy.methods.values()];

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/php/${name}`, import.meta.url));
const variables = {
  HASOFFERS_NETWORK_ID: 'demo',
  HASOFFERS_API_KEY: testKey,
  HASOFFERS_TOKEN_SECRET: tokenSecret,
  HASOFFERS_LINK_HOSTS: linkHosts.join(','),
  HASOFFERS_ALLOW: allow.join(','),
  HASOFFERS_STORAGE: join(folder, 'storage'),
};

interface Output {
  readonly result?: unknown;
  readonly code?: string;
  readonly message?: string;
}

/** What the file for PHP makes of each input; see fixtures/php/parse.php. */
function parseWithPhp(inputs: readonly object[]): readonly Output[] {
  const input = inputs.map((each) => JSON.stringify(each)).join('\n');
  const { stdout, stderr } = spawnSync(
    php,
    ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1', fixture('parse.php')],
    {
      input,
      env: { PATH: process.env.PATH, ...variables },
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  expectNoWarning(stderr);
  expect(stderr).toBe('');
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Output);
}

/** The same ones each time: a failure can be looked into, and nothing fails by chance. */
function sample<Value>(values: fc.Arbitrary<Value>, numRuns: number): readonly Value[] {
  return fc.sample(values, { numRuns, seed: 21 });
}

function parse(work: () => unknown): Output {
  try {
    return { result: work() };
  } catch (error) {
    if (!(error instanceof ProxyError)) throw error;
    return { code: error.code, message: error.message };
  }
}

it('the committed file is the one that the parts and tables make: npm run build', () => {
  expect(readFileSync(phpProxyFile, 'utf8') === createPhpProxy()).toBe(true);
});

const accesses: readonly (Access | undefined)[] = [
  undefined,
  { scopes: ['stats', 'conversions', 'payments', 'messages'], lock: undefined },
  { scopes: ['stats', 'conversions'], lock: { aff_sub: 'member-1' } },
  { scopes: ['stats', 'conversions'], lock: { source: 'blog', offer_ids: ['7', '12'] } },
];

/** Every parameter with a good and a bad value of its rule; with all of them together every value is tried. */
function tableQueries(): readonly string[] {
  return methods.flatMap(({ target, method, parameters }) => {
    const required = [...parameters].filter((entry) => entry[1].required);
    return [...parameters].flatMap(([name, { rule }], index) =>
      [rule.allowed, rule.refused].map((values) => {
        const rest = required.filter(([other]) => other !== name);
        const pairs = rest.map(([other, its]) => [other, its.rule.allowed[0] ?? '']);
        const value = values[index % values.length] ?? '';
        return String(new URLSearchParams([['Target', target], ['Method', method], ...pairs, [name, value]]));
      }),
    );
  });
}

const dates = [
  '2026-11-01',
  '2026-11-29',
  '2026-09-01 10:00:00',
  '0000-00-00',
  '2026-02-31',
  '0050-06-01',
  '2024-02-29',
];
/** Of reports, whose parameters depend on each other. */
const reportQueries = fc
  .tuple(
    fc.constantFrom('getStats', 'getConversions'),
    fc.array(
      fc.oneof(
        fc.tuple(fc.constantFrom('data_start', 'data_end', 'filters[Stat.date][values][]'), fc.constantFrom(...dates)),
        fc.tuple(fc.constantFrom('filters[Stat.datetime][values][]'), fc.constantFrom(...dates)),
        fc.constantFrom(['filters[Stat.date][conditional]', 'BETWEEN'], ['limit', '500'], ['groups[]', 'Stat.date']),
        fc.constantFrom(['sort[Stat.affiliate_info1]', 'asc'], ['filters[Stat.source][values][]', 'a']),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([method, pairs]) =>
    String(
      new URLSearchParams([
        ['Target', 'Affiliate_Report'],
        ['Method', method],
        ['fields[]', method === 'getStats' ? 'Stat.clicks' : 'Stat.payout'],
        ...(pairs as [string, string][]),
      ]),
    ),
  );

// Never a segment such as `.x` before `..`: Node 20 leaves that unresolved, against the standard.
const linkParts = [
  '/',
  '/a/../b',
  '/%2e%2E/x',
  '/a/./c',
  '?q="<>\'',
  '#f`',
  '/ü',
  ':443',
  ':8443',
  '@evil',
  '{x}',
  '\\',
  '//',
];
const linkQueries = fc
  .tuple(
    fc.constantFrom(
      'https://shop.example',
      'http://other.example:8443',
      'https://SHOP.example',
      'https://shop.example:443',
    ),
    fc.array(fc.constantFrom(...linkParts), { maxLength: 4 }),
  )
  .map(([start, parts]) =>
    String(
      new URLSearchParams({
        Target: 'Affiliate_Offer',
        Method: 'generateTrackingLink',
        offer_id: '1',
        'params[url]': start + parts.join(''),
      }),
    ),
  );

describe.skipIf(!hasPhp)('on PHP', () => {
  it('every parameter of every method, and 10,000 random queries, are read as by the policy', {
    timeout: 120_000,
  }, () => {
    const queries = [
      ...tableQueries(),
      ...sample(randomQueries(methods.map(({ methodId }) => methodId)), 6000),
      ...sample(reportQueries, 3000),
      ...sample(linkQueries, 1000),
    ];
    const inputs = queries.map((query, index) => ({ query, access: accesses[index % accesses.length], now }));
    const expected = inputs.map(({ query, access }) =>
      parse(() => {
        const { query: canonical, key, lock } = policy.parse(query, access);
        return { query: canonical, key, lock: lock ?? null };
      }),
    );
    const outputs = parseWithPhp(
      inputs.map((input) => ({
        ...input,
        access: input.access ? { ...input.access, lock: input.access.lock ?? null } : null,
      })),
    );
    expect(outputs.length).toBe(inputs.length);
    const differences = outputs
      .map((output, index) => ({ ...inputs[index], php: output, node: expected[index] }))
      .filter(({ php: mine, node }) => JSON.stringify(mine) !== JSON.stringify(node));
    expect(differences.slice(0, 3)).toEqual([]);
    expect(expected.filter(({ result }) => result !== undefined).length).toBeGreaterThan(2000);
  });

  it('2,000 random bodies are filtered as by the policy', { timeout: 120_000 }, () => {
    const names = [
      'data',
      'Offer',
      'Stat',
      'id',
      'name',
      'Thumbnail',
      'OfferFile',
      'Country',
      '12',
      'code',
      'count',
      'x',
    ];
    const more = [
      'AffiliateReceipt',
      'token',
      'totals',
      'affiliate_info1',
      'source',
      'offer_id',
      'regions',
      '__proto__',
    ];
    const leaf = fc.constantFrom(null, false, true, '', '7', 'member-1', 'blog', 3, 1.5, 'a<b>\u2028é');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('map')),
      map: fc.dictionary(fc.constantFrom(...names, ...more), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    }));
    const status = fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, -1, '1', undefined);
    const body = fc.tuple(status, value).map(([code, data]) => JSON.stringify({ response: { status: code, data } }));
    const inputs = sample(body, 2000).map((text, index) => {
      const method = methods[index % methods.length];
      return { methodId: method?.methodId ?? '', lock: accesses[index % accesses.length]?.lock ?? null, body: text };
    });
    const expected = inputs.map(({ methodId, lock, body: text }) => {
      const method = policy.methods.get(methodId);
      if (method === undefined) throw new Error(methodId);
      const parsed = parse(() => JSON.parse(filterEnvelope(text, { method, lock: lock ?? undefined }).text));
      return parsed;
    });
    const outputs = parseWithPhp(inputs);
    for (const [index, output] of outputs.entries()) {
      expect({ ...inputs[index], ...output }).toEqual({ ...inputs[index], ...expected[index] });
    }
    expect(expected.filter(({ result }) => result !== undefined).length).toBeGreaterThan(200);
  });

  it('10,000 random queries: never a 500, no call for what is not listed, no warning', {
    timeout: 120_000,
  }, async () => {
    const publicMethods = createPolicy({ linkHosts: [], allow: [] }).methods;
    const queries = sample(randomQueries([...publicMethods.keys()]), 10_000);
    const origin = await startTestOrigin();
    origin.data = [];
    const { stdout, stderr } = await runScript(php, ['-d', 'error_reporting=-1', fixture('requests.php')], {
      input: queries.join('\n'),
      variables: {
        HASOFFERS_NETWORK_ID: 'demo',
        HASOFFERS_API_KEY: testKey,
        HASOFFERS_UPSTREAM: origin.url,
        HASOFFERS_CLIENT_LIMIT: '0',
        HASOFFERS_UPSTREAM_BUDGET: '1000',
        HASOFFERS_STORAGE: join(folder, 'random'),
      },
    });
    await origin.close();
    expectNoWarning(stderr + stdout);
    const statuses = stdout.trimEnd().split('\n');
    expect(statuses.length).toBe(queries.length);
    expect([...new Set(statuses)].sort().join()).toMatch(/^200,400,403(,414)?$/);
    expect(statuses.filter((status) => status === '200').length).toBeGreaterThan(100);
    expect(statuses.filter((status) => status === '400').length).toBeGreaterThan(1000);
    for (const call of origin.calls) {
      expect(publicMethods.has(`${call.get('Target')}::${call.get('Method')}`)).toBe(true);
      expect(call.getAll('api_key').map((key) => key === testKey)).toEqual([true]);
    }
  });
});
