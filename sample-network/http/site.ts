import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseEndpoint, parsePrefixes } from '../endpoint.js';
import { parseFault } from '../faults.js';
import { parseTinyPath } from '../methods/tracking-link.js';
import { type RecordedVisit, type Recorder, toPlainParams } from '../recorder.js';
import { parsePhpParams } from '../wire/php-params.js';
import { type ApiRoute, handleApiCall } from './api-route.js';
import { type Controls, handleControl } from './control-route.js';
import { landingPage } from './landing-page.js';
import { mediaFile } from './media.js';
import { frontPage } from './own-pages.js';
import { notFound, type Reply, sendReply } from './reply.js';

export interface Site {
  readonly url: string;
  readonly api: ApiRoute;
  readonly controls: Controls;
  readonly visits: Recorder<RecordedVisit>;
}

/** Every request to the sample network comes through here; nothing a caller sends may end its process. */
export async function handleRequest(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(site, request, response);
  } catch (error) {
    // A caller who hung up in the middle of a body is no bug of ours.
    if (response.headersSent || response.destroyed || request.socket.destroyed) {
      response.destroy();
      return;
    }
    console.error('sample network:', error);
    sendReply(request, response, { status: 500, type: 'text/plain', body: 'The sample network has a bug.' });
  }
}

async function route(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);

  const prefixes = parsePrefixes(path);
  const endpoint = parseEndpoint(prefixes.path);
  const unknownFault = prefixes.faults.find((name) => parseFault(name) === null);
  if (unknownFault !== undefined) {
    sendReply(request, response, { status: 404, type: 'text/plain', body: `No such fault: ${unknownFault}` });
  } else if (!endpoint) {
    sendReply(request, response, toPageReply(site, request.method ?? 'GET', path, query));
  } else if (request.method === 'OPTIONS') {
    // Invention: what a preflight is answered.
    sendReply(request, response, { status: 200, type: 'text/html', body: '' });
  } else {
    await handleApiCall(site.api, request, response, { endpoint, prefixes, query });
  }
}

const transparentGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

function toPageReply(site: Site, verb: string, path: string, query: string): Reply {
  const { mediaBase, now } = site.api.state;
  const params = parsePhpParams(query);
  if (path === '/') return frontPage(site.url);
  if (path.startsWith('/media/')) return mediaFile(path);
  if (path === '/_control' || path.startsWith('/_control/')) {
    return handleControl(path, verb, new URLSearchParams(query), site.controls);
  }
  if (path === '/aff_i') {
    site.visits.add({ kind: 'impression', params: toPlainParams(params), at: now() });
    return { status: 200, type: 'image/gif', body: transparentGif };
  }
  const tiny = /^\/[A-Za-z]{3,8}$/.test(path) ? parseTinyPath(path.slice(1)) : null;
  if (tiny !== null) params.set('offer_id', String(tiny));
  if (path === '/aff_c' || path.startsWith('/app-link/') || tiny !== null) {
    site.visits.add({ kind: 'click', params: toPlainParams(params), at: now() });
    return landingPage(params, mediaBase);
  }
  return notFound;
}
