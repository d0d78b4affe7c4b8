import { createProxy } from '../core/create-proxy.js';
import { logJson } from '../core/log.js';
import { ConfigurationError } from '../core/options.js';
import { listen } from './node.js';
import { readConfig } from './node-config.js';

const maxShutdownTime = 10_000;

/** `npm run proxy`: the environment in, a listening proxy out. The only file besides scripts that reads `process.env`. */
async function main(): Promise<void> {
  const { options, host, port, warnings } = await readConfig(process.env, logJson);
  const proxy = createProxy(options);
  const { url, close } = await listen(proxy, { host, port });
  console.log(`hasoffers-widgets proxy: ${url}/`);
  for (const message of warnings) logJson({ level: 'warn', event: 'configuration', message });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      logJson({ level: 'info', event: 'stopping', signal });
      // Longer than any response can take: a connection that is still open by then hangs.
      setTimeout(() => process.exit(0), maxShutdownTime).unref();
      void close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  // Other errors come from listening (a port in use), before any key has been used.
  console.error(error instanceof ConfigurationError ? error.message : `The proxy cannot start: ${String(error)}`);
  process.exitCode = 1;
});
