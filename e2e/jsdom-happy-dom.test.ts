import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import type { Harness } from './harness.js';
import { mountSignedIn } from './signed-in-site.js';
import { type Site, startSite } from './site.js';

/** Applications test their pages in emulated DOMs, which lack many APIs of a browser. */

const run = promisify(execFile);
const program = fileURLToPath(new URL('emulated-page.mjs', import.meta.url));

let network: SampleNetwork;
let site: Site;

beforeAll(async () => {
  [network, site] = await Promise.all([startSampleNetwork(), startSite()]);
  mountSignedIn({ site, network } as Harness, { proxy: { allow: ['Affiliate_OfferFile::findAll'] } });
});
afterAll(() => Promise.all([site?.close(), network?.close()]));

interface Outcome {
  readonly elements: readonly { readonly tag: string; readonly state: string; readonly text: string }[];
  readonly uncaught: readonly string[];
}

async function insert(emulation: string, file: string, endpoint: string): Promise<Outcome> {
  const entry = new URL(`../dist/${file}`, import.meta.url).href;
  const { stdout } = await run(process.execPath, [program, emulation, entry, site.url, endpoint]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const entries = [
  'module/index.js',
  'module/portal.js',
  'module/account-manager.js',
  'module/offer-list.js',
  'hasoffers-widgets.js',
];

describe.each(['jsdom', 'happy-dom'])('in %s', (emulation) => {
  it.each(entries)('what %s defines is inserted, loads and goes without an uncaught error', async (file) => {
    const { elements, uncaught } = await insert(emulation, file, `${site.url}/hasoffers`);
    expect(uncaught).toEqual([]);
    expect(elements.length).toBeGreaterThan(0);
    expect(elements.map(({ state }) => state)).toEqual(elements.map(() => 'ready'));
    const [first] = elements;
    expect(first?.text).toContain(first?.tag === 'hasoffers-account-manager' ? 'Mara Okafor' : 'View offer');
  });

  it.each([
    ['that nobody answers', 'http://127.0.0.1:9/'],
    ['that is none', 'ftp://proxy.example/'],
    ['that is empty', ''],
  ])('an endpoint %s is an error of the element, and not of the page', async (_, endpoint) => {
    const { elements, uncaught } = await insert(emulation, 'module/index.js', endpoint);
    expect(uncaught).toEqual([]);
    expect(elements.map(({ state }) => state)).toEqual(elements.map(() => 'error'));
  });
});
