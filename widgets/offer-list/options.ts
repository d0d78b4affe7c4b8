import { type ReadonlySignal, signal } from '@preact/signals';
import { findAllCountries, findAllOfferCategories } from '../../shared/api/application.js';
import type { ApiRequest, Send } from '../../shared/api/request.js';
import type { Category, Country, Offer } from '../../shared/api/types.js';

/** What the filters have to choose from. */
export interface Options {
  readonly categories: readonly Category[];
  readonly countries: readonly Country[];
}

export interface OptionsSource {
  readonly options: ReadonlySignal<Options>;
  /**
   * Fills the options, once: from all offers where they are known, so that nothing is offered that finds nothing, else
   * from the network's own lists.
   */
  fill(wanted: readonly string[], whole: readonly Offer[] | undefined, send: Send): void;
}

export function createOptions(): OptionsSource {
  const options = signal<Options>({ categories: [], countries: [] });
  let filledFrom: unknown;

  const ask = async <Item>(request: ApiRequest<readonly Item[]>, send: Send, name: keyof Options): Promise<void> => {
    try {
      const items = await send(request);
      if (filledFrom === send) options.value = { ...options.peek(), [name]: items };
    } catch {
      // The filter then has nothing to choose; the offers are shown all the same.
    }
  };

  return {
    options,
    fill(wanted, whole, send) {
      if (filledFrom === (whole ?? send)) return;
      filledFrom = whole ?? send;
      if (whole) {
        options.value = {
          categories: collect(whole.flatMap(({ categories }) => categories ?? [])),
          countries: collect(whole.flatMap(({ countries }) => countries ?? [])),
        };
        return;
      }
      if (wanted.includes('category')) void ask(findAllOfferCategories(), send, 'categories');
      if (wanted.includes('country')) void ask(findAllCountries(), send, 'countries');
    },
  };
}

/** Each once, by name. */
function collect<Item extends Category | Country>(items: readonly Item[]): Item[] {
  const known = new Map(items.map((item) => ['id' in item ? item.id : item.code, item]));
  return [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
}
