// The proxy as a route of an existing Hono application: npm install hasoffers-widgets hono @hono/node-server
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createProxy } from 'hasoffers-widgets/proxy';
import { Hono } from 'hono';

const { env } = process;
const app = new Hono();

app.get('/', (context) => context.text('The pages that you have already'));

// The rate limit counts by the client's address and has no effect without it.
const proxy = createProxy({
  path: '/hasoffers',
  networkId: env.HASOFFERS_NETWORK_ID,
  keys: env.HASOFFERS_API_KEY?.split(','),
  upstream: env.HASOFFERS_UPSTREAM, // for tests; unset for the real network
});
const handle = (context) => proxy(context.req.raw, { address: getConnInfo(context).remote.address });
app.all('/hasoffers', handle);
app.all('/hasoffers/*', handle);

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(env.PORT ?? 3000) }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/`);
});
