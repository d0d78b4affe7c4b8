import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy, type ProxyHandler } from '../proxy/handler.js';
import type { ProxyOptions } from '../proxy/options.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import type { SampleNetwork } from '../sample-network/network.js';

export const site = 'https://www.your-site.example';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export type Answer = (query: string, request: IncomingMessage) => Promise<Response>;

/** A proxy on a port of its own, with whatever way of answering. */
export async function serve(answer: Answer): Promise<Served> {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const query = (request.url ?? '').split('?')[1] ?? '';
    const { status, headers, body } = await answer(query, request).then(async (reply) => ({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: await reply.text(),
    }));
    const { 'content-length': _, 'content-encoding': __, 'transfer-encoding': ___, ...others } = headers;
    response.writeHead(status, others).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, close };
}

/** The proxy that ships here, before the sample network. */
export function makeOurs({ url }: SampleNetwork, options: Partial<ProxyOptions> = {}): ProxyHandler {
  return createProxy({
    networkId: sampleNetworkId,
    keys: [sampleKeys.active],
    upstream: url,
    allowedOrigins: [site],
    log: () => {},
    ...options,
  });
}

export function toRequest(query: string, { headers }: IncomingMessage): Request {
  const { origin } = headers;
  return new Request(`http://proxy.example/?${query}`, { headers: origin === undefined ? {} : { origin } });
}

/** Ours, with every answer changed on its way out. */
export function changed(ours: ProxyHandler, change: (reply: Response, query: string) => Promise<Response>): Answer {
  return async (query, request) => change(await ours(toRequest(query, request)), query);
}

export async function withBody(reply: Response, edit: (body: string) => string): Promise<Response> {
  return new Response(edit(await reply.text()), { status: reply.status, headers: reply.headers });
}

export function withHeaders(reply: Response, headers: Readonly<Record<string, string | undefined>>): Response {
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) reply.headers.delete(name);
    else reply.headers.set(name, value);
  }
  return reply;
}

/** The README's smallest proxy: id and key put in, everything forwarded, everything passed on. */
export function passThrough({ url }: SampleNetwork): Answer {
  return async (text) => {
    const query = new URLSearchParams(text);
    query.set('api_key', sampleKeys.active);
    const answer = await fetch(`${url}/Apiv3/json?${query}`);
    return new Response(await answer.text(), { headers: { 'content-type': 'application/json' } });
  };
}

/** Forwards what `mayPass`, and takes the repetition of the question with the key out of the answer. */
export function forward({ url }: SampleNetwork, mayPass: (query: URLSearchParams) => boolean): Answer {
  return async (text) => {
    const headers = {
      'content-type': 'application/json',
      'access-control-allow-origin': site,
      vary: 'Origin',
      'x-cache': 'HIT',
    };
    const query = new URLSearchParams(text);
    if (!mayPass(query)) {
      const refusal = { response: { status: -1, errors: [{ publicMessage: 'Not here.' }] } };
      return Response.json(refusal, { status: 403, headers });
    }
    const address = `${url}/Apiv3/json?api_key=${sampleKeys.active}&${text}`;
    const { response } = (await (await fetch(address)).json()) as { response: unknown };
    return Response.json({ response }, { headers });
  };
}
