import { computed, signal, untracked } from '@preact/signals';
import type { ApiClient } from '../../shared/api/request.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createLinkResolver } from '../../shared/offer/link-resolver.js';
import { createResource } from '../../shared/resource.js';
import { createFilterOptions } from './filter-options.js';
import { createOfferLoader, type OfferListRequest } from './load-offers.js';
import type { Filters, OfferList, OfferListAttributes, OfferListModel } from './offer-list.types.js';
import { noFilters, queryKey, toQuery } from './offer-query.js';

/** Milliseconds after the last keystroke before a search is loaded. */
const searchDelay = 250;

/** A page belongs to the list it was requested in: another list, or that of another endpoint, begins at page 1 again. */
interface RequestedPage {
  readonly client: ApiClient | undefined;
  readonly listKey: string;
  readonly page: number;
}

export function createOfferListModel(
  { attributes, language, client }: ModelContext<OfferListAttributes>,
  now: () => number = Date.now,
): OfferListModel {
  const filters = signal<Filters>(noFilters);
  const appliedFilters = signal<Filters>(noFilters);
  const requestedPage = signal<RequestedPage>({ client: undefined, listKey: '', page: 1 });
  const loader = createOfferLoader(now);
  const filterOptions = createFilterOptions();
  let knowsAllOffers = false;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;

  const toRequest = (page: number): OfferListRequest => ({
    base: toQuery(attributes.value, noFilters, 1),
    query: toQuery(attributes.value, appliedFilters.value, page),
    language: language.value,
    controls: attributes.value.filters,
  });
  const listKeyOf = ({ base, query }: OfferListRequest): string => queryKey(base) + queryKey(query);

  const listKey = computed(() => listKeyOf(toRequest(1)));
  const page = computed(() => {
    const requested = requestedPage.value;
    return requested.client === client() && requested.listKey === listKey.value ? requested.page : 1;
  });

  const resource = createResource<OfferListRequest, OfferList>({
    client,
    query: () => toRequest(page.value),
    async load(wanted, currentClient, signal) {
      const { list, allOffers } = await loader.load(wanted, currentClient, signal);
      knowsAllOffers = allOffers !== undefined;
      // After the offers: they matter more, and may contain the options already.
      if (!signal.aborted) filterOptions.load(wanted.controls, allOffers, currentClient);
      return list;
    },
    isEmpty: ({ offers }) => offers.length === 0,
  });

  const applyFilters = (): void => {
    clearTimeout(searchTimer);
    appliedFilters.value = filters.peek();
  };

  const setFilters = (change: Partial<Filters>): void => {
    clearTimeout(searchTimer);
    filters.value = { ...filters.peek(), ...change };
    // A search in the page takes no request, so that it needs no pause in the typing.
    if (change.search && !knowsAllOffers) searchTimer = setTimeout(applyFilters, searchDelay);
    else applyFilters();
  };

  return {
    ...resource,
    filters,
    filterOptions: filterOptions.options,
    hasActiveFilters: computed(() => {
      const { search, category, country, payoutType } = filters.value;
      return [search.trim(), category, country, payoutType].some(Boolean);
    }),
    links: createLinkResolver(client),
    setFilters,
    applyFilters,
    clearFilters: () => setFilters({ ...noFilters, sort: filters.peek().sort }),
    goToPage(next) {
      const isRequested = page.peek() === next;
      requestedPage.value = { client: untracked(client), listKey: listKey.peek(), page: next };
      // The page that was requested did not come: what the list shows is another one.
      if (isRequested) void resource.refresh();
    },
    refresh() {
      loader.clear();
      return resource.refresh();
    },
  };
}
