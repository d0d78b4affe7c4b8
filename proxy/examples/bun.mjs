// The proxy on Bun: bun add hasoffers-widgets && bun bun.mjs
import { createProxy } from 'hasoffers-widgets/proxy';

const { env } = Bun;
const proxy = createProxy({
  path: '/hasoffers',
  networkId: env.HASOFFERS_NETWORK_ID,
  keys: env.HASOFFERS_API_KEY?.split(','),
  allowedOrigins: env.HASOFFERS_ALLOWED_ORIGINS?.split(','),
  upstream: env.HASOFFERS_UPSTREAM, // for tests; unset for the real network
});

const { port } = Bun.serve({
  hostname: '127.0.0.1',
  port: Number(env.PORT ?? 3000),
  fetch: (request, server) => proxy(request, { address: server.requestIP(request)?.address }),
});
console.log(`http://127.0.0.1:${port}/`);
