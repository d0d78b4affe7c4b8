import { type ReadonlySignal, signal } from '@preact/signals';
import { findAllCountries, findAllOfferCategories } from '../../shared/api/application.js';
import { byName } from '../../shared/api/relations.js';
import type { Send } from '../../shared/api/request.js';
import type { Category, Country, Offer } from '../../shared/api/types.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';
import { createLinks, type Links } from './links.js';
import type { OfferListAttributes } from './offer-list.js';
import { createOfferLoader } from './offer-loader.js';
import {
  type Choice,
  isNarrowed,
  keyOf,
  noChoice,
  noFilters,
  type OfferList,
  type Question,
  toQuestion,
} from './question.js';

/** Milliseconds after the last key before the network is asked. */
const pause = 250;

/** What the filters have to choose from. */
export interface Options {
  readonly categories: readonly Category[];
  readonly countries: readonly Country[];
}

const optionSources = [
  ['category', 'categories', findAllOfferCategories],
  ['country', 'countries', findAllCountries],
] as const;

/** The offers that are shown, and what a visitor can do with the list. */
export interface OfferListModel extends Resource<OfferList> {
  /** What the controls show; a search is asked for a moment later. */
  readonly choice: ReadonlySignal<Choice>;
  readonly options: ReadonlySignal<Options>;
  /** The visitor has narrowed the list down. */
  readonly narrowed: () => boolean;
  choose(change: Partial<Choice>): void;
  /** Undoes all choices but the order. */
  clear(): void;
  goTo(page: number): void;
  readonly links: Links;
}

export function createOfferListModel(
  { attributes, send }: ModelContext<OfferListAttributes>,
  now?: () => number,
): OfferListModel {
  const choice = signal(noChoice);
  const asked = signal(noChoice);
  // The page stands beside the list it belongs to: when that changes, it is page 1 again.
  const turned = signal({ list: '', page: 1 });
  const options = signal<Options>({ categories: [], countries: [] });
  const loader = createOfferLoader(now);
  let question: Question | undefined;
  let list = '';
  let shownPage: unknown;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let filledFrom: unknown;

  /** Once: from all offers where they are known, so that nothing is offered that finds nothing, else from the network's lists. */
  const fillOptions = (whole: readonly Offer[] | undefined, ask: Send): void => {
    const source = whole ?? ask;
    if (filledFrom === source) return;
    filledFrom = source;
    for (const [filter, name, findAll] of optionSources) {
      const put = (items: readonly { readonly name: string }[]) => {
        const each = [...new Map(items.map((item) => [item.name, item])).values()];
        options.value = { ...options.peek(), [name]: each.sort(byName) };
      };
      if (whole) put(whole.flatMap((offer): readonly { readonly name: string }[] => offer[name] ?? []));
      // Where it fails the filter has nothing to choose; the offers are shown all the same.
      else if (attributes.peek().filters.includes(filter)) {
        ask<readonly { readonly name: string }[]>(findAll()).then(put, () => {});
      }
    }
  };

  const resource = createResource<Question, OfferList>({
    send,
    ask() {
      const { set, query } = toQuestion(attributes.value, asked.value);
      const key = keyOf(set) + keyOf(query);
      // What only changes the looks asks nothing.
      if (!question || key !== list || turned.value !== shownPage) {
        list = key;
        shownPage = turned.value;
        question = { set, query: { ...query, page: turned.value.list === list ? turned.value.page : 1 } };
      }
      return question;
    },
    async load(question, ask, signal) {
      const data = await loader.load(question, ask, signal);
      // After the offers: they matter more, and may bring along what there is to choose from.
      fillOptions(loader.whole(question), ask);
      return data;
    },
    isEmpty: ({ offers }) => !offers[0],
  });

  const choose = (change: Partial<Choice>): void => {
    const chosen = { ...choice.peek(), ...change };
    const apply = () => {
      asked.value = chosen;
    };
    clearTimeout(typing);
    choice.value = chosen;
    if (change.search && !(question && loader.whole(question))) typing = setTimeout(apply, pause);
    else apply();
  };

  return {
    ...resource,
    choice,
    options,
    narrowed: () => isNarrowed(choice.value),
    links: createLinks(send),
    choose,
    clear: () => choose(noFilters),
    goTo(page) {
      // A new object each time: the page that was asked for and did not come is asked for again.
      turned.value = { list, page };
    },
    refresh() {
      loader.forget();
      return resource.refresh();
    },
  };
}
