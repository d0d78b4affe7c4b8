import { type ReadonlySignal, signal } from '@preact/signals';
import { findAllCountries, findAllOfferCategories } from '../../shared/api/application.js';
import type { ApiClient } from '../../shared/api/request.js';
import type { Category, Country, Offer } from '../../shared/api/types.js';
import type { FilterControl, FilterOption, FilterOptions } from './offer-list.types.js';

const fromCategory = ({ id, name }: Category): FilterOption => ({ value: id, name });
const fromCountry = ({ code, name }: Country): FilterOption => ({ value: code, code, name });

/** Each once: a network may list a category twice, and offers may name a country in two ways. */
const distinct = (options: readonly FilterOption[]): readonly FilterOption[] => [
  ...new Map(options.map((option) => [option.code ?? option.name, option])).values(),
];

const sources: Readonly<
  Record<
    keyof FilterOptions,
    {
      readonly fromOffers: (offers: readonly Offer[]) => readonly FilterOption[];
      readonly fromNetwork: (client: ApiClient) => Promise<readonly FilterOption[]>;
    }
  >
> = {
  category: {
    fromOffers: (offers) => offers.flatMap(({ categories = [] }) => categories.map(fromCategory)),
    fromNetwork: async (client) => (await client.send(findAllOfferCategories())).map(fromCategory),
  },
  country: {
    fromOffers: (offers) => offers.flatMap(({ countries = [] }) => countries.map(fromCountry)),
    fromNetwork: async (client) => (await client.send(findAllCountries())).map(fromCountry),
  },
};

export interface FilterOptionLoader {
  readonly options: ReadonlySignal<FilterOptions>;
  /**
   * Finds out what there is to choose from, for each control once: from all offers where these are known, so that nothing
   * is offered that finds nothing, else from the network's own lists. What fails is tried again with the next call.
   */
  load(controls: readonly FilterControl[], allOffers: readonly Offer[] | undefined, client: ApiClient): void;
}

export function createFilterOptions(): FilterOptionLoader {
  const options = signal<FilterOptions>({ category: [], country: [] });
  const loadedFrom = new Map<keyof FilterOptions, unknown>();

  return {
    options,
    load(controls, allOffers, client) {
      const source = allOffers ?? client;
      for (const control of ['category', 'country'] as const) {
        if (!controls.includes(control) || loadedFrom.get(control) === source) continue;
        loadedFrom.set(control, source);
        const put = (found: readonly FilterOption[]) => {
          if (loadedFrom.get(control) !== source) return;
          options.value = { ...options.peek(), [control]: distinct(found) };
        };
        if (allOffers) {
          put(sources[control].fromOffers(allOffers));
          continue;
        }
        sources[control].fromNetwork(client).then(put, () => {
          // The control has nothing to choose from; the offers are shown all the same.
          put([]);
          if (loadedFrom.get(control) === source) loadedFrom.delete(control);
        });
      }
    },
  };
}
