import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tokenSecret } from '../proxy/fixtures/jwt.js';
import { makeFolder } from '../proxy/fixtures/programs.js';
import { createTokens } from '../proxy/tokens/tokens.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { buildServer } from '../scripts/build.js';
import type { Report } from './check.js';
import { worst } from './fixtures/faulty-proxies.js';
import { createNaiveProxy, createShippedProxy, type Served, serve, site, toRequest } from './fixtures/proxies.js';

const folder = makeFolder('command');
let network: SampleNetwork;
let good: Served;
let leaking: Served;

beforeAll(async () => {
  await buildServer(folder);
  network = await startSampleNetwork();
  const ours = createShippedProxy(network);
  good = await serve((query, request) => ours(toRequest(query, request)));
  leaking = await serve(createNaiveProxy(network));
}, 60_000);

// The sample network allows fifty calls in ten seconds.
afterEach(() => network.reset());

afterAll(async () => {
  await Promise.all([good.close(), leaking.close(), network.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built file alone, in another folder, as npm installs it. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return runWith({}, ...args);
}

function runWith(
  variables: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env.PATH, ...variables };
  return new Promise((resolve) => {
    const child = execFile(join(folder, 'cli.js'), [...args], { cwd: tmpdir(), env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('hasoffers-widgets check', { timeout: 30_000 }, () => {
  it('is a program', () => {
    expect(readFileSync(join(folder, 'cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  // It measures response times, and on a busy machine the proxy is slow.
  it('exits with 0 for a good proxy', { retry: 3 }, async () => {
    const { code, out, err } = await run('check', good.url, '--origin', site);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('No problems');
  });

  it('exits with 1 for a leaking proxy, reports the leak, and does not print the key', async () => {
    const { code, out } = await run('check', leaking.url, '--origin', site);
    expect(code).toBe(1);
    expect(out).toMatch(/PROBLEM {2}leak +THE API KEY IS IN THE RESPONSES/);
    expect(out).not.toContain('fa4e');
  });

  it('prints JSON with --json', async () => {
    const { code, out } = await run('check', leaking.url, '--json');
    const report = JSON.parse(out) as Report;
    expect([code, report.ok, report.endpoint]).toEqual([1, false, leaking.url]);
    expect(report.findings).toContainEqual(expect.objectContaining({ check: 'leak', level: 'problem' }));
  });

  it.each(worst)('finds: %s; and prints the hint', async (_, name, message, hint, make) => {
    // A new proxy for each run: after a failure a proxy pauses and returns another error.
    const [textProxy, jsonProxy] = await Promise.all([serve(make(network)), serve(make(network))]);
    const plain = await run('check', textProxy.url, '--origin', site);
    network.reset();
    const json = await run('check', jsonProxy.url, '--origin', site, '--json');
    await Promise.all([textProxy.close(), jsonProxy.close()]);
    expect([plain.code, json.code]).toEqual([1, 1]);
    const { findings } = JSON.parse(json.out) as Report;
    const found = findings.filter((finding) => finding.check === name && finding.level === 'problem');
    expect(found.map((finding) => finding.message).join('\n')).toMatch(message);
    expect(found.map((finding) => finding.hint).join('\n')).toMatch(hint);
    for (const { message: text } of found) expect(plain.out).toContain(text);
    expect(plain.out + json.out).not.toContain('fa4e');
  });

  it('finds that nothing listens, and prints the hint', async () => {
    const gone = await serve(async () => new Response(''));
    await gone.close();
    const { code, out } = await run('check', gone.url);
    expect(code).toBe(1);
    expect(out).toMatch(
      /PROBLEM {2}reachable +No response: ECONNREFUSED\.\n +→ Start the proxy, and check host and port\./,
    );
    expect(out).toContain('1 problem, 1 request.');
  });

  it('exits with 2 for wrong usage, and prints the usage', async () => {
    const { code, out, err } = await run('check', 'https://net.api.hasoffers.com/Apiv3/json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('hasoffers-widgets check <endpoint> [options]');
  });

  it('prints its usage with --help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--origin');
  });
});

describe('hasoffers-widgets token', () => {
  const args = ['token', '--subject', 'member-42', '--scopes', 'stats', '--network', 'demo'];
  const tokens = createTokens({ secret: tokenSecret, networkId: 'demo' });

  it('prints a token and nothing else, with the secret from the environment or a file', async () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${tokenSecret}\n`);
    for (const variables of [{ HASOFFERS_TOKEN_SECRET: tokenSecret }, { HASOFFERS_TOKEN_SECRET_FILE: file }]) {
      const { code, out, err } = await runWith(variables, ...args);
      expect([code, err]).toEqual([0, '']);
      expect(await tokens.verify(out.trimEnd())).toMatchObject({ subject: 'member-42', scopes: ['stats'] });
    }
  });

  it('ends with 2 without a secret, and for one as an argument', async () => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '' });
    const { code, out, err } = await run(...args, tokenSecret);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toContain(tokenSecret);
  });
});
