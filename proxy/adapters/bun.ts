import { parseConfig } from '../core/config.js';
import { createProxy } from '../core/create-proxy.js';
import { ConfigurationError } from '../core/options.js';

interface BunServer {
  readonly port: number;
  requestIP(request: Request): { readonly address: string } | null;
}

/** The part of Bun that is used here. */
declare const Bun: {
  readonly env: Record<string, string | undefined>;
  serve(options: {
    hostname: string;
    port: number;
    fetch(request: Request, server: BunServer): Promise<Response>;
  }): BunServer;
};

declare const process: { exit(code: number): never };

/** `bun bun.ts`, with the variables of the Node proxy. */
try {
  const { options, host, port } = parseConfig(Bun.env);
  const proxy = createProxy(options);
  const server = Bun.serve({
    hostname: host,
    port,
    fetch: (request, self) => proxy(request, { address: self.requestIP(request)?.address }),
  });
  console.log(`hasoffers-widgets proxy: http://${host}:${server.port}/`);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exit(1);
}
