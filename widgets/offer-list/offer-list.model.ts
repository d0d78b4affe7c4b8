import { computed, signal } from '@preact/signals';
import type { ModelContext } from '../../shared/element/widget.js';
import { createLinkResolver } from '../../shared/offer/link-resolver.js';
import { createRequestedPage } from '../../shared/requested-page.js';
import { createResource } from '../../shared/resource.js';
import { createFilterOptions } from './filter-options.js';
import { createOfferLoader, type OfferListRequest } from './load-offers.js';
import type { Filters, OfferList, OfferListAttributes, OfferListModel } from './offer-list.types.js';
import { noFilters, queryKey, toQuery } from './offer-query.js';

/** Milliseconds after the last keystroke before a search is loaded. */
const searchDelay = 250;

export function createOfferListModel(
  { attributes, language, client }: ModelContext<OfferListAttributes>,
  now: () => number = Date.now,
): OfferListModel {
  const filters = signal<Filters>(noFilters);
  const appliedFilters = signal<Filters>(noFilters);
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
  const { page, goTo } = createRequestedPage(client, () => {
    const { base, query } = toRequest(1);
    return queryKey(base) + queryKey(query);
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
    goToPage: (next) => goTo(next, resource.refresh),
    refresh() {
      loader.clear();
      return resource.refresh();
    },
  };
}
