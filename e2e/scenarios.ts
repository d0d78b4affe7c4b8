import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Page } from 'playwright';
import { sampleKeys } from '../sample-network/keys.js';
import type { SampleNetwork } from '../sample-network/network.js';
import { type Site, shippedProxy } from './site.js';

/** Error codes of a failed load, and the response that causes each. */
const failures = {
  network: null,
  timeout: { status: 504 },
  'rate-limit': { status: 429, headers: { 'retry-after': '60' } },
  auth: { status: 401 },
  permission: { status: 403 },
  'network-id': { status: 400, message: 'Network id is not valid' },
  validation: { status: 400 },
  'not-found': { status: 404 },
  upstream: { status: 502 },
  'invalid-response': { status: 200, body: '<p>Not JSON.' },
} as const;

/** Those that an endpoint alone brings about; `offline` takes a visitor without a network. */
export const errorCodes: readonly string[] = ['config', ...Object.keys(failures)];

/** Where a load fails with this code. */
export const endpointOf = (code: string): string => (code === 'config' ? 'ftp://127.0.0.1/' : `/fail/${code}`);

interface Failure {
  readonly status: number;
  readonly message?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function fail(response: ServerResponse, failure: Failure | null): void {
  if (!failure) return void response.destroy();
  const { status, message = 'It failed.', headers = {} } = failure;
  const errors = [{ publicMessage: message }];
  const body =
    failure.body ??
    JSON.stringify({ response: { status: -1, httpStatus: status, data: '', errors, errorMessage: message } });
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** One endpoint per scenario: `/ok`, `/none`, `/waiting`, `/stale` (only the first response is good), `/fail/CODE`. */
export function mountScenarios(site: Site, network: SampleNetwork): void {
  site.route('/ok', shippedProxy(network.url, '/ok'));
  const noManager = shippedProxy(network.url, '/none', sampleKeys.noManager);
  const noOffers = shippedProxy(network.url, '/none', sampleKeys.empty);
  site.route('/none', (request, response) =>
    (/getAccountManager/.test(request.url ?? '') ? noManager : noOffers)(request, response),
  );
  site.route('/waiting', () => {});
  const good = shippedProxy(network.url, '/stale');
  const answered = new Set<string>();
  site.route('/stale', (request, response) => {
    const url = request.url ?? '';
    if (answered.has(url)) return fail(response, failures.timeout);
    answered.add(url);
    // Not cached by the browser, so that the second request comes here, too.
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (status: number, headers?: unknown) =>
      writeHead(status, { ...(headers as OutgoingHttpHeaders), 'cache-control': 'no-store' });
    good(request, response);
  });
  for (const [code, failure] of Object.entries(failures)) {
    site.route(`/fail/${code}`, (_, response) => fail(response, failure));
  }
}

/** For a page's head: an element then says why it failed. */
export const rememberCodes =
  '<script>document.addEventListener("hasoffers-error", ({ target, detail }) => { target.code = detail.code })</script>';

interface Widget extends HTMLElement {
  readonly state: string;
  readonly code?: string;
  refresh(): Promise<void>;
}

/** States of the elements on the page, in order, each once: `ready`, `stale`, `error auth` … */
export const statesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const elements = [
      ...document.querySelectorAll<Widget>('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list'),
    ];
    const states = elements.map(({ state, code }) =>
      state === 'error' ? `error ${code}` : code && /ready|empty/.test(state) ? 'stale' : state,
    );
    return [...new Set(states)];
  });

/** Waits until each element shows what it will show; `/waiting` goes on waiting, and consent is not given. */
export async function allShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const elements = [
      ...document.querySelectorAll<Widget>('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list'),
    ];
    return elements.every((element) => {
      if (element.hasAttribute('consent')) return element.state === 'idle';
      const waits = element.getAttribute('endpoint') === '/waiting';
      return waits ? element.state === 'loading' : /ready|empty|error/.test(element.state);
    });
  });
}

/** Loads again what is shown; `/stale` has no second response. */
export async function refreshAll(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    (chosen) => Promise.all([...document.querySelectorAll<Widget>(chosen)].map((element) => element.refresh())),
    selector,
  );
}
