// Serves the page, the script and the proxy: npm install hasoffers-widgets && node proxy.mjs
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createProxy } from 'hasoffers-widgets/proxy';
import { toListener } from 'hasoffers-widgets/proxy/node';

if (existsSync('.env')) process.loadEnvFile('.env');
const { HASOFFERS_NETWORK_ID: networkId, HASOFFERS_API_KEY: key, HASOFFERS_UPSTREAM, PORT = '8787' } = process.env;

// Without an account: `npx hasoffers-widgets sample-network`, whose key works nowhere else.
const sample = {
  networkId: 'sample',
  keys: ['fa4efa4efa4efa4efa4efa4efa4efa4efa4efa4efa4efa4efa4efa4efa4e0001'],
  upstream: HASOFFERS_UPSTREAM ?? 'http://127.0.0.1:8788',
};
if (Boolean(networkId) !== Boolean(key)) fail('Set HASOFFERS_NETWORK_ID and HASOFFERS_API_KEY, or neither of them.');
const own = { networkId, keys: key?.split(','), upstream: HASOFFERS_UPSTREAM };
const account = networkId || key ? own : sample;
const proxy = toListener(start());

function start() {
  try {
    return createProxy({ ...account, path: '/hasoffers' });
  } catch (error) {
    return fail(error.message); // names every setting that is wrong
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const files = {
  '/': { type: 'text/html; charset=utf-8', url: new URL('index.html', import.meta.url) },
  '/hasoffers-widgets.js': {
    type: 'text/javascript',
    url: new URL(import.meta.resolve('hasoffers-widgets/hasoffers-widgets.js')),
  },
};

const server = createServer((request, response) => {
  const file = files[request.url.split('?')[0]];
  if (file) response.writeHead(200, { 'content-type': file.type }).end(readFileSync(file.url));
  else proxy(request, response);
});
server.on('error', (error) => fail(`${error.message}. Set PORT to another port.`));
server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/ shows the offers of the network "${account.networkId}".`);
  if (account === sample) console.log(`It needs ${sample.upstream}: npx hasoffers-widgets sample-network`);
});
