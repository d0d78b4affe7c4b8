// The proxy as a Vercel function, at /api/hasoffers: npm install hasoffers-widgets && npx vercel deploy --prod
// Set HASOFFERS_NETWORK_ID, HASOFFERS_ALLOWED_ORIGINS and HASOFFERS_API_KEY in the project's settings.
import { createProxy } from 'hasoffers-widgets/proxy';

const { env } = process;
const proxy = createProxy({
  path: '/api/hasoffers',
  networkId: env.HASOFFERS_NETWORK_ID,
  keys: env.HASOFFERS_API_KEY?.split(','),
  allowedOrigins: env.HASOFFERS_ALLOWED_ORIGINS?.split(','),
  upstream: env.HASOFFERS_UPSTREAM, // for tests; unset for the real network
});

// Each instance counts its own calls, so give each a part of the 50 that HasOffers allows: option upstreamBudget.
export default {
  // Vercel replaces this header; a client cannot send its own.
  fetch: (request) => proxy(request, { address: request.headers.get('x-real-ip') ?? undefined }),
};
