import { startDemo } from '../demo/server.js';
import { parseConfig } from '../proxy/config.js';
import { logJson } from '../proxy/log.js';
import { buildAll } from './build.js';

/** `npm start`: the sample network (or a real one), the proxy and the demo page. */
const { env } = process;
const port = Number(env.PORT ?? 4173);
const isReal = Boolean(env.HASOFFERS_NETWORK_ID && env.HASOFFERS_API_KEY);
const account = isReal ? parseConfig({ ...env, PORT: undefined }).options : undefined;

await buildAll();
const demo = await startDemo({
  port,
  account: account && { networkId: account.networkId, keys: account.keys ?? [] },
  log: logJson,
});
console.log(`
  hasoffers-widgets demo    ${demo.url}
  data from                 ${account ? `network ${account.networkId}` : `the sample network (${demo.network.url})`}
  stop                      Ctrl+C
`);

const stop = () => void demo.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
