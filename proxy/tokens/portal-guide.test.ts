import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../../sample-network/network.js';
import { programs } from '../../scripts/programs.js';
import { tokenSecret } from '../fixtures/jwt.js';
import { makeProject } from '../fixtures/package.js';
import { hasRuntimes, type Running, runProgram } from '../fixtures/programs.js';

// Each starts programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const guide = readFileSync(new URL('../../docs/portal.md', import.meta.url), 'utf8');

/** A file that the guide says to save. */
function fileOf(snippet: string): string {
  const code = new RegExp(`<!-- snippet: ${snippet} -->\\s+\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide)?.[1];
  if (!code) throw new Error(`docs/portal.md has no ${snippet}.`);
  return code;
}

let project: string;
let network: SampleNetwork;
const running: Running[] = [];

beforeAll(async () => {
  [project, network] = await Promise.all([makeProject(), startSampleNetwork()]);
  mkdirSync(join(project, 'public'));
  writeFileSync(join(project, 'public/index.html'), fileOf('portal-page'));
}, 120_000);
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
});
afterAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await network.close();
});

const variables = () => ({
  HASOFFERS_NETWORK_ID: sampleNetworkId,
  HASOFFERS_API_KEY: sampleKeys.active,
  HASOFFERS_TOKEN_SECRET: tokenSecret,
  HASOFFERS_UPSTREAM: network.url,
});

async function start(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
  const program = await runProgram(words, { ...variables(), ...more }, project);
  running.push(program);
  return program.url;
}

const startNode = (snippet: string) => {
  writeFileSync(join(project, 'server.mjs'), fileOf(snippet));
  return start([process.execPath, 'server.mjs']);
};

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The sub-ids of the report that the proxy gives for this token. */
async function readSubIds(proxy: string, token: string): Promise<readonly (string | undefined)[]> {
  const query = new URLSearchParams([
    ['Target', 'Affiliate_Report'],
    ['Method', 'getStats'],
    ['fields[]', 'Stat.affiliate_info1'],
    ['fields[]', 'Stat.clicks'],
    ['groups[]', 'Stat.affiliate_info1'],
  ]);
  const response = await fetch(`${proxy}?${query}`, { headers: { authorization: `Bearer ${token}` } });
  const envelope = (await response.json()) as {
    response: { data: { data: Readonly<Record<string, { Stat: { affiliate_info1?: string } }>> } };
  };
  return Object.values(envelope.response.data.data).map(({ Stat }) => Stat.affiliate_info1);
}

/** What the guide says to try: sign in as one member, the other, and the owner. */
async function expectPortal(site: string, proxy: string): Promise<void> {
  expect(await (await fetch(`${site}/`)).text()).toBe(fileOf('portal-page'));
  const post = (path: string, body?: URLSearchParams, cookie = '') =>
    fetch(site + path, { method: 'POST', redirect: 'manual', headers: { cookie }, ...(body && { body }) });
  expect((await post('/widget-token')).status).toBe(401);

  const tokenOf = async (person: string): Promise<Response> => {
    const signedIn = await post('/sign-in', new URLSearchParams({ person }));
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
    const cookies = signedIn.headers.getSetCookie();
    expect(cookies.at(-1)).toMatch(/httponly.*samesite=strict/i);
    return post('/widget-token', undefined, cookies.at(-1)?.split(';')[0]);
  };
  for (const name of ['member-1', 'member-2']) {
    expect(await readSubIds(proxy, await (await tokenOf(name)).text())).toEqual([name]);
  }
  expect((await readSubIds(proxy, await (await tokenOf('owner')).text())).length).toBeGreaterThan(5);
  expect((await tokenOf('')).status).toBe(401);
  expect((await tokenOf('member-3')).status).toBe(401);
}

describe.skipIf(!hasRuntimes)('the server of the guide to a member area gives each member their own rows', () => {
  it.each(['portal-express', 'portal-hono'])('%s', async (snippet) => {
    const site = await startNode(snippet);
    await expectPortal(site, `${site}/hasoffers`);
  });
});

const php = programs.php();
it(`in PHP, with the proxy beside it. ${php ? 'Run' : 'No interpreter'}`, async () => {
  writeFileSync(join(project, 'server.php'), fileOf('portal-php'));
  expect(fileOf('portal-php')).toContain('HS256');
  if (!php) return;
  const port = await freePort();
  const proxy = await start([process.execPath, 'node_modules/hasoffers-widgets/dist/module/proxy-main.js'], {
    HASOFFERS_ALLOWED_ORIGINS: `http://127.0.0.1:${port}`,
  });
  // It says where it listens on its standard error.
  const site = await start(['sh', '-c', `exec "${php}" -S 127.0.0.1:${port} -t public server.php 2>&1`]);
  await expectPortal(site, proxy);
});
