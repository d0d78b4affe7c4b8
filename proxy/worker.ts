import { type CacheApi, createCacheApiStore } from './cache-api-store.js';
import { parseConfig, type Variables } from './config.js';
import type { RequestContext } from './exchange.js';
import { toResponse } from './exchange.js';
import { createProxy, type ProxyHandler } from './handler.js';
import { logJson } from './log.js';
import { ConfigurationError } from './options.js';
import { Refusal } from './refusal.js';
import { toRefusedAnswer } from './responses.js';

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
 * A worker has no start: it is made with its first request, and workerd forbids timers and random numbers before that.
 * Answers are shared within a data centre through the Cache API. The budget is not: each isolate counts for itself, so
 * with much traffic set HASOFFERS_UPSTREAM_BUDGET to a fraction.
 */
export function createWorker(): Worker {
  let handle: ProxyHandler | undefined;

  function start(environment: Readonly<Record<string, unknown>>): ProxyHandler {
    const texts = Object.entries(environment).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const variables: Variables = Object.fromEntries(texts);
    const { options } = parseConfig(variables);
    const store = createCacheApiStore(options.networkId, () => (caches as unknown as { default: CacheApi }).default);
    return createProxy({ ...options, store });
  }

  return {
    async fetch(request, environment, context) {
      try {
        handle ??= start(environment);
      } catch (error) {
        // For the operator's eyes: visitors have no use for the names of our settings.
        if (!(error instanceof ConfigurationError)) throw error;
        logJson({ level: 'error', event: 'configuration', message: error.message });
        return toResponse(toRefusedAnswer(new Refusal('INTERNAL_ERROR'), undefined));
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
