// The proxy as a route of an existing Hono application: npm install hasoffers-widgets hono @hono/node-server
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createProxy } from 'hasoffers-widgets/proxy';
import { Hono } from 'hono';

const { env } = process;
const app = new Hono();

app.get('/', (context) => context.text('The pages that you have already'));

// The address of the client is for the limit per client; without it all visitors would count as one.
const proxy = createProxy({
  path: '/hasoffers',
  networkId: env.HASOFFERS_NETWORK_ID,
  keys: env.HASOFFERS_API_KEY?.split(','),
  upstream: env.HASOFFERS_UPSTREAM, // for tests; not set, the real network is asked
});
const answer = (context) => proxy(context.req.raw, { address: getConnInfo(context).remote.address });
app.all('/hasoffers', answer);
app.all('/hasoffers/*', answer);

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(env.PORT ?? 3000) }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/`);
});
