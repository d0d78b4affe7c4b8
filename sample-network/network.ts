import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApplicationState } from './application.js';
import { type FaultScope, FaultSwitch } from './fault-switch.js';
import { parseFault } from './faults.js';
import { handleRequest, type Site } from './http/site.js';
import { Timers } from './http/timers.js';
import { OfferStore } from './offer-store.js';
import type { Fields } from './query/entity.js';
import { documentedRateLimit, type RateLimit, RateWindow } from './rate-window.js';
import { type RecordedCall, type RecordedVisit, Recorder } from './recorder.js';

export interface SampleNetworkOptions {
  /** @default 0, a free port */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** Base of pictures and tracking links where the outside sees another URL. @default the network's own `url` */
  readonly publicUrl?: string;
  /** Base of pictures alone. @default publicUrl */
  readonly mediaBase?: string;
  /** Milliseconds since 1970; a test's clock. @default Date.now */
  readonly now?: () => number;
  /** @default 50 calls in 10 s */
  readonly rateLimit?: RateLimit;
  /** How many calls and visits are recorded. @default 1000 */
  readonly maxRecorded?: number;
}

export interface SampleNetwork {
  /** `http://127.0.0.1:PORT`, no trailing slash. */
  readonly url: string;
  /** Every API call received, oldest first. */
  readonly calls: readonly RecordedCall[];
  /** Clicks on tracking links, and impression pixels loaded. */
  readonly visits: readonly RecordedVisit[];
  /** Switches one fault on for all calls in `scope`, or off with `null`: `hang`, `delay-1500` and the like. */
  setFault(fault: string | null, scope?: FaultScope): void;
  /** The first `count` offers, made up beyond the catalogue; `null` restores it. */
  setOfferCount(count: number | null): void;
  /** Puts wire fields over those of one offer: `changeOffer(1004, { default_payout: '9.00000' })`. */
  changeOffer(id: number, fields: Fields): void;
  /** The key is not authenticated from now on. */
  revokeKey(key: string): void;
  restoreKey(key: string): void;
  /** Everything as it was at the start: no fault, no calls, no revoked keys, the whole catalogue. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a simulated HasOffers network on real HTTP. */
export async function startSampleNetwork(options: SampleNetworkOptions = {}): Promise<SampleNetwork> {
  const now = options.now ?? Date.now;
  const host = options.host ?? '127.0.0.1';
  const rate = new RateWindow(options.rateLimit ?? documentedRateLimit, now);
  const calls = new Recorder<RecordedCall>(options.maxRecorded ?? 1000);
  const visits = new Recorder<RecordedVisit>(options.maxRecorded ?? 1000);
  const faultSwitch = new FaultSwitch();
  const pathFaults = new Map<string, FaultSwitch>();
  const timers = new Timers();
  const store = new OfferStore();
  const revokedKeys = new Set<string>();

  const reset = () => {
    rate.clear();
    calls.clear();
    visits.clear();
    faultSwitch.set(null);
    pathFaults.clear();
    revokedKeys.clear();
    store.reset();
  };

  // The URL is known once the server listens; requests come later than that.
  let site: Site | undefined;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (site) void handleRequest(site, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${addressOf(host)}:${port}`;
  const publicUrl = (options.publicUrl ?? url).replace(/\/+$/, '');
  const state: ApplicationState = {
    rate,
    revokedKeys,
    changes: store.changes,
    offersOf: (account) => store.offersOf(account),
    mediaBase: (options.mediaBase ?? publicUrl).replace(/\/+$/, ''),
    trackingBase: publicUrl,
    now,
  };
  const controls = {
    calls: calls.entries,
    visits: visits.entries,
    faultSwitch,
    setOfferCount: (count: number | null) => store.setCount(count),
    revokeKey: (key: string) => void revokedKeys.add(key),
    restoreKey: (key: string) => void revokedKeys.delete(key),
    reset,
  };
  site = { url, controls, visits, api: { state, calls, faultSwitch, pathFaults, timers, url: () => url } };

  return {
    url,
    ...controls,
    setFault: (fault, scope) => {
      const parsed = fault === null ? null : parseFault(fault);
      if (fault !== null && !parsed) throw new Error(`No such fault: ${fault}`);
      faultSwitch.set(parsed, scope);
    },
    changeOffer: (id, fields) => void store.changes.set(String(id), fields),
    close: () =>
      new Promise((resolve) => {
        timers.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a client on this machine writes in a URL for the host that we listen on. */
function addressOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
