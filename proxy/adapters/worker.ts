import { parseConfig, type Variables } from '../core/config.js';
import { createProxy, type ProxyHandler } from '../core/create-proxy.js';
import { logJson } from '../core/log.js';
import { ConfigurationError } from '../core/options.js';
import type { RequestContext } from '../core/proxy-request.js';
import { toResponse } from '../core/proxy-request.js';
import { toErrorResponse } from '../core/responses.js';
import { ProxyError } from '../policy/proxy-error.js';
import { type CacheApi, createCacheApiStore } from '../stores/cache-api.js';

/** What Cloudflare gives beside the request. */
export interface WorkerContext {
  waitUntil(work: Promise<unknown>): void;
}

/** A module worker: `export default createWorker()`. */
export interface Worker {
  fetch(request: Request, environment: Readonly<Record<string, unknown>>, context: WorkerContext): Promise<Response>;
}

/**
 * The proxy as a Cloudflare worker, set up by the variables and secrets of its environment.
 *
 * The proxy is created with the first request: workerd forbids timers and random numbers before that.
 * Responses are shared within a data centre through the Cache API. The budget is not: each isolate counts for itself, so
 * with much traffic set HASOFFERS_UPSTREAM_BUDGET to a fraction.
 */
export function createWorker(): Worker {
  let handle: ProxyHandler | undefined;

  function start(environment: Readonly<Record<string, unknown>>): ProxyHandler {
    const strings = Object.entries(environment).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const variables: Variables = Object.fromEntries(strings);
    const { options } = parseConfig(variables);
    const store = createCacheApiStore(() => (caches as unknown as { default: CacheApi }).default);
    return createProxy({ ...options, store });
  }

  return {
    async fetch(request, environment, context) {
      try {
        handle ??= start(environment);
      } catch (error) {
        // Only the log names the variables: visitors have no use for them. Another error's message may hold anything.
        const message = error instanceof ConfigurationError ? error.message : 'The environment cannot be read.';
        logJson({ level: 'error', event: 'configuration', message });
        return toResponse(toErrorResponse(new ProxyError('INTERNAL_ERROR'), undefined));
      }
      const client: RequestContext = {
        // Set by Cloudflare itself; a client cannot send its own.
        address: request.headers.get('cf-connecting-ip') ?? undefined,
        waitUntil: (work) => context.waitUntil(work),
      };
      return handle(request, client);
    },
  };
}

// biome-ignore lint/style/noDefaultExport: the platform looks for it
export default createWorker();
