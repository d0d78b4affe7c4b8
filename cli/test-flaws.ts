import { sampleKeys } from '../sample-network/keys.js';
import type { SampleNetwork } from '../sample-network/network.js';
import type { CheckName } from './findings.js';
import { type Answer, changed, forward, makeOurs, toRequest, withBody, withHeaders } from './test-proxies.js';

const page = '<!doctype html><h1>Welcome</h1>';
const json = { 'content-type': 'application/json' };

/** Broken proxies before a sample network, one flaw each, and what the check must say of them. */
export const flaws: readonly (readonly [
  name: string,
  check: CheckName,
  message: RegExp,
  cure: RegExp,
  make: (network: SampleNetwork) => Answer,
])[] = [
  [
    'an HTML page',
    'reachable',
    /an HTML page/,
    /Check that this is the proxy/,
    // As static hosts answer: readable by everybody, so that a page can tell, too.
    () => async () =>
      new Response(page, { headers: { 'content-type': 'text/html', 'access-control-allow-origin': '*' } }),
  ],
  [
    'nothing at this path',
    'reachable',
    /HTTP 404/,
    /Check the path/,
    () => async () => new Response('', { status: 404 }),
  ],
  [
    'a redirect',
    'reachable',
    /redirects elsewhere/,
    /final address/,
    () => async () => new Response('', { status: 301, headers: { location: '/x' } }),
  ],
  [
    'broken JSON',
    'reachable',
    /not in the form/,
    /log of the proxy/,
    () => async () => new Response('{"response":{"sta', { headers: json }),
  ],
  [
    'JSON that is called HTML',
    'reachable',
    /content type/,
    /nosniff/,
    (network) => changed(makeOurs(network), async (reply) => withHeaders(reply, { 'content-type': 'text/html' })),
  ],
  [
    'no answer in time',
    'reachable',
    /timeout/,
    /hangs/,
    () => () => new Promise((resolve) => setTimeout(() => resolve(new Response('')), 1500)),
  ],
  [
    'no CORS',
    'origin',
    /no CORS/,
    /Access-Control-Allow-Origin: https:\/\/www\.your-site\.example/,
    (network) =>
      changed(makeOurs(network), async (reply) => withHeaders(reply, { 'access-control-allow-origin': undefined })),
  ],
  [
    'another site allowed',
    'origin',
    /another value/,
    /HASOFFERS_ALLOWED_ORIGINS=/,
    (network) =>
      changed(makeOurs(network), async (reply) =>
        withHeaders(reply, { 'access-control-allow-origin': 'https://other.example' }),
      ),
  ],
  [
    'one origin and a cache in between',
    'origin',
    /does not say so/,
    /Vary: Origin/,
    (network) => changed(makeOurs(network), async (reply) => withHeaders(reply, { vary: undefined })),
  ],
  [
    'everybody allowed, with cookies',
    'origin',
    /cookies/,
    /Allow-Credentials/,
    (network) => {
      const ours = makeOurs(network, { allowedOrigins: '*' });
      return async (query, request) =>
        withHeaders(await ours(toRequest(query, request)), {
          'access-control-allow-origin': request.headers.origin,
          'access-control-allow-credentials': 'true',
        });
    },
  ],
  [
    'a rejected key',
    'key',
    /does not accept the API key/,
    /Tools > API/,
    (network) => {
      const ours = makeOurs(network, { keys: [sampleKeys.rejected] });
      return (query, request) => ours(toRequest(query, request));
    },
  ],
  [
    'a wrong network id',
    'key',
    /network id/,
    /NETWORKID\.api\.hasoffers\.com/,
    (network) => {
      const ours = makeOurs(network, { networkId: 'nobody' });
      return (query, request) => ours(toRequest(query, request));
    },
  ],
  [
    'a limit that is used up',
    'key',
    /calls for this moment are used up/,
    /let the proxy keep answers/,
    (network) => {
      const ours = makeOurs(network, { keys: [sampleKeys.throttled] });
      return (query, request) => ours(toRequest(query, request));
    },
  ],
  [
    'everything refused',
    'key',
    /refuses what the widgets ask[^:]*: Affiliate_Affiliate::getAccountManager/,
    /getAccountManager/,
    (network) => forward(network, () => false),
  ],
  [
    'no list of offers',
    'key',
    /refuses what the widgets ask[^:]*: Affiliate_Offer::findAll/,
    /Affiliate_Offer::findAll through/,
    (network) => forward(network, (query) => query.get('Method') === 'getAccountManager'),
  ],
  [
    'a list of offers that does not come',
    'key',
    /No good answer to Affiliate_Offer::findAll \(HTTP 500\)/,
    /log of the proxy/,
    (network) =>
      changed(makeOurs(network), async (reply, query) =>
        query.includes('findAll') ? new Response('{"response":{"status":-1}}', { status: 500, headers: json }) : reply,
      ),
  ],
  [
    'the echo with the key passed on',
    'leak',
    /getAccountManager/,
    /listed fields/,
    (network) =>
      changed(makeOurs(network), (reply) =>
        withBody(reply, (body) => body.replace(/^\{/, `{"request":{"api_key":"${sampleKeys.active}"},`)),
      ),
  ],
  [
    'the key in an error alone',
    'leak',
    /a writer that does not exist/,
    /Take the proxy off the net/,
    (network) =>
      changed(makeOurs(network), (reply) =>
        withBody(reply, (body) => body.replace('"errorMessage":"', `"errorMessage":"${sampleKeys.active} is wrong. `)),
      ),
  ],
  [
    'the key in a header',
    'leak',
    /findAll/,
    /replace the key/,
    (network) =>
      changed(makeOurs(network), async (reply) =>
        withHeaders(reply, { 'x-upstream': `/Apiv3/json?api_key=${sampleKeys.active}` }),
      ),
  ],
  [
    'everything open',
    'methods',
    /HasOffers was asked Affiliate_ApiKey::getUserApiKey/,
    /HTTP 403/,
    (network) => forward(network, () => true),
  ],
  [
    'writers refused by name, all else open',
    'methods',
    /getUserApiKey/,
    /listed pairs/,
    (network) => forward(network, (query) => !/^(update|create|set)/.test(query.get('Method') ?? '')),
  ],
  [
    'no check of parameters',
    'parameters',
    /whole catalogue at once[\s\S]*mangled name/,
    /limits of 1 to 100/,
    (network) =>
      forward(
        network,
        (query) =>
          /^(findAll|getAccountManager)$/.test(query.get('Method') ?? '') && !/User/.test(query.get('Target') ?? ''),
      ),
  ],
  [
    'nothing kept',
    'cache',
    /each visitor is a call/,
    /some minutes/,
    (network) => (query, request) =>
      makeOurs(network)(toRequest(query, request)).then((reply) => withHeaders(reply, { 'x-cache': 'MISS' })),
  ],
  [
    'pictures over http',
    'pictures',
    /plain http from http:\/\/pictures\.example/,
    /over https/,
    (network) =>
      changed(makeOurs(network), (reply) =>
        withBody(reply, (body) => body.replaceAll(/127\.0\.0\.1:\d+/g, 'pictures.example')),
      ),
  ],
  [
    'slow',
    'time',
    /takes \d+ ms, then \d+ ms/,
    /near your visitors/,
    (network) =>
      changed(makeOurs(network), async (reply, query) => {
        if (query.includes('Thumbnail')) await new Promise((resolve) => setTimeout(resolve, 700));
        return reply;
      }),
  ],
];

/** The ten that matter most, beside one that does not listen at all: no page works, money is lost, or the key is. */
export const worst = [
  'an HTML page',
  'no CORS',
  'a rejected key',
  'a wrong network id',
  'a limit that is used up',
  'the echo with the key passed on',
  'writers refused by name, all else open',
  'no check of parameters',
  'nothing kept',
  'pictures over http',
].map((name) => {
  const flaw = flaws.find(([each]) => each === name);
  if (!flaw) throw new Error(`There is no flaw "${name}".`);
  return flaw;
});
