import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';

/** Milliseconds that the upstream takes for page 7, so that requests come while one is under way. */
const delay = 20;

const pause = () => new Promise((resolve) => setTimeout(resolve, delay));

/**
 * A proxy with every check on, and a bare server that sends the same bytes, in one process of their own: what
 * `rows/proxy.ts` compares. `/calls` of the bare server says how often the proxy has asked its upstream.
 */
async function main(): Promise<void> {
  const ids = Array.from({ length: 60 }, (_, index) => String(index + 1));
  const data = Object.fromEntries(
    ids.map((id) => [id, { Offer: { id, name: `Offer ${id}`, description: 'x'.repeat(275) } }]),
  );
  const upstream = JSON.stringify({ response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } });
  let calls = 0;
  const { url } = await listen(
    createProxy({
      networkId: 'demo',
      keys: ['0f1e2d3c'.repeat(8)],
      allowedOrigins: ['https://site.example'],
      clientLimit: 100_000_000, // on, and never reached
      upstreamBudget: 1000,
      fetch: async (request) => {
        calls += 1;
        if (request.includes('page=7')) await pause();
        return new Response(upstream);
      },
    }),
    { host: '127.0.0.1', port: 0 },
  );
  const query = 'Target=Affiliate_Offer&Method=findAll&limit=60';
  const body = new Uint8Array(await (await fetch(`${url}/?${query}`)).arrayBuffer());
  const bare = createServer((request, response) => {
    if (request.url === '/calls') return response.end(String(calls));
    response
      .writeHead(200, {
        'content-type': 'application/json',
        'content-length': body.byteLength,
        'cache-control': 'max-age=600',
      })
      .end(body);
  });
  bare.listen(0, '127.0.0.1', () => {
    const { port } = bare.address() as AddressInfo;
    const portOf = (address: string) => Number(new URL(address).port);
    console.log(JSON.stringify({ proxy: portOf(url), bare: port }));
  });
}

// Ends with whoever started it.
process.stdin.resume().once('end', () => process.exit());
void main();
