// The proxy as a Netlify function, at /hasoffers: npm install hasoffers-widgets && npx netlify deploy --prod
// Set HASOFFERS_NETWORK_ID, HASOFFERS_ALLOWED_ORIGINS and HASOFFERS_API_KEY in the site's settings.
import { createProxy } from 'hasoffers-widgets/proxy';

const { env } = process;
const proxy = createProxy({
  path: '/hasoffers',
  networkId: env.HASOFFERS_NETWORK_ID,
  keys: env.HASOFFERS_API_KEY?.split(','),
  allowedOrigins: env.HASOFFERS_ALLOWED_ORIGINS?.split(','),
  upstream: env.HASOFFERS_UPSTREAM, // for tests; unset for the real network
});

// Each instance counts its own calls, so give each a part of the 50 that HasOffers allows: option upstreamBudget.
export default (request, context) =>
  proxy(request, { address: context.ip, waitUntil: (work) => context.waitUntil(work) });

export const config = { path: ['/hasoffers', '/hasoffers/health'] };
