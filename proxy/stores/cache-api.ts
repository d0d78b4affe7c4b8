import type { Store, StoredResponse } from './store.js';

/** The part of the web's Cache API that is used; Cloudflare's `caches.default` fits. */
export interface CacheApi {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
}

/**
 * Responses in the platform's own cache, for edge workers whose memory is short-lived. Per data centre, and without a
 * shared budget. The platform's stale-while-revalidate is not used: its local emulation goes on serving what should have
 * been revalidated (measured). Freshness follows from our own time stamp, and `max-age` only limits the storage.
 *
 * @param readCache called each time, since the platform allows no access before the first request
 */
export function createCacheApiStore(readCache: () => CacheApi): Store {
  return {
    read: async (key) => {
      const response = await readCache().match(await toUrl(key));
      if (response === undefined) return undefined;
      const { headers } = response;
      const storedAt = Number(headers.get('x-stored-at'));
      const etag = headers.get('x-entity-tag');
      const body = new Uint8Array(await response.arrayBuffer());
      if (!(storedAt > 0) || etag === null) return undefined;
      return { body, etag, storedAt, empty: headers.get('x-empty') === '1' };
    },
    write: async (key, response, seconds) => {
      await readCache().put(await toUrl(key), toResponse(response, seconds));
    },
  };
}

function toResponse({ body, etag, storedAt, empty }: StoredResponse, seconds: number): Response {
  const headers = {
    'cache-control': `public, max-age=${seconds}`,
    'content-type': 'application/json',
    'x-stored-at': String(storedAt),
    'x-entity-tag': etag,
    'x-empty': empty ? '1' : '0',
  };
  return new Response(body, { headers });
}

/** The Cache API wants a URL as its key. This one leads nowhere, and a hash keeps long queries short. */
async function toUrl(key: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
  const name = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `https://hasoffers-widgets.invalid/2/${name}`;
}
