import type { Call } from '../policy/policy.js';
import { ProxyError } from '../policy/proxy-error.js';
import { encodeParameter } from '../policy/query.js';
import type { Budget } from './budget.js';
import type { Counters } from './counters.js';
import { classifyBody, type FilteredResponse, filterEnvelope } from './envelope.js';
import type { Keys } from './keys.js';
import type { Log } from './log.js';
import { BrokenConnection, type Fetch, requestText } from './transport.js';

export interface UpstreamOptions {
  /** URL of the API without query. */
  readonly baseUrl: string;
  /** Sent as a parameter; only where the host name does not carry the network's id. */
  readonly networkIdParameter: string | undefined;
  /** Milliseconds for everything: waiting for the budget, a second try, the next key. */
  readonly timeout: number;
  readonly keys: Keys;
  readonly budget: Budget;
  readonly counters: Counters;
  readonly fetch: Fetch;
  readonly log: Log;
}

/** Calls HasOffers. `known`: see `Budget.take`. @throws ProxyError */
export type CallUpstream = (call: Call, known: boolean) => Promise<FilteredResponse>;

/** Milliseconds that a request waits for the budget; after that an error with `Retry-After` is better. */
const maxWait = 1500;
const maxWaiting = 100;

export function createUpstream(options: UpstreamOptions): CallUpstream {
  const { baseUrl, networkIdParameter, timeout, keys, budget, counters, fetch, log } = options;
  let waiting = 0;

  async function waitForBudget(known: boolean): Promise<void> {
    let wait = await budget.take(known);
    if (wait === 0) return;
    const end = wait;
    if (wait <= maxWait && waiting < maxWaiting) {
      waiting += 1;
      try {
        // A timer may fire a millisecond before the clock says so.
        await pause(wait + 2);
        wait = await budget.take(known);
      } finally {
        waiting -= 1;
      }
    }
    if (wait > 0)
      throw new ProxyError('BUDGET_EXHAUSTED', { retryAfter: Math.max(1, Math.ceil(Math.max(end, wait) / 1000)) });
  }

  async function callOnce(call: Call, key: string, signal: AbortSignal): Promise<FilteredResponse> {
    const credentials = [encodeParameter('api_key', key)];
    if (networkIdParameter !== undefined) credentials.unshift(encodeParameter('NetworkId', networkIdParameter));
    const url = `${baseUrl}?${[call.query, ...credentials].join('&')}`;
    counters.calls += 1;
    const { status, body } = await requestText(url, { fetch, signal, maxBytes: call.method.maxBytes });
    if (status !== 200) throw toProxyError(status, body);
    const response = filterEnvelope(body, call);
    if (keys.scan()(response.text)) throw new ProxyError('RESPONSE_BLOCKED');
    return response;
  }

  /** The next key after a rejection and the retry after a broken connection each take a call out of the budget. */
  async function callWithRetries(call: Call, known: boolean, signal: AbortSignal): Promise<FilteredResponse> {
    for (let triesLeft = 1; ; ) {
      const key = keys.choose();
      await waitForBudget(known);
      try {
        const response = await callOnce(call, key, signal);
        keys.accepted(key);
        return response;
      } catch (error) {
        if (!(error instanceof ProxyError)) throw error;
        if (error.code === 'UPSTREAM_AUTH' && keys.rejected(key)) continue;
        if (error.code === 'UPSTREAM_PERMISSION' || error.code === 'UPSTREAM_VALIDATION') keys.accepted(key);
        if (error.code === 'UPSTREAM_RATE_LIMIT') {
          await budget.pause();
          throw new ProxyError('UPSTREAM_RATE_LIMIT', { retryAfter: 10 });
        }
        if (!(error instanceof BrokenConnection) || triesLeft === 0) throw error;
        triesLeft -= 1;
        await pause(50 + Math.random() * 100);
      }
    }
  }

  return async (call, known) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout);
    try {
      return await callWithRetries(call, known, abort.signal);
    } catch (error) {
      const { code, reason } = error instanceof ProxyError ? error : { code: 'INTERNAL_ERROR', reason: undefined };
      counters.upstreamFailures += 1;
      if (code !== 'COOLING_DOWN' && code !== 'KEYS_REJECTED')
        log({ level: 'warn', event: 'upstream-failed', code, reason, methodId: call.method.methodId });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** HasOffers' application always answers 200 (recorded); another status comes from something in front of it. */
function toProxyError(status: number, body: string): ProxyError {
  if (status === 429) return new ProxyError('UPSTREAM_RATE_LIMIT');
  if (status === 401) return new ProxyError('UPSTREAM_AUTH');
  const code = classifyBody(body);
  const reason = `HTTP ${status}`;
  return status >= 500 && code === 'UPSTREAM_ERROR' ? new BrokenConnection(reason) : new ProxyError(code, { reason });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
