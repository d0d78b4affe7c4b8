import { plainPage, type Site, startSite } from '../e2e/site.js';
import { type SampleKeyName, sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';

export interface BenchSite {
  readonly url: string;
  readonly site: Site;
  close(): Promise<void>;
}

const fields = (
  'id name description preview_url expiration_date is_expired featured currency payout_type default_payout ' +
  'percent_payout require_approval require_terms_and_conditions approval_status'
).split(' ');

/** What the widget asks for, which is what it gets here whatever asks, so that both elements read the same bytes. */
const query = (method: string, more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams([
    ['Target', 'Affiliate_Offer'],
    ['Method', method],
    ...fields.map((field) => ['fields[]', field]),
    ...['Thumbnail', 'OfferCategory', 'Country', 'TrackingLink'].map((relation) => ['contain[]', relation]),
    ['sort[id]', 'asc'],
    ...Object.entries(more),
  ]);

/** Isolated from other origins a page may weigh itself, and its clock is 20 times as fine. */
export const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

interface Body {
  readonly response: { readonly data: Record<string, unknown> };
}

/** A tiny picture at once: drawing and sending pictures is not what is measured. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#8ac"/></svg>';

/**
 * Pages and data: `/offers/N` answers N offers whole, `/offers/paged` one page of 1,000, from the sample network as a
 * proxy passes it on; every answer is made once. `/empty` is a page without scripts.
 */
export async function startBenchSite(probe: string): Promise<BenchSite> {
  const [site, network]: [Site, SampleNetwork] = await Promise.all([
    startSite(),
    startSampleNetwork({ rateLimit: { calls: 1_000_000, windowMs: 1000 } }),
  ]);
  const bodies = new Map<string, string>();
  network.setOfferCount(1000);

  const remember = async (key: string, load: () => Promise<string>): Promise<string> => {
    const body = bodies.get(key) ?? (await load());
    bodies.set(key, body);
    return body;
  };
  /** Without the echo of the request, which a proxy does not pass on. */
  const read = async (key: SampleKeyName, parameters: URLSearchParams): Promise<string> => {
    const reply = await fetch(
      `${network.url}/Apiv3/json?${parameters}&NetworkId=${sampleNetworkId}&api_key=${sampleKeys[key]}`,
    );
    if (!reply.ok) throw new Error(`The sample network answered ${reply.status}.`);
    const isPicture = (name: string) => name === 'url' || name === 'thumbnail';
    const { response } = JSON.parse(await reply.text(), (name, value) =>
      isPicture(name) ? `${site.url}/picture.svg` : value,
    );
    return JSON.stringify({ response });
  };
  const answer = (path: string, load: (parameters: URLSearchParams) => Promise<string>) =>
    site.route(path, async (request, response) => {
      const { searchParams } = new URL(request.url ?? '/', site.url);
      const key = `${path} ${searchParams.get('limit')} ${searchParams.get('page')}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(await remember(key, () => load(searchParams)));
    });

  answer('/offers/paged', (parameters) => {
    const [limit, page] = [parameters.get('limit') ?? '20', parameters.get('page') ?? '1'];
    return read('active', query('findAll', { limit, page }));
  });
  for (const count of [20, 200, 1000, 3000]) {
    answer(`/offers/${count}`, async () => {
      const whole = await remember('whole', () => read('many', query('findMyApprovedOffers')));
      const body = JSON.parse(whole) as Body;
      const data = Object.fromEntries(Object.entries(body.response.data).slice(0, count));
      return JSON.stringify({ response: { ...body.response, data } });
    });
  }
  // The same with pictures that come half a second after it.
  answer('/offers/late', async () => {
    const body = await read('active', query('findAll', { limit: '20', page: '1' }));
    return body.replaceAll('/picture.svg', '/late.svg');
  });
  site.route('/late.svg', (_, response) => {
    setTimeout(() => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture), 500);
  });
  site.route('/picture.svg', (_, response) => {
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }).end(picture);
  });
  site.route('/probe.js', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(probe);
  });
  const scripts = ['/probe.js', '/hasoffers-widgets.js'].map((src) => `<script src="${src}" defer></script>`).join('');
  site.page('/', { html: plainPage('', scripts), headers: isolated });
  site.page('/empty', { html: plainPage('', ''), headers: isolated });
  return {
    url: site.url,
    site,
    close: async () => {
      await Promise.all([site.close(), network.close()]);
    },
  };
}
