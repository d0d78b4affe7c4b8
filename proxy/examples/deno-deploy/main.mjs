// The proxy on Deno Deploy: deno add npm:hasoffers-widgets && deno deploy
// Set HASOFFERS_NETWORK_ID and HASOFFERS_ALLOWED_ORIGINS there as variables, HASOFFERS_API_KEY as a secret.
import { createProxy } from 'hasoffers-widgets/proxy';

const { env } = Deno;
const proxy = createProxy({
  path: '/hasoffers',
  networkId: env.get('HASOFFERS_NETWORK_ID'),
  keys: env.get('HASOFFERS_API_KEY')?.split(','),
  allowedOrigins: env.get('HASOFFERS_ALLOWED_ORIGINS')?.split(','),
  upstream: env.get('HASOFFERS_UPSTREAM'), // for tests; unset for the real network
});

// Each instance counts its own calls, so give each a part of the 50 that HasOffers allows: option upstreamBudget.
Deno.serve({ onListen: ({ hostname, port }) => console.log(`http://${hostname}:${port}/`) }, (request, info) =>
  proxy(request, { address: info.remoteAddr.hostname }),
);
