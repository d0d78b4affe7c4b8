import { ApiError } from '../api/errors.js';

/**
 * The proxy's absolute URL, or the reason why it is refused. The URL itself is never part of the message: what makes
 * it refused may be a key.
 *
 * @param given - The `endpoint` of the element or of the script tag.
 * @param base - What a relative one is relative to.
 */
export function parseEndpoint(given: string | null, base: string): string | ApiError {
  if (!given?.trim()) return refuse('No endpoint.', 'Add data-endpoint="/hasoffers" to the script tag.');
  try {
    const url = new URL(given, base);
    const { protocol, username, hostname, search } = url;
    // `%5F` and its like: a key must not slip through in another spelling.
    if (username || /api[^a-z]?key|networktoken/i.test(decodeURIComponent(search))) {
      return refuse(
        'The endpoint shows a key to every visitor.',
        'Replace that key, and give the new one to the proxy.',
      );
    }
    if (/^https?:$/.test(protocol) && !/(^|\.)hasoffers\.com\.?$/.test(hostname)) return url.href.replace(/#.*/, '');
  } catch {
    // Said below, without the browser's message, which repeats the URL.
  }
  return refuse('The endpoint is no http(s) address of a proxy.', 'The API itself is none.');
}

const refuse = (message: string, hint: string) => new ApiError('config', message, { hint });
