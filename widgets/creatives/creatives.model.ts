import { computed, signal, untracked } from '@preact/signals';
import { type Creative, creativeTypes, type Size } from '../../shared/api/creatives.js';
import type { ApiError } from '../../shared/api/errors.js';
import { failure } from '../../shared/api/failure.js';
import type { ApiClient } from '../../shared/api/request.js';
import { requestTrackingLink } from '../../shared/api/tracking-link.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { toSubIds } from '../../shared/offer/sub-ids.js';
import { createRequestedPage } from '../../shared/requested-page.js';
import { createResource } from '../../shared/resource.js';
import { buildCode } from './creative-code.js';
import type {
  CodeFormat,
  CodeResult,
  CreativeFilters,
  CreativeList,
  CreativesAttributes,
  CreativesModel,
} from './creatives.types.js';
import { type CreativeListQuery, createCreativeLoader } from './load-creatives.js';

/** A link of the network, for one creative. */
type LinkResult =
  | { readonly status: 'loading'; readonly promise: Promise<string | null> }
  | { readonly status: 'ready'; readonly url: string }
  | { readonly status: 'error'; readonly error: ApiError };

/** Links by creative, of one account, offer and set of sub-ids. */
interface Links {
  readonly client: ApiClient | undefined;
  readonly key: string;
  readonly byId: Readonly<Record<string, LinkResult>>;
}

/** What one offer is filtered by, and which sizes of its creatives were seen. */
interface OfferChoice extends CreativeFilters {
  readonly offerId: string;
  readonly seenSizes: readonly string[];
}

const noLinks: Links = { client: undefined, key: '', byId: {} };

/** An offer's creatives, page by page, and the codes of those that were copied. */
export function createCreativesModel(
  { attributes, client }: Pick<ModelContext<CreativesAttributes>, 'attributes' | 'client'>,
  now: () => number = Date.now,
): CreativesModel {
  const offerId = computed(() => attributes.value.offer?.trim() ?? '');
  const lastChoice = signal<OfferChoice>(noChoice(''));
  const choice = computed(() =>
    lastChoice.value.offerId === offerId.value ? lastChoice.value : noChoice(offerId.value),
  );
  const chosenFormat = signal<CodeFormat | undefined>(undefined);
  const links = signal(noLinks);
  const loader = createCreativeLoader(now);
  let controller = new AbortController();

  const toQuery = (page: number): CreativeListQuery => {
    const { types, sizes, pageSize, pagination } = attributes.value;
    const { type, size } = choice.value;
    return {
      offerId: offerId.value,
      types: type ? [type] : types.length ? types : creativeTypes,
      sizes: (size ? [size] : sizes).map(toSize),
      limit: pageSize,
      page,
      showsAllPages: pagination === 'more',
    };
  };
  const { page, goTo } = createRequestedPage(client, () => JSON.stringify(toQuery(1)));

  const resource = createResource<CreativeListQuery, CreativeList>({
    client,
    query: () => toQuery(page.value),
    async load(wanted, currentClient, signal) {
      const list = await loader.load(wanted, currentClient, signal);
      const sizes = list.creatives.flatMap(({ width, height }) => (width && height ? [`${width}x${height}`] : []));
      const current = choice.peek();
      if (current.offerId === wanted.offerId)
        lastChoice.value = { ...current, seenSizes: [...new Set([...current.seenSizes, ...sizes])] };
      return list;
    },
    isEmpty: ({ creatives }) => creatives.length === 0,
    // Never the pictures of another offer.
    isShownMeanwhile: (list, { offerId }) => list.offerId === offerId,
  });

  const params = computed(() => toSubIds(attributes.value));
  const linksKey = computed(() => JSON.stringify([offerId.value, params.value]));
  const currentLinks = computed(() => {
    const { client: owner, key, byId } = links.value;
    return owner === client() && key === linksKey.value ? byId : {};
  });
  const format = computed(() => {
    const { code } = attributes.value;
    const chosen = chosenFormat.value;
    return chosen && code.includes(chosen) ? chosen : (code[0] ?? 'html');
  });

  const toCode = (creative: Creative, link: string): string =>
    buildCode(format.value, { creative, link, offerId: offerId.value, params: params.value });

  const requestLink = async (id: string): Promise<string | null> => {
    const owner = untracked(client);
    const key = linksKey.peek();
    const { signal } = controller;
    const settle = (result: LinkResult): void => {
      const current = links.peek();
      if (current.key !== key || current.client !== owner) return;
      const { [id]: _, ...others } = current.byId;
      links.value = { ...current, byId: signal.aborted ? others : { ...others, [id]: result } };
    };
    try {
      const wanted = { ...params.peek(), file_id: id };
      const url = await owner.send(requestTrackingLink(offerId.peek(), wanted), { signal });
      // Consumers of the API saw an empty response for offers that may not be promoted.
      if (url === null) throw failure('not-found');
      settle({ status: 'ready', url });
      return url;
    } catch (error) {
      settle({ status: 'error', error: error as ApiError });
      return null;
    }
  };

  /** One request for a creative, however often it is asked for. */
  const findLink = (id: string): Promise<string | null> => {
    const known = untracked(() => currentLinks.value);
    const result = known[id];
    if (result?.status === 'ready') return Promise.resolve(result.url);
    if (result?.status === 'loading') return result.promise;
    const promise = requestLink(id);
    const byId = { ...known, [id]: { status: 'loading', promise } as const };
    links.value = { client: untracked(client), key: linksKey.peek(), byId };
    return promise;
  };

  return {
    ...resource,
    filters: choice,
    sizes: computed(() => {
      const { sizes } = attributes.value;
      return (sizes.length ? sizes : choice.value.seenSizes).map(toSize).sort(bySize);
    }),
    format,
    codes: computed(() => {
      const { creatives } = resource.state.value.data ?? { creatives: [] };
      const codes = creatives.flatMap((creative): (readonly [string, CodeResult])[] => {
        const link = currentLinks.value[creative.id];
        if (!link) return [];
        const isReady = link.status === 'ready';
        return [[creative.id, isReady ? { status: 'ready', text: toCode(creative, link.url) } : link]];
      });
      return Object.fromEntries(codes);
    }),
    setFilters(change) {
      lastChoice.value = { ...choice.peek(), ...change };
    },
    setFormat(next) {
      chosenFormat.value = next;
    },
    goToPage: (next) => goTo(next, resource.refresh),
    async createCode(creative) {
      const link = await findLink(creative.id);
      return link === null ? null : untracked(() => toCode(creative, link));
    },
    refresh() {
      loader.clear();
      return resource.refresh();
    },
    stop() {
      controller.abort();
      controller = new AbortController();
      resource.stop();
    },
  };
}

const noChoice = (offerId: string): OfferChoice => ({ offerId, type: '', size: '', seenSizes: [] });

/** `300x250` */
function toSize(text: string): Size {
  const [width = 0, height = 0] = text.split('x').map(Number);
  return { width, height };
}

const bySize = (one: Size, other: Size): number => one.width - other.width || one.height - other.height;
