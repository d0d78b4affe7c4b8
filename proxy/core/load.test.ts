import { Agent, request } from 'node:http';
import { expect, it } from 'vitest';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';

/** 30 by hand: `PROXY_LOAD_SECONDS=30 npx vitest run --project node proxy/load`. More than one window of the budget. */
const seconds = Number(process.env.PROXY_LOAD_SECONDS ?? 11);
const clients = 1000;
/** Milliseconds a client rests between requests, on average. */
const rest = 800;

function random(max: number): number {
  return 1 + Math.floor(Math.random() * max);
}

function requestPage(proxy: TestProxy, agent: Agent, query: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${proxy.server.url}/?${query}`, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end();
  });
}

it(
  `${clients} clients request known and ever new pages: the budget holds, and known pages are always served`,
  async () => {
    const proxy = await startTestProxy({
      clientLimit: 0,
      // Known pages need renewal all the time, as they would over a day.
      cachePolicy: { offers: { ttl: 1, staleWhileRevalidate: 1, staleIfError: 86_400 } },
    });
    const agent = new Agent({ keepAlive: true });
    const known = Array.from({ length: 8 }, (_, index) => `${find}&page=${index + 1}`);
    for (const query of known) expect((await proxy.requestQuery(query)).status).toBe(200);
    const statuses = { known: new Map<number, number>(), fresh: new Map<number, number>() };
    const end = Date.now() + seconds * 1000;

    async function browse(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * rest));
      while (Date.now() < end) {
        const isKnown = Math.random() < 0.5;
        const query = isKnown
          ? (known[random(known.length) - 1] ?? '')
          : `${find}&page=${random(200)}&limit=${random(100)}`;
        const status = await requestPage(proxy, agent, query);
        const counts = isKnown ? statuses.known : statuses.fresh;
        counts.set(status, (counts.get(status) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * rest * 2));
      }
    }

    await Promise.all(Array.from({ length: clients }, browse));
    const { times } = proxy.origin;
    const worst = Math.max(
      ...times.map((start) => times.filter((time) => time >= start && time < start + 10_000).length),
    );
    expect([...statuses.known.keys()]).toEqual([200]);
    expect([...statuses.fresh.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.fresh.get(503)).toBeGreaterThan(100); // the flood did overflow
    expect(worst).toBeLessThanOrEqual(40);
    // Renewals of known pages had their share, too: new pages alone would have eaten the whole budget.
    const renewals = proxy.origin.calls.filter(
      (call) => call.get('limit') === '100' && Number(call.get('page')) <= known.length,
    );
    expect(renewals.length).toBeGreaterThan(known.length + seconds / 2);
    agent.destroy();
    await proxy.close();
  },
  (seconds + 20) * 1000,
);
