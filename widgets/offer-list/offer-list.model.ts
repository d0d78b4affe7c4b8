import { type ReadonlySignal, signal } from '@preact/signals';
import type { Send } from '../../shared/api/request.js';
import type { Offer } from '../../shared/api/types.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';
import { createLinks, type Links } from './links.js';
import type { OfferListAttributes } from './offer-list.js';
import { createOfferLoader, type OfferLoader } from './offer-loader.js';
import { type Choice, keyOf, noChoice, noFilters, type OfferList, type Question, toQuery } from './question.js';
import { type Option, relations } from './relations.js';

/** Milliseconds an answer is good for. The network's own data is older than that anyway. */
const lifetime = 600_000;
/** Milliseconds after the last key before the network is asked. */
const pause = 250;

/** What the filters have to choose from, each name once. */
export type Options = { readonly [filter in 'category' | 'country']: readonly Option[] };

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
  now: () => number = Date.now,
): OfferListModel {
  const choice = signal(noChoice);
  const asked = signal(noChoice);
  // The page stands beside the list it belongs to: when that changes, it is page 1 again.
  const turned = signal<{ readonly list?: string | undefined; readonly page: number }>({ page: 1 });
  const options = signal<Options>({ category: [], country: [] });
  const filledFrom = new Map<string, unknown>();
  let question: (Question & { readonly list: string; readonly turn: unknown }) | undefined;
  let whole: readonly Offer[] | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let owner: Send | undefined;
  let until = 0;
  let load: OfferLoader;

  /** Once: from all offers where they are known, so that nothing is offered that finds nothing, else from the network's lists. */
  const fillOptions = (ask: Send): void => {
    const filters: readonly string[] = attributes.peek().filters;
    for (const [filter, , member, , findAll] of relations) {
      const source = whole ?? ask;
      if (!findAll || filledFrom.get(filter) === source || !filters.includes(filter)) continue;
      filledFrom.set(filter, source);
      const put = (items: readonly Option[]) => {
        const each = [...new Map(items.map((item) => [item.name, item])).values()];
        options.value = { ...options.peek(), [filter]: each };
      };
      if (whole) put(whole.flatMap((offer) => (offer[member] ?? []) as readonly Option[]));
      // Where it fails the filter has nothing to choose; the offers are shown all the same.
      else ask(findAll()).then(put, () => {});
    }
  };

  const resource = createResource<Question, OfferList>({
    send,
    ask() {
      const set = toQuery(attributes.value, noChoice);
      const query = toQuery(attributes.value, asked.value);
      const list = keyOf(set) + keyOf(query);
      const turn = turned.value;
      // What only changes the looks asks nothing.
      if (question?.list !== list || question.turn !== turn) {
        question = { list, turn, set, query: { ...query, page: turn.list === list ? turn.page : 1 } };
      }
      return question;
    },
    async load(question, ask, signal) {
      if (owner !== ask || now() >= until) {
        owner = ask;
        until = now() + lifetime;
        load = createOfferLoader(ask);
      }
      const [data, all] = await load(question, signal);
      whole = all;
      // After the offers: they matter more, and may bring along what there is to choose from.
      fillOptions(ask);
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
    if (change.search && !whole) typing = setTimeout(apply, pause);
    else apply();
  };

  return {
    ...resource,
    choice,
    options,
    narrowed: () => Object.values({ ...choice.value, sort: '' }).some((each) => each.trim()),
    links: createLinks(send),
    choose,
    clear: () => choose(noFilters),
    goTo(page) {
      // A new object each time: the page that was asked for and did not come is asked for again.
      turned.value = { list: question?.list, page };
    },
    refresh() {
      until = 0;
      return resource.refresh();
    },
  };
}
