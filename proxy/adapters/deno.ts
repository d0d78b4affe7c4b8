import { parseConfig } from '../core/config.js';
import { createProxy } from '../core/create-proxy.js';
import { ConfigurationError } from '../core/options.js';

/** The part of Deno that is used here. */
declare const Deno: {
  readonly env: { toObject(): Record<string, string> };
  exit(code: number): never;
  serve(
    options: { hostname: string; port: number; onListen(address: { port: number }): void },
    handler: (request: Request, info: { remoteAddr: { hostname: string } }) => Promise<Response>,
  ): unknown;
};

/** `deno run --allow-env --allow-net deno.ts`, with the variables of the Node proxy. */
try {
  const { options, host, port } = parseConfig(Deno.env.toObject());
  const proxy = createProxy(options);
  const onListen = (address: { port: number }): void => {
    console.log(`hasoffers-widgets proxy: http://${host}:${address.port}/`);
  };
  Deno.serve({ hostname: host, port, onListen }, (request, info) =>
    proxy(request, { address: info.remoteAddr.hostname }),
  );
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  Deno.exit(1);
}
