import type { SampleKeyName } from '../sample-network/keys.js';

/** One endpoint of the demo per scenario, so that a page can show several side by side. */
export interface Scenario {
  readonly key: SampleKeyName;
  /** A fault of the sample network, as in `delay-1500`. */
  readonly fault?: string;
  /** The one method that it is about. @default all */
  readonly method?: string;
  /** Milliseconds that the proxy waits for the network. */
  readonly upstreamTimeout?: number;
  /** Methods beyond those that the proxy serves by itself. @default creatives with their HTML */
  readonly allow?: readonly string[];
  /**
   * Through a proxy that passes on whatever comes, as many a home-made one does: ours would retry, keep an older answer
   * or say it in its own words. `retryAfter` is what it asks for, in seconds.
   */
  readonly forwarded?: { readonly retryAfter?: number };
}

/** By the last part of the endpoint's path: `/hasoffers/no-manager`. */
export const scenarios = {
  'no-manager': { key: 'noManager' },
  'bare-manager': { key: 'bareManager' },
  empty: { key: 'empty' },
  slow: { key: 'active', fault: 'delay-1500' },
  waiting: { key: 'active', fault: 'hang', upstreamTimeout: 60_000 },
  broken: { key: 'active', fault: 'http-502', forwarded: {} },
  garbled: { key: 'active', fault: 'half-json', forwarded: {} },
  unreachable: { key: 'active', fault: 'reset', forwarded: {} },
  late: { key: 'active', fault: 'http-504', forwarded: {} },
  invalid: { key: 'active', fault: 'http-400', forwarded: {} },
  missing: { key: 'active', fault: 'http-404', forwarded: {} },
  busy: { key: 'throttled', forwarded: { retryAfter: 60 } },
  'key-refused': { key: 'rejected', forwarded: {} },
  'not-permitted': { key: 'active', fault: 'permission' },
  'wrong-network': { key: 'active', fault: 'network-id' },
  'no-links': { key: 'noTrackingLinks' },
  'no-relations': { key: 'refusesRelations' },
  many: { key: 'many' },
  'no-reports': { key: 'noStats' },
  'two-currencies': { key: 'twoCurrencies' },
  awkward: { key: 'awkward' },
  'only-offers': { key: 'active', allow: [] },
  'no-invoices': { key: 'noInvoices' },
  'no-receipts': { key: 'active', fault: 'http-502', method: 'findAllReceipts', forwarded: {} },
} as const satisfies Readonly<Record<string, Scenario>>;
