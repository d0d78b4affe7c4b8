import { type Creative, type CreativeQuery, findCreatives } from '../../shared/api/creatives.js';
import { ApiError } from '../../shared/api/errors.js';
import { failure } from '../../shared/api/failure.js';
import type { ApiClient } from '../../shared/api/request.js';
import type { Page } from '../../shared/api/types.js';
import { numbersBelow } from '../../shared/numbers-below.js';
import { createQueryCache } from '../../shared/query-cache.js';
import type { CreativeList } from './creatives.types.js';

/** Milliseconds for which a loaded page is good. */
const lifetime = 10 * 60 * 1000;

export interface CreativeListQuery extends CreativeQuery {
  /** Every page up to this one, and not this one alone. */
  readonly showsAllPages: boolean;
}

export interface CreativeLoader {
  /** @throws ApiError `permission` with what to do about it, where the proxy does not let creatives through. */
  load(query: CreativeListQuery, client: ApiClient, signal: AbortSignal): Promise<CreativeList>;
  /** Forgets what was loaded. */
  clear(): void;
}

/** Loads pages of creatives. A page that was seen comes back without a request. */
export function createCreativeLoader(now: () => number): CreativeLoader {
  const pages = createQueryCache<Page<Creative>>(lifetime, now);
  let owner: ApiClient | undefined;
  return {
    clear: pages.clear,
    async load({ showsAllPages, ...query }, client, signal) {
      if (!/^[1-9]\d*$/.test(query.offerId)) throw failure('validation');
      if (owner !== client) pages.clear();
      owner = client;

      const findPage = (page: number): Promise<Page<Creative>> => {
        const wanted = { ...query, page };
        return pages.read(JSON.stringify(wanted), () => client.send(findCreatives(wanted), { signal }));
      };
      const numbers = showsAllPages ? numbersBelow(query.page).map((index) => index + 1) : [query.page];
      const shown = await Promise.all(numbers.map(findPage)).catch(explain);
      // New ones move the others to later pages while these are read; the same one twice would be shown twice.
      const creatives = new Map(shown.flatMap(({ rows }) => rows.map((creative) => [creative.id, creative])));
      const { page, pageCount, total } = shown.at(-1) as Page<Creative>;
      return { offerId: query.offerId, creatives: [...creatives.values()], page, pageCount, total };
    },
  };
}

function explain(error: unknown): never {
  if (error instanceof ApiError && error.code === 'permission') {
    throw new ApiError('permission', 'The proxy or HasOffers does not let creatives through.', {
      hint: 'Add Affiliate_OfferFile::findAll to HASOFFERS_ALLOW of the proxy, or ask the network.',
    });
  }
  throw error;
}
