import { ProxyError } from '../policy/proxy-error.js';
import type { Log } from './log.js';
import type { Authorize } from './options.js';
import type { ProxyRequest } from './proxy-request.js';

export interface AuthorizeOptions {
  readonly authorize: Authorize | undefined;
  /** Milliseconds after which `authorize` counts as a refusal. */
  readonly timeout: number;
  readonly log: Log;
}

/** Asks the host application whether a request may call a private method. @throws ProxyError NOT_SIGNED_IN (as a rejection) */
export type CheckAuthorized = (request: ProxyRequest, methodId: string) => Promise<void>;

/** Calls `authorize` for every request, before the cache is read: a cached response grants no access. */
export function createAuthorize({ authorize, timeout, log }: AuthorizeOptions): CheckAuthorized {
  return async (request, methodId) => {
    let allowed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('late')), timeout);
      });
      allowed = (await Promise.race([authorize?.(request.toRequest(), methodId), late])) === true;
    } catch {
      // A failing `authorize` refuses the request. Its error may hold a session and is not logged.
      log({ level: 'warn', event: 'authorize-failed', methodId });
    } finally {
      clearTimeout(timer);
    }
    if (!allowed) throw new ProxyError('NOT_SIGNED_IN');
  };
}
