import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy } from './handler.js';
import { listen } from './node.js';
import { find } from './test-proxy.js';

/** A proxy with every check on, and a bare server that sends the same bytes: what speed.test.ts compares, in one process. */
async function main(): Promise<void> {
  const ids = Array.from({ length: 60 }, (_, index) => String(index + 1));
  const data = Object.fromEntries(
    ids.map((id) => [id, { Offer: { id, name: `Offer ${id}`, description: 'x'.repeat(275) } }]),
  );
  const upstream = JSON.stringify({ response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } });
  const proxy = createProxy({
    networkId: 'demo',
    keys: ['0f1e2d3c'.repeat(8)],
    allowedOrigins: ['https://site.example'],
    clientLimit: 100_000_000, // on, and never reached
    fetch: async () => new Response(upstream),
  });
  const { url } = await listen(proxy, { host: '127.0.0.1', port: 0 });
  const body = new Uint8Array(await (await fetch(`${url}/?${find}&limit=60`)).arrayBuffer());
  const bare = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.byteLength }).end(body);
  });
  bare.listen(0, '127.0.0.1', () => {
    const { port } = bare.address() as AddressInfo;
    console.log(JSON.stringify({ proxy: Number(new URL(url).port), bare: port, bytes: body.byteLength }));
  });
}

void main();
