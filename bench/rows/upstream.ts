import { createProxy } from '../../proxy/core/create-proxy.js';
import { type Row, toFigureRow } from '../report.js';

const part = 'upstream';
/** The network's own limit is 50 calls in 10 s. */
const windowLength = 10_000;
const loadDuration = 12_000;
const clients = 16;
const upstream = JSON.stringify({ response: { status: 1, httpStatus: 200, data: {}, errors: [], errorMessage: null } });

/** @param times - In ascending order. @returns The most that lie within one window. */
export function mostWithin(times: readonly number[], length: number): number {
  let first = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[first] ?? time) >= length) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

/** Calls to the network while clients send different requests without a pause. */
export async function measureUpstreamCalls(): Promise<Row[]> {
  const calls: number[] = [];
  const proxy = createProxy({
    networkId: 'demo',
    keys: ['0f1e2d3c'.repeat(8)],
    allowedOrigins: ['https://site.example'],
    clientLimit: 0,
    log: () => {},
    fetch: async () => {
      calls.push(performance.now());
      return new Response(upstream);
    },
  });
  const end = performance.now() + loadDuration;
  let requests = 0;
  const send = async () => {
    while (performance.now() < end) {
      requests += 1;
      const query = `Target=Affiliate_Offer&Method=findAll&limit=60&filters[name][LIKE]=%25${requests}%25`;
      const headers = { origin: 'https://site.example', 'sec-fetch-site': 'cross-site' };
      await proxy(new Request(`http://proxy.example/?${query}`, { headers }));
      // Timers and the calls of the proxy come in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: clients }, send));
  if (requests < 1000 || !calls.length) throw new Error(`${requests} requests made ${calls.length} calls: no load.`);
  return [
    toFigureRow(
      {
        part,
        what: `calls in any 10 s, of ${requests.toLocaleString('en')} different requests in 12 s`,
        unit: '',
        atMost: 40,
      },
      mostWithin(calls, windowLength),
    ),
  ];
}
