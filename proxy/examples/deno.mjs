// The proxy on Deno: deno add npm:hasoffers-widgets && deno run --allow-env --allow-net deno.mjs
import { createProxy } from 'hasoffers-widgets/proxy';

const { env } = Deno;
const proxy = createProxy({
  path: '/hasoffers',
  networkId: env.get('HASOFFERS_NETWORK_ID'),
  keys: env.get('HASOFFERS_API_KEY')?.split(','),
  allowedOrigins: env.get('HASOFFERS_ALLOWED_ORIGINS')?.split(','),
  upstream: env.get('HASOFFERS_UPSTREAM'), // for tests; unset for the real network
});

Deno.serve(
  {
    hostname: '127.0.0.1',
    port: Number(env.get('PORT') ?? 3000),
    onListen: ({ port }) => console.log(`http://127.0.0.1:${port}/`),
  },
  (request, info) => proxy(request, { address: info.remoteAddr.hostname }),
);
