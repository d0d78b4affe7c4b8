import { failure } from '../api/failure.js';
import { findOffer, findOffers, maxIds, type OfferRelation, offerRelations } from '../api/offers.js';
import type { ApiClient, Send } from '../api/request.js';
import type { Offer } from '../api/types.js';
import { chunk } from '../chunk.js';
import { createAllowedRelations } from './allowed-relations.js';
import { completeOffers } from './complete-offers.js';

/** One offer that somebody waits for. */
interface OfferRequest {
  readonly id: string;
  readonly relations: readonly OfferRelation[];
  readonly signal: AbortSignal;
  readonly resolve: (offer: Offer) => void;
  readonly reject: (error: unknown) => void;
}

type LoadOffer = (id: string, relations: readonly OfferRelation[], signal: AbortSignal) => Promise<Offer>;

/** A client belongs to an endpoint: what is asked of different ones cannot travel together. */
const loaders = new WeakMap<ApiClient, LoadOffer>();

/**
 * Loads one offer. All that are asked for in one tick, by whatever elements, are one request: `findById` for one id,
 * `findAll` for up to 100.
 *
 * @param id - Digits: anything else would make the request fail for all.
 * @throws ApiError `not-found` where the account sees no such offer, for those alone who asked for it.
 */
export function loadOffer(
  id: string,
  relations: readonly OfferRelation[],
  client: ApiClient,
  signal: AbortSignal,
): Promise<Offer> {
  const load = loaders.get(client) ?? createLoader(client);
  loaders.set(client, load);
  return load(id, relations, signal);
}

function createLoader(client: ApiClient): LoadOffer {
  const allowedRelations = createAllowedRelations();
  let batch: OfferRequest[] = [];

  /** With every relation that one of the requests needs: a relation too many does no harm, a request too many does. */
  const findAll = async (ids: readonly string[], requests: readonly OfferRequest[], send: Send) => {
    const wanted = offerRelations.filter((relation) => requests.some(({ relations }) => relations.includes(relation)));
    const offers = await allowedRelations.send(wanted, async (relations) => {
      const [id = '', ...others] = ids;
      if (others.length) return (await send(findOffers({ ids, limit: ids.length, relations }))).rows;
      const offer = await send(findOffer(id, relations));
      return offer ? [offer] : [];
    });
    return completeOffers(offers, wanted, send);
  };

  /** Loads the offers of one API request, and settles what waits for them. */
  const loadChunk = async (ids: readonly string[], all: readonly OfferRequest[]): Promise<void> => {
    const requests = all.filter(({ id }) => ids.includes(id));
    const signal = abortedWithAll(requests);
    const send: Send = (request) => client.send(request, { signal });
    try {
      const offers = new Map((await findAll(ids, requests, send)).map((offer) => [offer.id, offer]));
      for (const { id, resolve, reject } of requests) {
        const offer = offers.get(id);
        if (offer) resolve(offer);
        else reject(failure('not-found'));
      }
    } catch (error) {
      for (const { reject } of requests) reject(error);
    }
  };

  const sendBatch = (): void => {
    const requests = batch.filter(({ signal }) => !signal.aborted);
    batch = [];
    // In a fixed order, so that the same offers are the same request for every cache.
    const ids = [...new Set(requests.map(({ id }) => id))].sort();
    for (const chunkIds of chunk(ids, maxIds)) void loadChunk(chunkIds, requests);
  };

  return (id, relations, signal) =>
    new Promise((resolve, reject) => {
      // Not a microtask: elements that come into view together are told so one after the other, with microtasks between.
      if (!batch.length) setTimeout(sendBatch);
      batch.push({ id, relations, signal, resolve, reject });
    });
}

/** Aborted when nobody waits any more. */
function abortedWithAll(requests: readonly OfferRequest[]): AbortSignal {
  const controller = new AbortController();
  const onAbort = () => requests.every(({ signal }) => signal.aborted) && controller.abort();
  for (const { signal } of requests) signal.addEventListener('abort', onAbort, { once: true });
  return controller.signal;
}
