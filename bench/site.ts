import type { IncomingMessage } from 'node:http';
import { plainPage, type Site, startSite } from '../e2e/site.js';
import { type SampleKeyName, sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { startSampleNetwork } from '../sample-network/network.js';
import { bundle } from './bundle.js';
import type { Subject } from './subjects.js';

export interface BenchSite {
  readonly site: Site;
  readonly url: string;
  /** Page with the element of a subject and the probe, without any element yet. */
  probePage(subject: Subject): string;
  close(): Promise<void>;
}

/** The one response to every request of a widget, so that all elements read the same bytes. */
const fields = (
  'id name description preview_url expiration_date is_expired featured currency payout_type default_payout ' +
  'percent_payout require_approval require_terms_and_conditions approval_status'
).split(' ');

const query = (method: string, more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams([
    ['Target', 'Affiliate_Offer'],
    ['Method', method],
    ...fields.map((field) => ['fields[]', field]),
    ...['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'].map((relation) => ['contain[]', relation]),
    ['sort[id]', 'asc'],
    ...Object.entries(more),
  ]);

const dayMs = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);

/** 90 days that are over wherever the network is. */
export const statsRange = { from: dayBefore(92), to: dayBefore(3) };

/** Those days and the 90 before them. */
function statsQuery(): URLSearchParams {
  const [from, to] = [dayBefore(182), statsRange.to];
  return new URLSearchParams([
    ['Target', 'Affiliate_Report'],
    ['Method', 'getStats'],
    ...['date', 'impressions', 'clicks', 'conversions', 'payout', 'currency'].map((name) => [
      'fields[]',
      `Stat.${name}`,
    ]),
    ...['date', 'currency'].map((name) => ['groups[]', `Stat.${name}`]),
    ['filters[Stat.date][conditional]', 'BETWEEN'],
    ...[from, to].map((day) => ['filters[Stat.date][values][]', day]),
    ['data_start', from],
    ['data_end', to],
    ['sort[Stat.date]', 'asc'],
    ['limit', '1000'],
  ]);
}

/** Isolated from other origins a page has a clock of 5 µs instead of 100 µs. */
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** A tiny picture: drawing and sending pictures is not what is measured. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#8ac"/></svg>';

/** How long after the data the pictures of `/offers/late` come, in milliseconds. */
const pictureDelay = 500;

const script = { 'content-type': 'text/javascript' };

/**
 * Pages, scripts and data. Data is that of the sample network as a proxy passes it on, read once: `/offers/paged` is the
 * first page of 1,000 offers, `/offers/all` all 1,000 at once, `/offers/late` a page whose pictures come later, `/stats` the
 * days of `statsRange`.
 */
export async function startBenchSite(subjects: readonly Subject[]): Promise<BenchSite> {
  const [site, network] = await Promise.all([
    startSite(),
    startSampleNetwork({ rateLimit: { calls: 1_000_000, windowMs: 1000 } }),
  ]);
  network.setOfferCount(1000);

  /** Without the echo of the request, which a proxy does not pass on. */
  const read = async (key: SampleKeyName, parameters: URLSearchParams): Promise<string> => {
    const reply = await fetch(
      `${network.url}/Apiv3/json?${parameters}&NetworkId=${sampleNetworkId}&api_key=${sampleKeys[key]}`,
    );
    if (!reply.ok) throw new Error(`The sample network responded with ${reply.status}.`);
    const isPicture = (name: string) => name === 'url' || name === 'thumbnail';
    const { response } = JSON.parse(await reply.text(), (name, value) =>
      isPicture(name) ? `${site.url}/picture.svg` : value,
    );
    return JSON.stringify({ response });
  };
  const readPage = (limit: string) => read('active', query('findAll', { limit, page: '1' }));
  const readAll = async () => {
    const { response } = JSON.parse(await read('many', query('findMyApprovedOffers')));
    const data = Object.fromEntries(Object.entries(response.data).slice(0, 1000));
    return JSON.stringify({ response: { ...response, data } });
  };

  const bodies = new Map<string, Promise<string>>();
  const serveData = (path: string, load: (limit: string) => Promise<string>) =>
    site.route(path, async (request, response) => {
      const limit = limitOf(request);
      const body = bodies.get(`${path} ${limit}`) ?? load(limit);
      bodies.set(`${path} ${limit}`, body);
      response.writeHead(200, { 'content-type': 'application/json' }).end(await body);
    });
  serveData('/offers/paged', readPage);
  serveData('/offers/all', readAll);
  serveData('/stats', () => read('active', statsQuery()));
  serveData('/offers/late', async (limit) => (await readPage(limit)).replaceAll('/picture.svg', '/late.svg'));

  site.route('/picture.svg', (_, response) => {
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }).end(picture);
  });
  site.route('/late.svg', (_, response) => {
    setTimeout(() => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture), pictureDelay);
  });
  for (const { src, code } of subjects) {
    site.route(src, (_, response) => void response.writeHead(200, script).end(code));
  }
  const probe = await bundle('bench/page/probe.ts');
  site.route('/probe.js', (_, response) => void response.writeHead(200, script).end(probe));

  return {
    site,
    url: site.url,
    probePage: ({ src, head = '' }) =>
      site.page(`/probe${src}`, {
        html: plainPage('', `${head}<script src="/probe.js" defer></script><script src="${src}" defer></script>`),
        headers: isolated,
      }),
    close: async () => {
      await Promise.all([site.close(), network.close()]);
    },
  };
}

const limitOf = ({ url = '/' }: IncomingMessage): string =>
  new URL(url, 'http://localhost').searchParams.get('limit') ?? '20';
