import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { attackHeaders, attacks, site } from '../fixtures/attacks.js';
import { tokenSecret } from '../fixtures/jwt.js';
import { testKey } from '../fixtures/origin.js';
import { phpFolder } from '../fixtures/php.js';
import { hasRuntimes, runtimesFolder } from '../fixtures/programs.js';
import { signedInRules } from '../fixtures/signed-in/rules.js';

/** The part of `@php-wasm/universal` that is used here. */
interface Php {
  mkdir(path: string): void;
  writeFile(path: string, content: string | Uint8Array): void;
  run(options: { readonly scriptPath: string }): Promise<{ readonly text: string; readonly errors: string }>;
}

/** PHP 7.4 compiled to WebAssembly: no distribution that is still maintained has it. It reaches no network. */
async function startPhp74(): Promise<Php> {
  const require = createRequire(join(runtimesFolder, 'package.json'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const [{ getPHPLoaderModule }, { PHP, loadPHPRuntime }] = await Promise.all([
    load('@php-wasm/node-7-4'),
    load('@php-wasm/universal'),
  ]);
  return new PHP(await loadPHPRuntime(await getPHPLoaderModule(), {})) as Php;
}

const script = `<?php
namespace HasOffersProxy;
error_reporting(-1);
ini_set('display_errors', '1');
define('HASOFFERS_PROXY_LIBRARY', true);
require '/proxy/hasoffers-proxy.php';
$input = json_decode(file_get_contents('/proxy/input.json'), true);
$output = ['version' => PHP_VERSION, 'responses' => []];
foreach ($input['requests'] as $request) {
    $response = handle($input['settings'], $request);
    $response['after']();
    $output['responses'][] = [$response['status'], json_decode($response['body'])->response->errors[0]->code ?? null];
}
echo json_encode($output);
`;

/** Everything that is refused without a call to HasOffers. */
const refused = signedInRules.filter(({ status }) => status !== 200);

describe.skipIf(!hasRuntimes)('on PHP 7.4', () => {
  let version = '';
  let responses: readonly (readonly [status: number, code: string])[] = [];

  beforeAll(async () => {
    const php = await startPhp74();
    const toRequest = (target: string, method = 'GET', headers: object = {}): object => {
      const [path = '', ...query] = target.split('?');
      const common = { origin: 'http://localhost', address: '203.0.113.9' };
      return { ...common, method, path, query: query.join('?'), headers };
    };
    const attackRequests = attacks.map((attack) =>
      toRequest(attack.target, attack.options?.method, attackHeaders(attack)),
    );
    const ruleRequests = refused.map(async ({ token, query }) => {
      const text = await token?.();
      return toRequest(`/?${query}`, 'GET', text === undefined ? {} : { authorization: `Bearer ${text}` });
    });
    const settings = {
      HASOFFERS_NETWORK_ID: 'demo',
      HASOFFERS_API_KEY: testKey,
      HASOFFERS_ALLOWED_ORIGINS: site,
      HASOFFERS_CLIENT_LIMIT: 0,
      HASOFFERS_TOKEN_SECRET: tokenSecret,
      HASOFFERS_STORAGE: '/storage',
    };
    const requests = [...attackRequests, ...(await Promise.all(ruleRequests))];
    php.mkdir('/proxy');
    php.writeFile('/proxy/hasoffers-proxy.php', readFileSync(join(phpFolder, 'hasoffers-proxy.php')));
    php.writeFile('/proxy/input.json', JSON.stringify({ settings, requests }));
    php.writeFile('/proxy/run.php', script);
    const { text } = await php.run({ scriptPath: '/proxy/run.php' });
    // Anything that PHP warns of would stand before the JSON.
    expect(text).toMatch(/^\{"version"/);
    ({ version, responses } = JSON.parse(text));
  }, 120_000);

  it('the version is the oldest that is supported', () => {
    expect(version).toMatch(/^7\.4\./);
  });

  it('every attack is refused as elsewhere', () => {
    const expected = attacks.map(({ name, status, code }) => [name, status, code]);
    const got = attacks.map(({ name, code }, index) => {
      const [status, its] = responses[index] ?? [];
      return [name, status, code === undefined ? undefined : its];
    });
    expect(got).toEqual(expected);
  });

  it('every request with a token that is refused elsewhere is refused', () => {
    const got = refused.map(({ name, code }, index) => {
      const [status, its] = responses[attacks.length + index] ?? [];
      return [name, status, code === undefined ? undefined : its];
    });
    expect(got).toEqual(refused.map(({ name, status, code }) => [name, status, code]));
  });
});
