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

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `${String(error)}. Set PORT to another one; PORT=0 picks a free one.`;
  if (code === 'EADDRNOTAVAIL') return `${String(error)}. Set HOST to an address of this machine, such as 127.0.0.1.`;
  return String(error);
}

main().catch((error: unknown) => {
  // Other errors come from listening (a port in use), before any key has been used.
  console.error(error instanceof ConfigurationError ? error.message : `The proxy cannot start: ${explain(error)}`);
  process.exitCode = 1;
});
