// The proxy as a route of an existing Express application: npm install hasoffers-widgets express
import express from 'express';
import { createProxy } from 'hasoffers-widgets/proxy';
import { toListener } from 'hasoffers-widgets/proxy/node';

const { env } = process;
const app = express();

app.get('/', (_request, response) => response.send('The pages that you have already'));

// Express removes the route's path from the URL before the proxy sees it. No body parser or CORS middleware is needed.
const proxy = createProxy({
  networkId: env.HASOFFERS_NETWORK_ID,
  keys: env.HASOFFERS_API_KEY?.split(','),
  upstream: env.HASOFFERS_UPSTREAM, // for tests; unset for the real network
});
app.use('/hasoffers', toListener(proxy));

const server = app.listen(Number(env.PORT ?? 3000), '127.0.0.1', (error) => {
  if (error) throw error; // such as a port that is in use
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
