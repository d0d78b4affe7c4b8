import { ProxyError } from '../policy/proxy-error.js';
import type { ProxyRequest } from './proxy-request.js';

export interface OriginRules {
  /** `'*'`, a list of exact origins, or `undefined`: pages of the proxy's own origin only. */
  readonly allowed: '*' | readonly string[] | undefined;
  /** How many proxies in front are trusted; only then does `X-Forwarded-Proto` count. */
  readonly trustedHops: number;
}

/** The value of `Access-Control-Allow-Origin` for this request, `undefined` = none needed. */
export type OriginCheck = (request: ProxyRequest) => string | undefined;

/**
 * Compares origins exactly; no pattern, no suffix, no reflection. This keeps other sites' pages out. It is no access
 * control: a program outside a browser simply sends no `Origin`.
 *
 * @throws ProxyError ORIGIN_NOT_ALLOWED, CROSS_SITE_REQUEST
 */
export function createOriginCheck({ allowed, trustedHops }: OriginRules): OriginCheck {
  if (allowed === '*') return (request) => (request.header('origin') === undefined ? undefined : '*');
  const listed = new Set(allowed);
  return (request) => {
    const origin = request.header('origin');
    if (origin === undefined) {
      // Fetch metadata: the browser says so when another site's page embeds this URL as a script, image or frame. A
      // page that may read responses uses CORS and sends `Origin`; without either, the request is same-origin or no page's.
      const site = request.header('sec-fetch-site');
      const isForeign = site === 'cross-site' || site === 'same-site';
      if (isForeign && !isNavigation(request)) throw new ProxyError('CROSS_SITE_REQUEST');
      return undefined;
    }
    if (allowed === undefined ? ownOrigins(request, trustedHops).includes(origin) : listed.has(origin)) return origin;
    throw new ProxyError('ORIGIN_NOT_ALLOWED');
  };
}

/** Somebody follows a link to this URL, say from a chat: what opens is plain text that no page can read. */
function isNavigation({ header }: ProxyRequest): boolean {
  return header('sec-fetch-dest') === 'document';
}

/**
 * The server's own origins. Behind a TLS terminator the server sees http where the page says https. A trusted terminator's
 * `X-Forwarded-Proto` decides; otherwise both schemes count, since the host is the same and an https page is no weaker
 * than the http one.
 */
function ownOrigins(request: ProxyRequest, trustedHops: number): readonly string[] {
  const plain = toBrowserForm(request.origin);
  const secure = toBrowserForm(request.origin.replace(/^http:/i, 'https:'));
  if (trustedHops === 0) return [plain, secure];
  const protocols = request.header('x-forwarded-proto')?.split(',') ?? [];
  // Each trusted proxy appends one; a single value is common and was then set by the outermost.
  const seen = (protocols.at(-trustedHops) ?? protocols[0])?.trim();
  if (seen === undefined) return [plain, secure];
  return [seen === 'https' ? secure : plain];
}

/**
 * RFC 9110 4.2.3: capitals and the scheme's own port make no other host. Browsers leave both out of `Origin`; servers in
 * front may put them into `Host`.
 */
function toBrowserForm(origin: string): string {
  return origin.toLowerCase().replace(/^(http:.*):80$|^(https:.*):443$/, '$1$2');
}
