import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../proxy/fixtures/programs.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { buildCommand } from '../scripts/build.js';
import type { Report } from './check.js';
import { worst } from './fixtures/faulty-proxies.js';
import { makeOurs, passThrough, type Served, serve, site, toRequest } from './fixtures/proxies.js';

const folder = makeFolder('command');
let network: SampleNetwork;
let good: Served;
let leaking: Served;

beforeAll(async () => {
  await buildCommand(folder);
  network = await startSampleNetwork();
  const ours = makeOurs(network);
  good = await serve((query, request) => ours(toRequest(query, request)));
  leaking = await serve(passThrough(network));
}, 60_000);

// Fifty calls in ten seconds are soon used up.
afterEach(() => network.reset());

afterAll(async () => {
  await Promise.all([good.close(), leaking.close(), network.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The built file alone, elsewhere, as npm installs it. */
function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(join(folder, 'cli.js'), [...words], { cwd: tmpdir() }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('hasoffers-widgets check', { timeout: 30_000 }, () => {
  it('is one program file', () => {
    expect(readFileSync(join(folder, 'cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  // It measures how long answers take, and a machine that is busy with other things is a slow proxy.
  it('ends with 0 for a good proxy', { retry: 3 }, async () => {
    const { code, out, err } = await run('check', good.url, '--origin', site);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('No problems');
  });

  it('ends with 1 for a leaking one, says so, and does not repeat the key', async () => {
    const { code, out } = await run('check', leaking.url, '--origin', site);
    expect(code).toBe(1);
    expect(out).toMatch(/PROBLEM {2}leak +THE API KEY IS IN THE ANSWERS/);
    expect(out).not.toContain('fa4e');
  });

  it('speaks JSON to programs', async () => {
    const { code, out } = await run('check', leaking.url, '--json');
    const report = JSON.parse(out) as Report;
    expect([code, report.ok, report.endpoint]).toEqual([1, false, leaking.url]);
    expect(report.findings).toContainEqual(expect.objectContaining({ check: 'leak', level: 'problem' }));
  });

  it.each(worst)('finds: %s; and names the hint', async (_, name, message, hint, make) => {
    // A new one for each run: after a failure a proxy pauses, and says so instead.
    const [forPeople, forPrograms] = await Promise.all([serve(make(network)), serve(make(network))]);
    const plain = await run('check', forPeople.url, '--origin', site);
    network.reset();
    const json = await run('check', forPrograms.url, '--origin', site, '--json');
    await Promise.all([forPeople.close(), forPrograms.close()]);
    expect([plain.code, json.code]).toEqual([1, 1]);
    const { findings } = JSON.parse(json.out) as Report;
    const found = findings.filter((finding) => finding.check === name && finding.level === 'problem');
    expect(found.map((finding) => finding.message).join('\n')).toMatch(message);
    expect(found.map((finding) => finding.hint).join('\n')).toMatch(hint);
    for (const { message: words } of found) expect(plain.out).toContain(words);
    expect(plain.out + json.out).not.toContain('fa4e');
  });

  it('finds that nothing listens, and names the hint', async () => {
    const gone = await serve(async () => new Response(''));
    await gone.close();
    const { code, out } = await run('check', gone.url);
    expect(code).toBe(1);
    expect(out).toMatch(
      /PROBLEM {2}reachable +Nothing answers: ECONNREFUSED\.\n +→ Start the proxy, and check host and port\./,
    );
    expect(out).toContain('1 problem, 1 request.');
  });

  it('ends with 2 when it is called in a wrong way, and tells the right one', async () => {
    const { code, out, err } = await run('check', 'https://net.api.hasoffers.com/Apiv3/json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: hasoffers-widgets check <endpoint>');
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--origin');
  });
});
