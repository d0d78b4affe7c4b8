import { once } from 'node:events';
import { createServer } from 'node:net';
import { startDemo } from '../demo/server.js';
import { readConfig } from '../proxy/adapters/node-config.js';
import { logJson } from '../proxy/core/log.js';
import { ConfigurationError, type ProxyOptions } from '../proxy/core/options.js';
import { buildAll } from './build.js';

/** `npm start`: the sample network (or a real one), the proxy and the demo page. */
const { env } = process;
const port = Number(env.PORT ?? 4173);
const account = await readAccount();

/** The real network as soon as an id and a key are there, in whichever way; a half of them is said to be one. */
async function readAccount(): Promise<ProxyOptions | undefined> {
  const { HASOFFERS_NETWORK_ID: networkId, HASOFFERS_API_KEY: key, HASOFFERS_API_KEY_FILE: keyFile } = env;
  if (!networkId && !key && !keyFile) return undefined;
  try {
    const { options, warnings } = await readConfig({ ...env, PORT: undefined }, logJson);
    for (const message of warnings) logJson({ level: 'warn', event: 'configuration', message });
    return options;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Before the build, which takes longer than a person who has to choose another port wants to wait. */
async function checkPort(): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
  } catch (error) {
    console.error(`The demo cannot listen on port ${env.PORT ?? port}: ${String(error)}
Set PORT to another one, such as PORT=4174; PORT=0 picks a free one.`);
    process.exit(1);
  }
}

await checkPort();
await buildAll();
const demo = await startDemo({
  port,
  // Everything else of the variables goes along, the key file and the shared store included.
  account,
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
