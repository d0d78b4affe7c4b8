import { ApiError } from './api/errors.js';

/**
 * The proxy's absolute URL, or the reason why it is refused. The URL itself is never part of the message: what makes
 * it refused may be a key.
 *
 * @param given - The `endpoint` of the element or of the script tag.
 * @param base - What a relative one is relative to.
 */
export function parseEndpoint(given: string | null, base: string): string | ApiError {
  if (!given?.trim()) {
    return refuse(
      'No endpoint is set.',
      'Add data-endpoint="/hasoffers" to the script tag, or endpoint="…" to the element.',
    );
  }
  let url: URL;
  try {
    url = new URL(given, base);
  } catch (cause) {
    return refuse('The endpoint is not a URL.', 'Give the address of your proxy, such as "/hasoffers".', cause);
  }
  if (!/^https?:$/.test(url.protocol)) {
    return refuse(
      `The endpoint's protocol is ${url.protocol}`,
      'Use an http or https address; a page opened from a file needs an absolute one.',
    );
  }
  if (url.username || url.password || /api[^a-z]?key|networktoken/i.test(safeDecode(url.search))) {
    return refuse(
      'The endpoint carries a credential, which every visitor could read.',
      'Take it out, replace that key at your network, and let the proxy add the new one.',
    );
  }
  if (/(^|\.)hasoffers\.com\.?$/.test(url.hostname)) {
    return refuse(
      'The endpoint is the API itself.',
      'Point it to your proxy: it adds the key, which must not reach a browser.',
    );
  }
  url.hash = '';
  return url.href;
}

const refuse = (message: string, cure: string, cause?: unknown) => new ApiError('config', message, { cure, cause });

function safeDecode(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    // A stray % is no reason to fail: the undecoded text is searched instead.
    return query;
  }
}
