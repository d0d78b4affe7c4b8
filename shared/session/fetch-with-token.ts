import type { Fetch } from '../api/page-fetch.js';
import type { Refusal } from './token-store.js';

/**
 * A `fetch` that sends a token along, and tells when the proxy refuses it.
 *
 * The browser's own cache is left out: it tells responses apart by their URL, and not by whom they are for.
 */
export function fetchWithToken(fetch: Fetch, token: string, onRefused: (refusal: Refusal) => void): Fetch {
  const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
  return async (url, init) => {
    const response = await fetch(url, { ...init, headers, cache: 'no-store' });
    if (response.status === 401) {
      const body = await response.clone().text();
      onRefused(body.includes('TOKEN_EXPIRED') ? 'expired' : 'refused');
    }
    return response;
  };
}
