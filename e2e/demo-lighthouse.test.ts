import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../demo/server.js';
import { findBrowser } from '../scripts/browser.js';

const folder = fileURLToPath(new URL('lighthouse/node_modules', import.meta.url));
/** `false` only where there was no registry to install from; scripts/runtimes.ts has said so. */
const hasLighthouse = existsSync(`${folder}/.installed-lock.json`);

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The part of Lighthouse's API that is used here. */
interface Judgement {
  readonly lhr: {
    readonly categories: Readonly<Record<(typeof categories)[number], { readonly score: number | null }>>;
    readonly environment: { readonly benchmarkIndex: number };
    readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
  };
}

/** Lighthouse's benchmark index of a fast machine, and of one that is too slow to judge speed on. */
const goodMachine = 1500;
const busyMachine = 500;

/** What else the machine does can only make a page slower: one good turn tells how fast the page is. */
const mostTurns = 6;

type Lighthouse = (url: string, flags: object) => Promise<Judgement | undefined>;

let demo: Demo;
let browser: Browser;
let port: number;

describe.skipIf(!hasLighthouse)('Lighthouse gives 95 and more in all four categories', () => {
  beforeAll(async () => {
    port = await freePort();
    const executablePath = findBrowser();
    [demo, browser] = await Promise.all([
      startDemo({ port: 0 }),
      chromium.launch({
        ...(executablePath && { executablePath }),
        args: ['--no-sandbox', `--remote-debugging-port=${port}`],
      }),
    ]);
  });
  afterAll(() => Promise.all([demo?.close(), browser?.close()]));

  it.each(['index.html', 'playground.html', 'portal.html?as=owner'])('to %s', { timeout: 180_000 }, async (page) => {
    const { default: lighthouse } = (await import(`${folder}/lighthouse/core/index.js`)) as { default: Lighthouse };
    let low: readonly string[] = ['no result'];
    let isBusy = false;
    let cpuSlowdownMultiplier = 4;
    for (let turn = 0; turn < mostTurns && (isBusy || low.length > 0); turn += 1) {
      const flags = { port, logLevel: 'silent', onlyCategories: categories, throttling: { cpuSlowdownMultiplier } };
      const lhr = (await lighthouse(demo.url + page, flags))?.lhr;
      if (!lhr) continue;
      const { benchmarkIndex } = lhr.environment;
      // Lighthouse slows a fast, idle machine down four times to get a phone; this one may be slow or busy already.
      cpuSlowdownMultiplier = Math.min(4, Math.max(1, (benchmarkIndex / goodMachine) * 4));
      isBusy = benchmarkIndex < busyMachine;
      if (isBusy) console.warn(`Not judged this time: how fast ${page} is. The machine is busy (${benchmarkIndex}).`);
      low = findLow(lhr, isBusy ? categories.filter((category) => category !== 'performance') : categories);
    }
    expect(low).toEqual([]);
  });
});

/** The categories below 95, with the audits that failed. */
function findLow(lhr: Judgement['lhr'], judged: readonly (typeof categories)[number][]): readonly string[] {
  const low = judged.filter((category) => (lhr.categories[category].score ?? 0) < 0.95);
  if (low.length === 0) return [];
  const reasons = Object.entries(lhr.audits).filter(([, { score }]) => score !== null && score < 0.9);
  return [
    ...low.map((category) => `${category}: ${lhr.categories[category].score}`),
    ...reasons.map(([id, { title, score }]) => `${id} (${score}): ${title}`),
  ];
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
